import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { readXlsx } from '../../../../shared/grid/xlsx/readXlsx.ts'
import { partsOf, relationship, relationships, workbookXml, worksheetXml, zipOf } from './zipOf.ts'

const bytesOf = async (build: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook()
  build(workbook.addWorksheet('5月'), workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const gridOf = async (build: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void) => {
  const grids = readXlsx(await bytesOf(build))
  if (!grids.ok || !grids.value[0]) throw new Error('unreadable')
  return grids.value[0]
}

/** The first sheet of these bytes; the fault in place of it. */
const firstOf = (bytes: Uint8Array) => {
  const grids = readXlsx(bytes)
  if (!grids.ok || !grids.value[0]) throw new Error(JSON.stringify(grids))
  return grids.value[0]
}
const gridOfParts = (rows: string, behind?: string, more: Readonly<Record<string, string>> = {}) =>
  firstOf(zipOf({ ...partsOf(rows, behind), ...more }))
const faultOf = (parts: Readonly<Record<string, string>>) => {
  const grids = readXlsx(zipOf(parts))
  return grids.ok ? undefined : grids.fault
}

/** Rows of cells, which have neither references nor styles. */
const rowsOf = (...rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `<row>${row.map(cellXml).join('')}</row>`).join('')
const cellXml = (value: string | number): string =>
  typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`
const merging = (...areas: readonly string[]): string =>
  `<mergeCells>${areas.map((area) => `<mergeCell ref="${area}"/>`).join('')}</mergeCells>`
const TWO_ROWS = rowsOf(['标题', '留下的字', 3], ['湖滨区', 12, '=A1'])

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

  it('takes of merged whole columns and rows what the sheet uses, and no area beside it', () => {
    const grid = gridOfParts(TWO_ROWS, merging('C1:C1048576', 'A2:XFD2', 'J1:XFD1048576', 'A9:C9'))
    expect(grid.merges).toEqual(['C1:C2', 'A2:C2'])
    expect(grid.cells).toEqual([
      ['标题', '留下的字', 3],
      ['湖滨区', null, null],
    ])
  })

  it('leaves out what a merged area hides behind its first cell, its format and formula too', () => {
    const hidden = '<row><c><v>1</v></c><c s="1"><f>A1*2</f><v>2</v></c></row>'
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs></styleSheet>'
    const grid = gridOfParts(hidden, merging('A1:B1'), { 'xl/styles.xml': styles })
    expect(grid).toMatchObject({ cells: [[1, null]], formats: {}, formulas: {} })
  })

  it('reads a file of 20,000 merged areas and of names over whole columns', () => {
    const areas = Array.from({ length: 20_000 }, (_, n) => (n % 2 ? 'E5:F5' : 'A5:B5').replaceAll('5', String(3 + Math.floor(n / 2))))
    const rows = Array.from(
      { length: 10_000 },
      (_, n) => `<row r="${3 + n}"><c r="A${3 + n}"><v>${n}</v></c><c><v>1</v></c><c r="E${3 + n}"><v>2</v></c></row>`,
    )
    const names = ['A', 'B', 'C'].map((column) => `<definedName name="列${column}">'5月'!$${column}$1:$${column}$1048576</definedName>`)
    const workbook = workbookXml('<sheet name="5月" sheetId="1" r:id="rId1"/>', { after: `<definedNames>${names.join('')}</definedNames>` })
    const grid = gridOfParts(rows.join(''), merging(...areas), { 'xl/workbook.xml': workbook })
    expect(grid.merges).toHaveLength(20_000)
    expect(grid.cells).toHaveLength(10_002)
    expect(grid.cells[2]).toEqual([0, null, null, null, 2])
  })

  it('refuses areas that overlap without end', () => {
    const row = `<row>${'<c><v>1</v></c>'.repeat(1000)}</row>`
    const areas = Array.from({ length: 40_000 }, () => 'A1:ALL1')
    expect(faultOf(partsOf(row, merging(...areas)))).toEqual({ tag: 'tooLarge', what: 'cells' })
  })

  it('counts days from 1904 where the workbook does', async () => {
    const grid = await gridOf((sheet, workbook) => {
      workbook.properties.date1904 = true
      sheet.getCell('A1').value = new Date(Date.UTC(2021, 4, 26))
    })
    expect(grid.date1904).toBe(true)
    expect(grid.cells[0]?.[0]).toBe(44_342 - 1462)
  })

  it('reads cells and rows without references, and out of their order', () => {
    const cells = gridOfParts(
      `${rowsOf([1, 2])}<row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row>${rowsOf([5])}<row r="2"><c r="b2"><v>6</v></c></row>`,
    ).cells
    expect(cells).toEqual([[1, 2], [null, 6], [], [null, null, 3, 4], [5]])
  })

  it('places a cell where its own reference says', () => {
    expect(gridOfParts('<row r="1"><c r="A3"><v>3</v></c></row>').cells).toEqual([[], [], [3]])
  })

  it.each<[string, string, unknown]>([
    ['a number of many digits', '<c><v>1.2345678901234567E-2</v></c>', 0.012345678901234567],
    ['a number with blanks around', '<c><v> 12.5\n</v></c>', 12.5],
    ['what should be a number and is none', '<c><v>12,5</v></c>', '12,5'],
    ['the text result of a formula under a date format', '<c s="1" t="str"><f>A2&amp;""</f><v>2021年5月</v></c>', '2021年5月'],
    ['a truth value', '<c t="b"><v>1</v></c>', true],
    ['a result of false', '<c t="b"><f>1&gt;2</f><v>0</v></c>', false],
    ['an error', '<c t="e"><v>#N/A</v></c>', '#N/A'],
    [
      'a text in runs',
      '<c t="inlineStr"><is><r><rPr><b/></rPr><t>累计</t></r><r><t xml:space="preserve"> 完成</t></r></is></c>',
      '累计 完成',
    ],
    [
      'a text with a reading in the middle',
      '<c t="inlineStr"><is><r><t>湖滨</t></r><rPh sb="0" eb="2"><t>ヒンク</t></rPh><r><t>区</t></r><phoneticPr fontId="1"/></is></c>',
      '湖滨区',
    ],
    ['a text without its type', '<c><is><t>湖滨区</t></is></c>', '湖滨区'],
    ['a text as CDATA', '<c t="str"><v><![CDATA[<2 & 3>]]></v></c>', '<2 & 3>'],
    ['signs that XML cannot hold', '<c t="inlineStr"><is><t>湖_x000D_滨_x005F_x000D_</t></is></c>', '湖\r滨_x000D_'],
    ['a day of a Strict file', '<c t="d"><v>2021-05-26</v></c>', 44_342],
    ['a time of a Strict file', '<c t="d"><v>2021-05-26T12:00:00Z</v></c>', 44_342.5],
    ['a time without a day', '<c t="d"><v>18:00:00.000</v></c>', 0.75],
    ['a day that never was', '<c t="d"><v>1900-02-28T00:00:00</v></c>', 59],
    ['a text that the file does not have', '<c t="s"><v>7</v></c>', '#REF!'],
    ['what lies behind an extension', '<c><extLst><ext><c><v>1</v></c></ext></extLst><v>2</v></c>', 2],
  ])('gives %s', (_, cell, wanted) => {
    expect(gridOfParts(`<row>${cell}</row>`).cells[0]?.[0]).toEqual(wanted)
  })

  it.each([
    '<c/>',
    '<c s="1"/>',
    '<c s="1"></c>',
    '<c><v/></c>',
    '<c><v> </v></c>',
    '<c t="s"><v>0</v></c>',
    '<c t="inlineStr"><is><t/></is></c>',
    '<c t="str"><f>""</f><v></v></c>',
  ])('takes %s for a blank', (cell) => {
    const grid = gridOfParts(`<row hidden="1">${cell}</row>`, '', { 'xl/sharedStrings.xml': '<sst><si><t></t></si></sst>' })
    expect(grid).toMatchObject({ cells: [], hiddenRows: [], formats: {}, formulas: {} })
  })

  it('counts formatted blanks for nothing', () => {
    const blanks = Array.from(
      { length: 20_000 },
      (_, n) => `<row r="${n + 2}" hidden="1"><c r="A${n + 2}" s="1"/><c r="XFD${n + 2}" s="1"/></row>`,
    )
    expect(gridOfParts(`${rowsOf([1])}${blanks.join('')}`, merging('A1:A20000'))).toMatchObject({
      cells: [[1]],
      hiddenRows: [],
      merges: ['A1:A1'],
    })
  })

  it('reads every column that holds a value', () => {
    const [row = []] = gridOfParts('<row><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>').cells
    expect([row.length, row[0], row[16_383]]).toEqual([16_384, 1, 2])
  })

  it('refuses a sheet that would fill the memory', () => {
    const rows = Array.from({ length: 2000 }, (_, n) => `<row r="${n + 1}"><c r="XFD${n + 1}"><v>2</v></c></row>`)
    expect(faultOf(partsOf(rows.join('')))).toEqual({ tag: 'tooLarge', what: 'cells' })
  })

  it('writes out formulas that cells share, from where each is', () => {
    const master = '<c r="C1"><f t="shared" ref="C1:C3" si="0">A1*$B$1+SUM(A$1:$A1)&amp;"A1"+\'A1 表\'!B2+LOG10(A1)+A:A+1:1</f><v>1</v></c>'
    const { formulas } = gridOfParts(`<row r="1">${master}</row><row r="3"><c r="D3"><f t="shared" si="0"/><v>2</v></c></row>`)
    expect(formulas.D3).toBe('=B3*$B$1+SUM(B$1:$A3)&"A1"+\'A1 表\'!C4+LOG10(B3)+B:B+3:3')
  })

  it('says #REF! where a shared formula leaves the sheet', () => {
    const { formulas } = gridOfParts(
      '<row r="2"><c r="B2"><f t="shared" si="0">A1</f><v>1</v></c></row><row r="1"><c r="A1"><f t="shared" si="0"/><v>2</v></c></row>',
    )
    expect(formulas.A1).toBe('=#REF!')
  })

  it('gives number formats, the built-in ones as a Chinese Excel shows them', () => {
    const styles = `<styleSheet><dxfs><dxf><numFmt numFmtId="164" formatCode="no"/></dxf></dxfs><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${[
      0, 10, 14, 31, 57, 164, 165, 999,
    ].map(
      (id) => `<xf numFmtId="${id}" applyNumberFormat="0"/>`,
    )}</cellXfs><numFmts><numFmt numFmtId="0" formatCode="yyyy"/><numFmt numFmtId="164" formatCode="0.0&quot;公里&quot;"/><numFmt numFmtId="165" formatCode="General"/></numFmts></styleSheet>`
    const cells = Array.from({ length: 9 }, (_, n) => `<c s="${n}"><v>1</v></c>`).join('')
    expect(gridOfParts(`<row>${cells}</row>`, '', { 'xl/styles.xml': styles }).formats).toEqual({
      B1: '0.00%',
      C1: 'yyyy/m/d',
      D1: 'yyyy"年"m"月"d"日"',
      E1: 'yyyy"年"m"月"',
      F1: '0.0"公里"',
    })
  })

  it.each(['hidden="1"', 'hidden="true"', 'ht="0" customHeight="1"', 'outlineLevel="1" hidden="1"'])(
    'knows a row as hidden by %s',
    (how) => {
      expect(gridOfParts(`<row r="1"><c><v>1</v></c></row><row r="2" ${how}><c><v>1</v></c></row>`).hiddenRows).toEqual([2])
    },
  )

  it('reads the sheets in the order of the tabs, hidden ones too, and no charts', () => {
    const parts = {
      ...partsOf(rowsOf([1])),
      'xl/workbook.xml': workbookXml(
        '<sheet name="图" sheetId="1" r:id="c"/><sheet name="二" state="hidden" sheetId="2" r:id="b"/><sheet name="一" sheetId="3" r:id="a"/>',
      ),
      'xl/_rels/workbook.xml.rels': relationships(
        relationship('a', 'worksheet', 'worksheets/sheet1.xml'),
        relationship('b', 'worksheet', 'worksheets/sheet2.xml'),
        relationship('c', 'chartsheet', 'chartsheets/sheet1.xml'),
      ),
      'xl/worksheets/sheet2.xml': worksheetXml(`<sheetData>${rowsOf([2])}</sheetData>`),
      'xl/chartsheets/sheet1.xml': '<chartsheet/>',
    }
    const grids = readXlsx(zipOf(parts))
    expect(grids.ok && grids.value.map(({ sheetName, cells }) => [sheetName, cells])).toEqual([
      ['二', [[2]]],
      ['一', [[1]]],
    ])
    expect(faultOf({ ...parts, 'xl/workbook.xml': workbookXml('<sheet name="图" sheetId="1" r:id="c"/>') })).toEqual({ tag: 'noSheet' })
  })

  it.each<[string, Readonly<Record<string, string>>]>([
    [
      'a sheet that ends in the middle of a row',
      { 'xl/worksheets/sheet1.xml': worksheetXml('<sheetData><row><c><v>1</v></c></row>').replace('</worksheet>', '') },
    ],
    [
      'a cell that nothing closes',
      { 'xl/worksheets/sheet1.xml': worksheetXml('<sheetData><row><c><v>1</v><c><v>2</v></c></row></sheetData>') },
    ],
    ['texts that end in the middle', { 'xl/sharedStrings.xml': '<sst><si><t>a</t></si><si><t>b' }],
  ])('calls a file damaged for %s', (_, parts) => {
    const [part] = Object.keys(parts)
    expect(faultOf({ ...partsOf(''), ...parts })).toEqual({ tag: 'damaged', part })
  })

  it('calls a file damaged that lacks the parts of all its sheets', () => {
    const { 'xl/worksheets/sheet1.xml': _, ...parts } = partsOf('')
    expect(faultOf(parts)).toEqual({ tag: 'damaged', part: 'xl/worksheets/sheet1.xml' })
  })

  it.each<[string, string, readonly unknown[]]>([
    [
      'gives a sheet without cells for a tab whose part is missing beside others',
      'r:id="rId9"',
      [
        ['5月', 2],
        ['二', 0],
      ],
    ],
    ['has no sheet for a module of Excel 95, which has no part', 'state="veryHidden" r:id=""', [['5月', 2]]],
  ])('%s', (_, second, wanted) => {
    const sheets = `<sheet name="5月" sheetId="1" r:id="rId1"/><sheet name="二" sheetId="9" ${second}/>`
    const grids = readXlsx(zipOf({ ...partsOf(TWO_ROWS), 'xl/workbook.xml': workbookXml(sheets) }))
    expect(grids.ok && grids.value.map(({ sheetName, cells }) => [sheetName, cells.length])).toEqual(wanted)
  })
})
