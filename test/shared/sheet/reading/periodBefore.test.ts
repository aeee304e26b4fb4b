import { describe, expect, it } from 'vitest'
import type { CellValue, Grid } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import { asScaled, decimalFromScaled, SCALE } from '../../../../shared/quantity/scaled.ts'
import type { EarlierRecord } from '../../../../shared/record/reading.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'

const COUNTIES = [
  ['湖滨区', '411202'],
  ['陕州区', '411203'],
  ['渑池县', '411221'],
  ['卢氏县', '411224'],
] as const
const TARGETS = [20, 60, 55, 92]
const AUGUST = [11, 30, 27, 44]
const SEPTEMBER = [13, 33, 30, 50]

const sent = (figures: readonly number[], period: string): readonly EarlierRecord[] =>
  COUNTIES.map(([, area], i) => ({
    subject: '7.1.a',
    area,
    part: '',
    values: { cumulative: asScaled((figures[i] ?? 0) * SCALE) },
    written: {},
    origin: { sheet: 'S', row: 3 + i, cells: {} },
    period,
  }))

/** Roads in September, after what was sent for the months before. */
function read(heads: readonly CellValue[], columns: readonly (readonly number[])[], earlier = sent(AUGUST, '2021-08')) {
  const rows = COUNTIES.map(([name], i) => [name, ...columns.map((column) => column[i] ?? null)])
  const cells = [['2021年农村公路建设进展情况'], heads, ...rows]
  const grid: Grid = { sheetName: 'S', cells, texts: {}, formats: {}, merges: [], formulas: {}, hiddenRows: [], date1904: false }
  const reading = readSheet(grid, register2021, { period: '2021-09', year: 2021, earlier })
  if (!reading.ok) throw new Error(reading.fault.tag)
  const { tables, records } = reading.value
  return {
    fields: tables[0]?.columns.map(({ field, aside }) => (aside ? `(${field})` : (field ?? '?'))),
    figures: records.map(({ values }) => (values.cumulative == null ? '-' : decimalFromScaled(values.cumulative))),
  }
}
const NOW = SEPTEMBER.map(String)

describe('what was sent for the period before', () => {
  it.each([
    [
      ['县区', '年度目标（公里）', '完成数', '完成数（公里）'],
      [TARGETS, AUGUST, SEPTEMBER],
    ],
    [
      ['县区', '年度目标（公里）', '累计完成（公里）', '原报数'],
      [TARGETS, SEPTEMBER, AUGUST],
    ],
    [
      ['县区', '年度目标（公里）', '完成情况', '累计完成'],
      [TARGETS, AUGUST, SEPTEMBER],
    ],
  ] as const)('is not this one’s: %j', (heads, columns) => {
    const { figures, fields } = read(heads, columns)
    expect(figures).toEqual(NOW)
    expect(fields).toContain('previous_cumulative')
  })

  it('a month without progress stays what it is', () => {
    const { figures, fields } = read(['县区', '年度目标（公里）', '已开工（公里）', '已完工（公里）'], [TARGETS, SEPTEMBER, AUGUST])
    expect(figures).toEqual(AUGUST.map(String))
    expect(fields).not.toContain('previous_cumulative')
    expect(read(['县区', '年度目标（公里）', '累计完成（公里）'], [TARGETS, AUGUST]).figures).toEqual(AUGUST.map(String))
  })

  it('older periods say nothing where a newer one was reported', () => {
    const july = AUGUST.map((value) => value - 3)
    const earlier = [...sent(AUGUST, '2021-08'), ...sent(july, '2021-07')]
    expect(read(['县区', '年度目标（公里）', '累计完成（公里）', '甲栏'], [TARGETS, SEPTEMBER, july], earlier).fields?.at(-1)).toBe('?')
  })
})
