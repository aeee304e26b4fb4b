import { describe, expect, it } from 'vitest'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { recognizeTables } from '../../../../shared/sheet/recognizeTables.ts'
import { viewSheet } from '../../../../shared/sheet/view/sheetView.ts'
import { gridOf } from '../../grid/gridOf.ts'

/** Headings over rows of counties, and the field and indicator of each column after the first. */
const CASES: readonly (readonly [title: string, headings: readonly string[], expected: readonly string[]])[] = [
  [
    'columns without an indicator belong to the one before them',
    ['乳腺癌筛查任务数', '已筛查人数', '完成率'],
    ['target 8.1.b', 'cumulative 8.1.b', 'percent 8.1.b'],
  ],
  [
    'up to the next that names one',
    ['乳腺癌筛查任务数', '已筛查人数', '完成率', '宫颈癌筛查任务数', '已筛查人数', '完成率'],
    ['target 8.1.b', 'cumulative 8.1.b', 'percent 8.1.b', 'target 8.1.a', 'cumulative 8.1.a', 'percent 8.1.a'],
  ],
  [
    'the only indicator of the headings has all of them',
    ['任务数', '乳腺癌筛查已完成', '完成率'],
    ['target 8.1.b', 'cumulative 8.1.b', 'percent 8.1.b'],
  ],
  [
    'one completed figure behind two targets stays open',
    ['乳腺癌筛查任务数', '宫颈癌筛查任务数', '已筛查人数'],
    ['target 8.1.b', 'target 8.1.a', 'cumulative'],
  ],
  [
    'one percentage behind two indicators stays open',
    ['乳腺癌筛查任务数', '乳腺癌已筛查', '宫颈癌筛查任务数', '宫颈癌已筛查', '完成率'],
    ['target 8.1.b', 'cumulative 8.1.b', 'target 8.1.a', 'cumulative 8.1.a', 'percent'],
  ],
]

describe('columns of figures beside columns that name an indicator', () => {
  it.each(CASES)('%s', (_, headings, expected) => {
    const numbers = headings.map((heading) => (heading === '完成率' ? '20%' : heading.includes('任务') ? 5000 : 1000))
    const rows = ['湖滨区', '陕州区', '渑池县'].map((area) => [area, ...numbers])
    const view = viewSheet(gridOf([['县（市、区）', ...headings], ...rows]))
    const [table] = recognizeTables(view, register2021, { period: '2021-05', year: 2021 })
    const found = table?.columns.slice(1).map(({ field, indicator }) => (indicator ? `${field} ${indicator}` : field))
    expect(found).toEqual(expected)
  })
})
