import { expect, it, test } from 'vitest'
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

it('names the task of a stray mark in any paragraph of its text', () => {
  const found = lintReport(withText('已完成。\n三、下一步\n工作任务2：演出。。'), { register })
  expect(found.filter(({ code }) => code === 'FULL_STOPS').map(({ task, quote }) => [task, quote])).toEqual([
    ['2.2', '工作任务2：演出。。'],
  ])
})
