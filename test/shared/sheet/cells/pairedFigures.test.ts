import { describe, expect, it } from 'vitest'
import type { SheetReading } from '../../../../shared/pipeline/sheetReading.ts'
import { numberFromScaled } from '../../../../shared/quantity/scaled.ts'
import { alarmsOf, readRows } from './readRows.ts'

/** "1200 of 2000" of each record. */
const saidBy = ({ records }: SheetReading): readonly string[] =>
  records.map(({ values: { cumulative, target } }) =>
    [cumulative, target].map((value) => (value == null ? '–' : numberFromScaled(value))).join(' of '),
  )

const counties = (heading: string, cells: readonly string[], title = '窨井设施整治进展情况表') =>
  readRows(
    ['序号', '县（市、区）', heading, '备注'],
    ['湖滨区', '陕州区', '渑池县'].map((area, i) => [i + 1, area, cells[i] ?? null, null]),
    { title },
  )

describe('figure and target in one cell', () => {
  it.each([
    ['完成数/任务数', '1200/2000'],
    ['完成数／任务数（个）', '1200／2000'],
    ['已完成/年度目标', '1200个/2000个'],
    ['整治窨井设施（完成/任务）', '1200 / 2000'],
    ['任务/完成', '2000/1200'],
    ['任务数/累计完成数', '0.2万/0.12万'],
    ['计划/已整治', '2000/1200'],
  ])('are told apart by the order of the heading: %s over %s', (heading, first) => {
    const [, , ...rest] =
      /任务数?\/|计划\//.test(heading) && !/（完成/.test(heading) ? [0, 0, '1500/800', '1200/600'] : [0, 0, '800/1500', '600/1200']
    const reading = counties(heading, [first, ...rest.map(String)])
    expect(saidBy(reading)).toEqual(['1200 of 2000', '800 of 1500', '600 of 1200'])
    expect(alarmsOf(reading)).toEqual([])
  })

  it('are checked like those of two columns', () => {
    const reading = readRows(
      ['序号', '县（市、区）', '完成数/任务数', '完成率'],
      [
        [1, '湖滨区', '1200/2000', '60%'],
        [2, '陕州区', '800/1500', '35.3%'],
      ],
      { title: '窨井设施整治进展情况表' },
    )
    expect(alarmsOf(reading)).toEqual(['D4 PCT_MISMATCH'])
  })

  it('are not made of other cells, nor under other headings', () => {
    expect(saidBy(counties('完成数/任务数', ['1200', '800', '600']))).toEqual(['1200 of –', '800 of –', '600 of –'])
    const other = counties('完成/未完成', ['1200/800', '800/700', '600/600'])
    expect(saidBy(other).some((said) => said.endsWith('800'))).toBe(false)
  })

  it('never replace a target of another column without a word', () => {
    const reading = readRows(
      ['序号', '县（市、区）', '年度目标', '完成数/任务数'],
      [
        [1, '湖滨区', 2000, '1200/2000'],
        [2, '陕州区', 1500, '800/1600'],
      ],
      { title: '窨井设施整治进展情况表' },
    )
    expect(saidBy(reading)).toEqual(['1200 of 2000', '800 of 1500'])
    expect(reading.findings.flatMap(({ code, cell }) => (code === 'FIGURE_TWICE' ? [cell] : []))).toEqual(['D4'])
  })
})
