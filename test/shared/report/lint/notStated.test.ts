import { expect, test } from 'vitest'
import { consolidate } from '../../../../shared/consolidation/consolidate.ts'
import { register2021 as register } from '../../../../shared/register/year2021/register2021.ts'
import { buildReport } from '../../../../shared/report/buildReport.ts'
import { lintReport } from '../../../../shared/report/lint/lintReport.ts'
import { demoConsolidation } from '../../../../worker/cli/demo/demoConsolidation.ts'
import { row } from '../../consolidation/row.ts'

/** Which figures lack a percentage in a report of one text, of whatever task, beside one that states its own. */
function without(task: string, progressText: string): readonly string[] {
  const reporter = register.assignments.find(({ subject, ofRecord }) => subject === task && ofRecord)?.reporter ?? ''
  const records = [
    row('wenlv', '2.3', '411200', { progressText: '已完成130场，占目标任务的43.33%。' }),
    row(reporter, task, '411200', { progressText }),
  ]
  const report = buildReport({ register, consolidation: consolidate(register, records, { period: '2021-05', asOfSeq: 3, era: 'e' }) })
  const found = lintReport(report, { register }).filter(({ code }) => code === 'PCT_NOT_STATED' || code.startsWith('PCT_'))
  expect(found.filter(({ code }) => code !== 'PCT_NOT_STATED')).toEqual([])
  return found.flatMap(({ quote }) => quote.split('、'))
}

test.each([
  ['7.1', '完成农村公路146公里，占年度目标300公里的48.67%。'],
  ['7.1', '完成农村公路146公里，占年度计划数300公里的48.67%。'],
  ['7.1', '完成农村公路146公里，完成年度目标任务的48.67%。'],
  ['7.1', '完成农村公路146公里，为年度目标300公里的48.67%。'],
  ['7.1', '完成农村公路146公里（48.67%）。'],
  ['7.1', '农村公路已完成48.67%（146公里）。'],
  ['7.1', '农村公路已完成48.67%，146公里。'],
  ['7.1', '计划完成农村公路300公里。'],
  ['7.1', '年度目标为完成农村公路300公里，目前在建20公里。'],
  ['5', '普查已全部完成，已录入系统12.8万个，发现隐患1.5万个。'],
])('a text of %s has its percentage, or no figure that is done: %s', (task, text) => expect(without(task, text)).toEqual([]))

test.each([
  ['8.1', '完成宫颈癌筛查11745人，乳腺癌筛查12073人。', ['8.1 11745人', '8.1 12073人']],
  ['8.1', '完成宫颈癌筛查11745人，占目标任务的26.69%，乳腺癌筛查12073人。', ['8.1 12073人']],
  ['8.1', '完成宫颈癌筛查11745人、乳腺癌筛查12073人。', ['8.1 11745人', '8.1 12073人']],
  ['8.1', '完成宫颈癌筛查11745人，占目标任务44000人的26.69%；完成乳腺癌筛查12073人。', ['8.1 12073人']],
  ['7.1', '完成农村公路146公里，其中湖滨区100公里、陕州区46公里。', ['7.1 146公里']],
  ['7.1', '完成农村公路146公里，剩余154公里。', ['7.1 146公里']],
])('of a text of %s each figure is counted that is done and has none: %s', (task, text, figures) =>
  expect(without(task, text)).toEqual(figures),
)

test('counts those of the document of 2021', () => {
  const found = lintReport(buildReport({ register, consolidation: demoConsolidation() }), { register })
  const one = found.find(({ code }) => code === 'PCT_NOT_STATED')
  expect(one?.quote).toBe('2.2 3场、6.1 1公里、6.1 3.7公里、8.1 11745人、8.1 12073人、8.3 2731人')
  expect(one?.params).toMatchObject({ stated: '5', without: '6' })
})
