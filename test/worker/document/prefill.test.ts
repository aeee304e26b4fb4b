import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { Grid } from '../../../shared/grid/grid.ts'
import { readXlsx } from '../../../shared/grid/readXlsx.ts'
import { readSheet } from '../../../shared/pipeline/readSheet.ts'
import { asScaled } from '../../../shared/quantity/scaled.ts'
import type { FigureRecord } from '../../../shared/record/figureRecord.ts'
import { register2021 as register } from '../../../shared/register/year2021/register2021.ts'
import { prefillSheet } from '../../../shared/report/prefill/prefillSheet.ts'
import { gridXlsx } from '../../../worker/document/gridXlsx.ts'

const last: Grid = {
  sheetName: '进度',
  cells: [
    ['2021年老旧小区改造进展情况表'],
    ['填报日期：2021.5.26', null, null, '截至2021年5月26日'],
    ['县（市、区）', '年度目标（万户）', '上月累计（万户）', '累计完成（万户）', '完成率', '进展情况', '备注'],
    ['湖滨区', 0.65, 0.05, 0.09, 0.1385, '正在改造。', '两个片区'],
    ['陕州区', 0.43, 0.03, 0.052, 0.1209, '正在改造。', null],
    ['合计', 1.08, 0.08, 0.142, 0.1315, null, null],
  ],
  texts: { E4: '13.85%' },
  formats: { E4: '0.00%', E5: '0.00%' },
  merges: ['A1:G1'],
  formulas: { E4: '=D4/B4', D6: '=SUM(D4:D5)' },
  hiddenRows: [],
  date1904: false,
}
const read = (grid: Grid) => {
  const reading = readSheet(grid, register, { period: '2021-05', year: 2021, reporter: 'baicheng' })
  if (!reading.ok) throw new Error(reading.fault.tag)
  return reading.value
}

describe('the sheet for the next period', () => {
  it('keeps layout, targets and formulas, moves the last cumulative figure, and empties what is said anew', () => {
    const { grid, carried } = prefillSheet(last, read(last))
    expect(grid.cells).toEqual([
      ['2021年老旧小区改造进展情况表'],
      ['填报日期：', null, null, '截至2021年　月　日'],
      last.cells[2],
      ['湖滨区', 0.65, 0.09, null, 0.1385, null, '两个片区'],
      ['陕州区', 0.43, 0.052, null, null, null, null],
      ['合计', 1.08, null, 0.142, null, null, null],
    ])
    expect(carried).toEqual(['C4', 'C5'])
    expect([grid.formulas, grid.merges, grid.formats]).toEqual([last.formulas, last.merges, last.formats])
  })

  it('takes the figure that the server has where it differs, in the scale of the cell', () => {
    const record: FigureRecord = {
      subject: '4.a',
      area: '411202',
      part: '',
      values: { cumulative: asScaled(9_500_000) },
      written: {},
      origin: { sheet: '进度', row: 4, cells: {} },
    }
    expect(prefillSheet(last, read(last), [record]).grid.cells[3]?.[2]).toBe(0.095)
  })

  it('goes on from the figure in its own cell where the layout has no column for the last one', () => {
    const without = {
      ...last,
      cells: last.cells.map((row) => row.filter((_, column) => column !== 2)),
      formulas: {},
      formats: {},
      texts: {},
    }
    const { grid, carried } = prefillSheet(without, read(without))
    expect(grid.cells[3]).toEqual(['湖滨区', 0.65, 0.09, null, null, '两个片区'])
    expect(carried).toEqual(['C4', 'C5'])
  })

  it('reads back from the .xlsx as it was prepared', async () => {
    const prepared = prefillSheet(last, read(last))
    const bytes = gridXlsx(prepared.grid, prepared)
    const book = await readXlsx(bytes, () => new ExcelJS.Workbook())
    const back = book.ok ? book.value[0] : undefined
    const other = new ExcelJS.Workbook()
    await other.xlsx.load(bytes.slice().buffer as ArrayBuffer)
    expect(back?.cells[3]?.slice(0, 4)).toEqual(['湖滨区', 0.65, 0.09, null])
    expect(back?.merges).toEqual(['A1:G1'])
    expect(other.worksheets[0]?.getCell('D6').formula).toBe('SUM(D4:D5)')
    expect(['E4', 'E5'].map((at) => other.worksheets[0]?.getCell(at).numFmt)).toEqual(['0.00%', '0.00%'])
  })
})
