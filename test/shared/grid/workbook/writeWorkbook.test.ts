import { read } from '@e965/xlsx'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeWorkbook } from '../../../../shared/grid/workbook/writeWorkbook.ts'
import type { WrittenSheet } from '../../../../shared/grid/workbook/writtenSheet.ts'
import { readXlsx } from '../../../../shared/grid/xlsx/readXlsx.ts'

const SHEET: WrittenSheet = {
  name: '进度',
  rows: [
    [{ text: '2021年进展情况表', look: { size: 16, bold: true, horizontal: 'center' } }, null],
    [
      { text: '区', look: { fill: 'FFE7EEF5', frame: 'FF8A8A8A' } },
      { text: '完成率', look: { fill: 'FFE7EEF5', frame: 'FF8A8A8A' } },
    ],
    [
      { text: ' 湖滨<区>&"一"\n二 ', look: { wraps: true } },
      { number: 0.4867, format: '0.00%' },
    ],
    [{ text: '=1+1' }, { number: '9007199254740.99', look: { italic: true, colour: 'FF7F7F7F' } }],
    [{ flag: true }, { number: 3, formula: '=1+2' }, { text: '甲', formula: '="甲"' }],
    [],
    [null, { text: '\u0001_x000D_\r😀\uD800' }],
  ],
  merges: ['A1:B1'],
  widths: [12, 30],
  heights: new Map([[1, 30]]),
  frozenRows: 2,
}
const bytes = writeWorkbook([SHEET, { name: '进度', rows: [] }])
const partOf = (path: string) => strFromU8(unzipSync(bytes)[path] ?? new Uint8Array())

describe('a new workbook', () => {
  it('reads as it was written', () => {
    const grids = readXlsx(bytes)
    const [first, second] = grids.ok ? grids.value : []
    expect(first?.cells).toEqual([
      ['2021年进展情况表'],
      ['区', '完成率'],
      [' 湖滨<区>&"一"\n二 ', 0.4867],
      ['=1+1', 9_007_199_254_740.99],
      [true, 3, '甲'],
      [],
      [null, '\u0001_x000D_\r😀\uD800'],
    ])
    expect([first?.formats, first?.formulas, first?.merges]).toEqual([{ B3: '0.00%', A4: '@' }, { B5: '=1+2', C5: '="甲"' }, ['A1:B1']])
    expect([second?.sheetName, second?.cells]).toEqual(['进度 (2)', []])
  })

  it('reads so by two other libraries too, with its looks', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(bytes.slice().buffer)
    const sheet = workbook.worksheets[0]
    expect(['A2', 'B3', 'A4', 'B5', 'A5'].map((at) => sheet?.getCell(at).value)).toEqual([
      '区',
      0.4867,
      '=1+1',
      { formula: '1+2', result: 3 },
      true,
    ])
    expect(sheet?.getCell('A1').font).toMatchObject({ size: 16, bold: true, name: '宋体' })
    expect(sheet?.getCell('B4').font).toMatchObject({ italic: true, color: { argb: 'FF7F7F7F' } })
    expect(sheet?.getCell('B2').fill).toMatchObject({ pattern: 'solid', fgColor: { argb: 'FFE7EEF5' } })
    expect(sheet?.getCell('B2').border.left).toEqual({ style: 'thin', color: { argb: 'FF8A8A8A' } })
    expect([sheet?.getColumn(2).width, sheet?.getRow(1).height, sheet?.getCell('B1').isMerged]).toEqual([30, 30, true])
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
    const [name = ''] = read(bytes.slice(), { type: 'array' }).SheetNames
    expect(name).toBe('进度')
  })

  it('is the same bytes each time, and says nobody’s name, no day and no place', () => {
    expect(writeWorkbook([SHEET, { name: '进度', rows: [] }])).toEqual(bytes)
    expect(Object.keys(unzipSync(bytes)).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ])
  })

  it('has each font, fill, frame and format once', () => {
    const styles = partOf('xl/styles.xml')
    const counts = ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs'].map((list) =>
      Number(new RegExp(`<${list} count="(\\d+)"`).exec(styles)?.[1]),
    )
    expect(counts).toEqual([2, 3, 3, 2, 7])
  })

  it('counts days from 1904 where it is asked to', () => {
    const grids = readXlsx(writeWorkbook([SHEET], true))
    expect(grids.ok && grids.value[0]?.date1904).toBe(true)
  })
})
