import { describe, expect, it } from 'vitest'
import { register2021 as register } from '../../../../shared/register/year2021/register2021.ts'
import { buildReport } from '../../../../shared/report/buildReport.ts'
import { buildProposals } from '../../../../shared/report/letters/buildProposals.ts'
import { lintReport } from '../../../../shared/report/lint/lintReport.ts'
import { reportText } from '../../../../shared/report/reportText.ts'
import { demoConsolidation } from '../../../../worker/cli/demo/demoConsolidation.ts'

const text = reportText(buildReport({ register, consolidation: demoConsolidation() }))
const proposals = (report: string) => buildProposals(register, lintReport(report, { register }), '2021-05')

describe('proposals', () => {
  it('go to the unit that files the text, with the corrected words where they follow', () => {
    const own = proposals(text).find((one) => one.reporter === 'wenlv')
    expect(own?.items.map(({ task, quote, proposed }) => [task, quote, proposed])).toEqual([
      ['2.3', '130场，占目标任务的43.34%', '130场，占目标任务的43.33%'],
    ])
    const [to, , first] = own?.text.split('\n') ?? []
    expect(to).toBe('市文化广电旅游局：')
    expect(first).toMatch(/^（1）“二、实施文化惠民工程”工作任务3：“130场/)
  })

  it('leave words alone that only the unit can correct', () => {
    const own = proposals(text).find((one) => one.reporter === 'gongdian')
    expect(own?.items.every(({ proposed }) => proposed === null)).toBe(true)
  })

  it.each([
    ['文艺演出3场。', '文艺演出3场。。', '场。'],
    ['文艺演出3场。', '文艺演出3场，。', '场。'],
  ])('mend doubled marks', (from, to, end) => {
    const item = proposals(text.replace(from, to))
      .find((one) => one.reporter === 'wenlv')
      ?.items.find((one) => one.task === '2.2')
    expect(item?.proposed?.endsWith(end)).toBe(true)
  })

  it('ask, and do not say, whether 141余 is 141', () => {
    const item = proposals(text)
      .flatMap(({ items }) => items)
      .find(({ quote }) => quote.startsWith('141余'))
    expect(item?.proposed).toBeNull()
    expect(item?.reason).toContain('数字准确的请删去，只是约数的请写到整十整百')
  })

  it('are empty where nothing is wrong', () => {
    const clean = reportText(buildReport({ register, consolidation: { ...demoConsolidation(), narratives: [] } }))
    expect(proposals(clean)).toEqual([])
  })
})
