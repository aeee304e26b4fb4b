import { isDeepStrictEqual } from 'node:util'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Grid } from '../../../shared/grid/grid.ts'
import { readXlsx } from '../../../shared/grid/xlsx/readXlsx.ts'
import { readSheet } from '../../../shared/pipeline/readSheet.ts'
import { asScaled } from '../../../shared/quantity/scaled.ts'
import type { FigureRecord } from '../../../shared/record/figureRecord.ts'
import { register2021 as register } from '../../../shared/register/year2021/register2021.ts'
import { prefillSheet } from '../../../shared/report/prefill/prefillSheet.ts'
import { preparedXlsx } from '../../../worker/cli/report/preparedXlsx.ts'

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
    expect(prefillSheet(last, read(last), { accepted: [record] }).grid.cells[3]?.[2]).toBe(0.095)
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

  it('stays the unit’s own file: only what changes is touched', async () => {
    const own = new ExcelJS.Workbook()
    const sheet = own.addWorksheet('进度')
    for (const row of last.cells) sheet.addRow([...row])
    for (const [at, formula] of Object.entries(last.formulas)) sheet.getCell(at).value = { formula: formula.slice(1), result: 0.1385 }
    for (const [at, format] of Object.entries(last.formats)) sheet.getCell(at).numFmt = format
    sheet.mergeCells('A1:G1')
    sheet.getColumn(6).width = 47
    sheet.getRow(3).height = 33
    sheet.getCell('A4').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF2CC' } }
    sheet.getCell('C4').numFmt = '@'
    own.addWorksheet('说明').getCell('A1').value = '填报说明'
    const file = new Uint8Array(await own.xlsx.writeBuffer())
    const read_ = readXlsx(file)
    const grid = read_.ok ? read_.value[0] : undefined
    if (!grid) throw new Error('no sheet')
    const prepared = prefillSheet(grid, read(grid))
    const back = new ExcelJS.Workbook()
    const written = preparedXlsx(file, grid, prepared)
    if (!written.ok) throw new Error(written.fault.tag)
    await back.xlsx.load(written.value.slice().buffer)
    const now = back.getWorksheet('进度')
    const values = ['A4', 'B4', 'C4', 'D4', 'F4', 'G4', 'A2', 'D2'].map((at) => now?.getCell(at).value)
    expect(values).toEqual(['湖滨区', 0.65, 0.09, null, null, '两个片区', '填报日期：', '截至2021年　月　日'])
    expect(now?.getCell('C4').numFmt).not.toBe('@')
    expect(now?.getCell('C4').font).toMatchObject({ italic: true })
    expect([now?.getCell('D6').formula, now?.getCell('E4').numFmt]).toEqual(['SUM(D4:D5)', '0.00%'])
    expect([now?.getColumn(6).width, now?.getRow(3).height, now?.getCell('A1').isMerged]).toEqual([47, 33, true])
    expect(now?.getCell('A4').fill).toMatchObject({ fgColor: { argb: 'FFFFF2CC' } })
    expect(back.getWorksheet('说明')?.getCell('A1').value).toBe('填报说明')
    // of all parts three are touched: the sheet, the styles, the workbook's own
    const [parts, ownParts] = [unzipSync(written.value), unzipSync(file)]
    expect(Object.keys(parts).sort()).toEqual(Object.keys(ownParts).sort())
    expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).toContain('fullCalcOnLoad="1"')
    const touched = Object.entries(ownParts).filter(([path, part]) => !isDeepStrictEqual(part, parts[path]))
    expect(touched.map(([path]) => path).sort()).toEqual(['xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'])
    expect(preparedXlsx(file, grid, prepared)).toEqual(written)
  })
})
