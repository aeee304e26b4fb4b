import ExcelJS from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readXlsx } from '../../../shared/grid/readXlsx.ts'

const bytesOf = async (build: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook()
  build(workbook.addWorksheet('5月'), workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const gridOf = async (build: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void) => {
  const grids = await readXlsx(await bytesOf(build), () => new ExcelJS.Workbook())
  if (!grids.ok || !grids.value[0]) throw new Error('unreadable')
  return grids.value[0]
}

/** A file of two rows whose parts are changed as text: what ExcelJS would not write, or not in time. */
const gridOfParts = async (change: (part: string, xml: string) => string) => {
  const bytes = await bytesOf((sheet) => {
    sheet.addRows([
      ['标题', '留下的字', 3],
      ['湖滨区', 12, '=A1'],
    ])
  })
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strToU8(change(name, strFromU8(part)))])
  const grids = await readXlsx(zipSync(Object.fromEntries(parts)), () => new ExcelJS.Workbook())
  if (!grids.ok || !grids.value[0]) throw new Error('unreadable')
  return grids.value[0]
}

const merging =
  (...areas: readonly string[]) =>
  (part: string, xml: string): string =>
    part === 'xl/worksheets/sheet1.xml'
      ? xml.replace('</sheetData>', `</sheetData><mergeCells>${areas.map((area) => `<mergeCell ref="${area}"/>`).join('')}</mergeCells>`)
      : xml

describe('readXlsx', () => {
  it.each<[string, ExcelJS.CellValue, unknown]>([
    ['a number', 12.5, 12.5],
    ['a text', '41公里', '41公里'],
    ['a truth value', false, false],
    ['a formula with the result 0', { formula: 'A2-A3', result: 0 }, 0],
    ['a formula with the result false', { formula: 'A2>A3', result: false as unknown as number }, false],
    ['a formula with a text', { formula: 'A2&"%"', result: '48%' }, '48%'],
    ['a formula with an error', { formula: '1/0', result: { error: '#DIV/0!' } as unknown as number }, '#DIV/0!'],
    ['an error value', { error: '#REF!' }, '#REF!'],
    ['rich text', { richText: [{ text: '累计' }, { font: { bold: true }, text: '完成' }] }, '累计完成'],
    ['a link', { text: '附件', hyperlink: 'https://example.org' }, '附件'],
    ['a date', new Date(Date.UTC(2021, 4, 26)), 44_342],
  ])('gives %s', async (_, value, wanted) => {
    const grid = await gridOf((sheet) => {
      sheet.getCell('A1').value = value
    })
    expect(grid.cells[0]?.[0]).toEqual(wanted)
  })

  it('keeps merges with their value in the first cell only, formats, formulas and hidden rows', async () => {
    const grid = await gridOf((sheet) => {
      sheet.getCell('A1').value = '标题'
      sheet.mergeCells('A1:C1')
      sheet.getCell('B2').value = 0.4867
      sheet.getCell('B2').numFmt = '0.00%'
      sheet.getCell('C2').value = { formula: 'SUM(B2:B2)', result: 0.4867 }
      sheet.getRow(3).hidden = true
      sheet.getCell('A3').value = '隐藏'
    })
    expect(grid.cells[0]).toEqual(['标题'])
    expect(grid.merges).toEqual(['A1:C1'])
    expect(grid.formats.B2).toBe('0.00%')
    expect(grid.formulas.C2).toBe('=SUM(B2:B2)')
    expect(grid.hiddenRows).toEqual([3])
    expect(grid.sheetName).toBe('5月')
  })

  it('takes of merged whole columns the rows that the sheet has, and no area below them', async () => {
    const grid = await gridOfParts(merging('H1:H1048576', 'J1:XFD1048576', 'A9:C9'))
    expect(grid.merges).toEqual(['H1:H2', 'J1:XFD2'])
    expect(grid.cells).toEqual([
      ['标题', '留下的字', 3],
      ['湖滨区', 12, '=A1'],
    ])
  })

  it('leaves out what a merged area hides behind its first cell', async () => {
    const grid = await gridOfParts(merging('A1:C1', 'B2:B3'))
    expect(grid.cells).toEqual([
      ['标题', null, null],
      ['湖滨区', 12, '=A1'],
    ])
  })

  it('finds merged areas where the elements have the prefix of their namespace', async () => {
    const grid = await gridOfParts((part, xml) => merging('A1:B1')(part, xml).replaceAll('mergeCell', 'x:mergeCell'))
    expect(grid.merges).toEqual(['A1:B1'])
  })

  it('reads a file of 20,000 merged areas and of names over whole columns', async () => {
    const areas = Array.from(
      { length: 20_000 },
      (_, i) => `${i % 2 ? 'E' : 'A'}${3 + Math.floor(i / 2)}:${i % 2 ? 'F' : 'B'}${3 + Math.floor(i / 2)}`,
    )
    const rows = Array.from({ length: 10_000 }, (_, i) => `<row r="${3 + i}"><c r="A${3 + i}"><v>${i}</v></c></row>`).join('')
    const names = ['A', 'B', 'C'].map((column) => `<definedName name="列${column}">'5月'!$${column}$1:$${column}$1048576</definedName>`)
    const grid = await gridOfParts((part, xml) =>
      merging(...areas)(part, xml)
        .replace('</sheetData>', `${rows}</sheetData>`)
        .replace('</sheets>', `</sheets><definedNames>${names.join('')}</definedNames>`),
    )
    expect(grid.merges).toHaveLength(20_000)
    expect(grid.cells).toHaveLength(10_002)
  })

  it('counts days from 1904 where the workbook does', async () => {
    const grid = await gridOf((sheet, workbook) => {
      workbook.properties.date1904 = true
      sheet.getCell('A1').value = new Date(Date.UTC(2021, 4, 26))
    })
    expect(grid.date1904).toBe(true)
    expect(grid.cells[0]?.[0]).toBe(44_342 - 1462)
  })

  it.each([
    ['an empty file', new Uint8Array(), 'notXlsx'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'notXlsx'],
    ['an old .xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0]), 'notXlsx'],
    [
      'a file behind a password',
      new Uint8Array([0xd0, 0xcf, ...[...'EncryptedPackage'].flatMap((c) => [c.charCodeAt(0), 0])]),
      'encrypted',
    ],
    ['a torn file', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9, 9]), 'damaged'],
  ])('refuses %s with a reason', async (_, bytes, reason) => {
    const grids = await readXlsx(bytes, () => new ExcelJS.Workbook())
    expect(!grids.ok && grids.fault).toMatchObject({ tag: 'unreadable', reason })
  })
})
