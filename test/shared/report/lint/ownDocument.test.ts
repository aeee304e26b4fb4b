import { describe, expect, it, test } from 'vitest'
import { consolidate } from '../../../../shared/consolidation/consolidate.ts'
import { register2021 as register } from '../../../../shared/register/year2021/register2021.ts'
import { buildReport } from '../../../../shared/report/buildReport.ts'
import { lintReport } from '../../../../shared/report/lint/lintReport.ts'
import { parsedDocument } from '../../../../shared/report/lint/parsedDocument.ts'
import { parseReport } from '../../../../shared/report/lint/parseReport.ts'
import { reportText } from '../../../../shared/report/reportText.ts'
import { demoConsolidation, demoOpening } from '../../../../worker/cli/demo/demoConsolidation.ts'
import { row } from '../../consolidation/row.ts'

const letterhead = { issuer: '市政府办公室', documentNo: '', signatory: '', addressee: '省政府', date: '2021-06-02' }
const demo = (formal: boolean) =>
  buildReport({ register, consolidation: demoConsolidation(), opening: demoOpening, ...(formal ? { letterhead } : {}) })
/** The report of two texts of units, a later task's among them. */
const withText = (progressText: string) => {
  const records = [
    row('wenlv', '2.2', '411200', { progressText }),
    row('wenlv', '2.3', '411200', { progressText: '已完成130场，占目标任务的43.34%。' }),
  ]
  return buildReport({ register, consolidation: consolidate(register, records, { period: '2021-05', asOfSeq: 3, era: 'e' }) })
}

it.each([false, true])('finds in the demo’s document what it finds in its text (formal: %s)', (formal) => {
  const document = demo(formal)
  expect(lintReport(document, { register })).toEqual(lintReport(reportText(document), { register }))
  const tasks = (report: ReturnType<typeof parseReport>) =>
    report.categories.flatMap((category) => category.tasks.map(({ id, task, units }) => [id, task, units]))
  expect(tasks(parsedDocument(document))).toEqual(tasks(parseReport(reportText(document))))
  expect(parsedDocument(document).lines.join('\n')).toBe(reportText(document))
})

// D8: what a unit writes is never a heading of ours, whatever it looks like.
test.each([
  '有两项工作：\n三、正在推进的工作\n主要责任单位：市文化馆',
  '一、前期工作\n工作任务1：已完成选址。\n主要责任单位：市文化馆\n进展情况：已完成。',
  '主要责任单位：市文化馆已到位。',
  '已完成。\n工作任务3：准备演出',
  '已完成。\n4、下一步\n工作任务：准备演出',
  '共10大类24项活动。',
])('the text %j corrects no heading, label or number of the report', (text) => {
  const found = lintReport(withText(text), { register, on: '2021-05-31' }).filter(({ code }) => code !== 'NOT_REPORTED')
  expect(found.map(({ code, task }) => `${code} ${task}`)).toEqual(['PCT_ROUNDING 2.3'])
})

describe('a unit that closes with 经汇总 itself', () => {
  const closing = '已组织演出。经汇总，政府采购百场戏累计完成130场，占目标任务的54%。'
  const found = (text: string, more: Parameters<typeof row>[3] = {}) => {
    const records = [row('wenlv', '2.3', '411200', { progressText: text }), row('wenlv', '2.3.a', '411200', { cumulative: 130, ...more })]
    const document = buildReport({ register, consolidation: consolidate(register, records, { period: '2021-05', asOfSeq: 3, era: 'e' }) })
    const codes = (report: Parameters<typeof lintReport>[0]) =>
      lintReport(report, { register, on: '2021-05-31' }).flatMap(({ code, task }) => (task === '2.3' ? [code] : []))
    return [codes(document), codes(reportText(document))] as const
  }

  it('is told of its percentage as of any of its words', () => {
    expect(found(closing)[0]).toContain('PCT_MISMATCH')
    for (const codes of found('已组织演出。经汇总，今年已完成130场，占目标任务的54%。')) expect(codes).toContain('PCT_MISMATCH')
  })

  it('is told of nothing where it is right', () => {
    for (const codes of found('已组织演出。经汇总，今年已完成130场，占目标任务的43.33%。')) expect(codes).toEqual([])
  })
})

it('names the task of a stray mark in any paragraph of its text', () => {
  const found = lintReport(withText('已完成。\n三、下一步\n工作任务2：演出。。'), { register })
  expect(found.filter(({ code }) => code === 'FULL_STOPS').map(({ task, quote }) => [task, quote])).toEqual([
    ['2.2', '工作任务2：演出。。'],
  ])
})
