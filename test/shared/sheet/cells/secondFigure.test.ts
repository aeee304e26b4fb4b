import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import type { SheetReading } from '../../../../shared/pipeline/sheetReading.ts'
import { numberFromScaled } from '../../../../shared/quantity/scaled.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { gridOf } from '../../grid/gridOf.ts'

const read = (...cells: readonly (readonly CellValue[])[]): SheetReading => {
  const reading = readSheet(gridOf(cells), register2021, { reporter: 'jiaotong', period: '2021-05', year: 2021 })
  if (!reading.ok) throw new Error(reading.fault.tag)
  return reading.value
}

const TITLE = ['2021年农村公路建设进展情况表']
const twice = ({ findings }: SheetReading) => findings.filter(({ code }) => code === 'FIGURE_TWICE')

describe('a second cell for one figure of a record', () => {
  const HEADINGS = ['县（市、区）', '年度目标（公里）', '完成情况', '完成率']
  const row = (percent: CellValue) => ['湖滨区', 20, '12公里（60%）', percent]

  it.each<[string, CellValue, readonly string[]]>([
    ['the same', '60%', []],
    ['the same, rounded', '60.0%', []],
    ['another', '65%', ['D3']],
    ['blank', null, []],
    ['a mark', '—', []],
  ])('%s', (_, percent, told) => {
    const reading = read(TITLE, HEADINGS, row(percent), ['陕州区', 60, '30公里（50%）', '50%'])
    expect(reading.records[0]?.values).toMatchObject({ cumulative: 120_000, statedPercent: 600_000 })
    expect(twice(reading).map(({ cell }) => cell)).toEqual(told)
  })

  it('is reported once for a column, with the cell that was taken', () => {
    const [finding, ...others] = twice(
      read(TITLE, HEADINGS, row('65%'), ['陕州区', 60, '30公里（50%）', '55%'], ['灵宝市', 65, '13公里（20%）', '20%']),
    )
    expect(others).toEqual([])
    expect(finding).toMatchObject({ severity: 'warning', cell: 'D3', cells: ['D3', 'D4'], params: { taken: 'C3', count: 2 } })
  })

  it('of money is a note: a table may have several columns of it', () => {
    const reading = read(
      TITLE,
      ['县（市、区）', '年度目标（公里）', '累计完成', '续建投资（万元）', '新建投资（万元）'],
      ['湖滨区', 20, 12, 300, 210],
      ['陕州区', 60, 30, 150, 150],
    )
    expect(twice(reading).map(({ severity, cell }) => [severity, cell])).toEqual([['info', 'E3']])
    expect(numberFromScaled(reading.records[0]?.values.investDone ?? reading.records[0]?.values.investPlan ?? (0 as never))).toBe(3_000_000)
  })
})
