import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { encodeText } from '../../../../shared/grid/csv/encodeText.ts'
import { readFile } from '../../../../shared/grid/files/readFile.ts'
import type { Grid } from '../../../../shared/grid/grid.ts'
import { gridFromJson } from '../../../../shared/grid/gridFromJson.ts'
import { readingDocument } from '../../../../shared/pipeline/readingDocument.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { labelledSheet } from '../../../sheets/labelledSheet.ts'
import { book95 } from './book95.ts'

const sample = (name: string): Uint8Array => readFileSync(new URL(`samples/${name}`, import.meta.url))
async function gridsOf(bytes: Uint8Array, name = '表.xls'): Promise<readonly Grid[]> {
  const read = await readFile(bytes, name)
  if (!read.ok) throw new Error(JSON.stringify(read.fault))
  return read.value.grids
}
const gridOf = async (bytes: Uint8Array, name?: string): Promise<Grid> => {
  const [grid] = await gridsOf(bytes, name)
  if (!grid) throw new Error('no sheet')
  return grid
}
const faultOf = async (bytes: Uint8Array) => {
  const read = await readFile(bytes, '表.xls')
  return read.ok ? read.value.format : read.fault
}
const reading = (grid: Grid) => {
  const read = readSheet(grid, register2021, { year: 2021, period: '2021-05' })
  return read.ok ? readingDocument(read.value, register2021) : read.fault
}

/** Saved by LibreOffice from the workbooks that `sheetWorkbook` makes of labelled sheets. */
describe.each([
  ['counties/transport-two-row-heading', 'transport-two-row-heading'],
  ['departments/culture-merged-category', 'culture-merged-category'],
])('a labelled sheet that was saved as another format: %s', (name, file) => {
  const labelled = gridFromJson(labelledSheet(name))
  const own = labelled.ok ? labelled.value.grid : undefined

  it.each(['xls', 'ods'])('.%s says what the sheet says, and is read as it is', async (format) => {
    const read = await readFile(sample(`${file}.${format}`), `${file}.${format}`)
    const grid = read.ok ? read.value.grids[0] : undefined
    if (!own || !grid) throw new Error('not read')
    expect(read.ok && read.value.format).toBe(format)
    expect(trimmed(grid)).toEqual(trimmed(own))
    expect([...grid.merges].sort()).toEqual([...own.merges].sort())
    expect(Object.keys(grid.formats).sort()).toEqual(Object.keys(own.formats).sort())
    expect(grid.formulas).toEqual(own.formulas)
    expect(reading({ ...grid, fileName: '' })).toEqual(reading({ ...own, fileName: '' }))
  })
})

/** Without the blanks at the ends of rows. */
const trimmed = ({ cells }: Grid) => cells.map((row) => row.slice(0, row.findLastIndex((value) => value !== null && value !== '') + 1))

describe('what other formats hold', () => {
  it.each([
    ['kinds.xls', true],
    ['kinds1904.xls', true],
    ['kinds.ods', 1],
  ])('%s: values, shown texts, formats, merges, hidden rows, formulas, the base of dates', async (name, yes) => {
    const [first, second, third, ...more] = await gridsOf(sample(name))
    expect(first?.cells).toEqual([
      ['区', '目标', '完成率', '时间', '错', '是否'],
      ['湖滨区', 300, 0.4867, 44_342, '#DIV/0!', yes],
      ['陕州区', 250, 0.25, '2021.5.26', '001', yes === 1 ? 0 : false],
      ['合计', 550, null, null, expect.closeTo(1.234_567_890_123_4e19, -7), '两行\n文字'],
      [],
      ['备注：合并'],
    ])
    expect(first?.texts).toMatchObject({ C2: '48.67%', C3: '25%', D2: name.includes('1904') ? '2025年5月27日' : '2021年5月26日' })
    expect(first?.formats).toMatchObject({ C2: '0.00%', C3: '0%' })
    expect(first?.formulas).toMatchObject({ B4: '=SUM(B2:B3)', C3: '=B3/1000', E2: '=1/0' })
    expect([first?.merges, first?.hiddenRows, first?.date1904]).toEqual([['A6:C6'], [3], name.includes('1904')])
    expect([second?.sheetName, second?.cells, third?.sheetName, third?.cells, more]).toEqual(['空', [], '隐藏', [[], [null, '在']], []])
  })

  it('reads the binary workbook of Excel 2007', async () => {
    const grid = await gridOf(sample('binary.xlsb'))
    expect([grid.sheetName, grid.cells[1]]).toEqual(['进度', ['湖滨区', 300, 146]])
  })

  it('reads a workbook of Excel 95 in the code page of its machine', async () => {
    const rows = [
      ['县（市、区）', '累计完成', '省'],
      ['湖滨区', 146.5, '市'],
    ]
    const grid = await gridOf(book95('进度', rows))
    expect([grid.sheetName, grid.cells]).toEqual(['进度', rows])
  })

  const page = (text: string, head = '') =>
    `<html>${head}<body><table><tr><td colspan=2>进展情况</td></tr><tr><td>湖滨区</td><td>${text}</td></tr></table></body></html>`
  it.each<[string, Uint8Array]>([
    ['UTF-8', strToU8(page('146'))],
    ['GBK that says so', gbk(page('146', '<head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head>'))],
    ['GBK that does not', gbk(page('146'))],
  ])('reads a table of a web page in %s', async (_, bytes) => {
    const grid = await gridOf(bytes)
    expect([grid.cells, grid.merges]).toEqual([[['进展情况'], ['湖滨区', 146]], ['A1:B1']])
  })

  it('keeps what a page says that only looks like a number', async () => {
    const [, row] = (await gridOf(strToU8(page('007')))).cells
    const [, date] = (await gridOf(strToU8(page('2021/5/26')))).cells
    expect([row?.[1], date?.[1]]).toEqual(['007', '2021/5/26'])
  })

  it('reads Excel 2003’s XML', async () => {
    const xml = (row: string) =>
      `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="p"><NumberFormat ss:Format="0.00%"/></Style></Styles><Worksheet ss:Name="进度"><Table>${row}</Table></Worksheet></Workbook>`
    const cell = (type: string, value: string, more = '') => `<Cell${more}><Data ss:Type="${type}">${value}</Data></Cell>`
    const grid = await gridOf(
      strToU8(
        xml(`<Row ss:Hidden="1">${cell('String', '湖滨区')}${cell('String', '001')}${cell('Number', '0.4867', ' ss:StyleID="p"')}</Row>`),
      ),
    )
    expect([grid.sheetName, grid.cells, grid.formats, grid.hiddenRows]).toEqual([
      '进度',
      [['湖滨区', '001', 0.4867]],
      { C1: expect.stringMatching(/0\.00%/) },
      [1],
    ])
  })

  it('reads text that was saved as .xls, and names its sheet as Excel would', async () => {
    const read = await readFile(gbk('区\t目标\r\n湖滨区\t300\r\n'), 'C:\\上报\\5月进度.xls')
    if (!read.ok) throw new Error(read.fault.tag)
    const { format, grids, csv } = read.value
    expect([format, grids[0]?.sheetName, grids[0]?.fileName, csv?.separator, csv?.encoding]).toEqual([
      'text',
      '5月进度',
      'C:\\上报\\5月进度.xls',
      '\t',
      'gbk',
    ])
    expect(grids[0]?.cells[1]).toEqual(['湖滨区', 300])
  })
})

const NAMES =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
const ods = (rows: string, manifest = '') =>
  zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'META-INF/manifest.xml': strToU8(`<manifest:manifest>${manifest}</manifest:manifest>`),
    'content.xml': strToU8(
      `<office:document-content ${NAMES}><office:body><office:spreadsheet><table:table table:name="a">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
  })
const value = (n: number, more = '') =>
  `<table:table-cell office:value-type="float" office:value="${n}"${more}><text:p>${n}</text:p></table:table-cell>`

describe('what is more than data', () => {
  it('formatted blanks over whole rows and columns cost nothing', async () => {
    const blank =
      '<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    const grid = await gridOf(ods(`<table:table-row>${value(1)}</table:table-row>${blank}`))
    expect(grid.cells).toEqual([[1]])
  })

  it('a value that is repeated without end is refused before it is repeated', async () => {
    const row = `<table:table-row table:number-rows-repeated="1048576">${value(1, ' table:number-columns-repeated="16384"')}</table:table-row>`
    expect(await faultOf(ods(row))).toEqual({ tag: 'tooLarge', what: 'cells' })
  })

  it('a value far beyond the last row is refused', async () => {
    const far = `<table:table-row table:number-rows-repeated="4000000000"><table:table-cell/></table:table-row><table:table-row>${value(1)}</table:table-row>`
    expect(await faultOf(ods(far))).toEqual({ tag: 'tooLarge', what: 'cells' })
  })

  it('a hidden row far beyond the last one takes no time', async () => {
    const rows = '<Row><Cell><Data ss:Type="Number">1</Data></Cell></Row><Row ss:Index="4000000000" ss:Hidden="1"></Row>'
    const xml = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>${rows}</Table></Worksheet></Workbook>`
    const grid = await gridOf(strToU8(xml))
    expect([grid.cells, grid.hiddenRows]).toEqual([[[1]], []])
  })

  it('hidden rows below the last one are not counted', async () => {
    const rest = '<table:table-row table:visibility="filter" table:number-rows-repeated="1048574"><table:table-cell/></table:table-row>'
    const hidden = `<table:table-row table:visibility="collapse">${value(2)}</table:table-row>`
    expect((await gridOf(ods(`<table:table-row>${value(1)}</table:table-row>${hidden}${rest}`))).hiddenRows).toEqual([2])
  })
})

describe('what cannot be read', () => {
  it.each<[string, Uint8Array | (() => Uint8Array), unknown]>([
    ['no bytes', new Uint8Array(), { tag: 'emptyFile' }],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), { tag: 'otherFormat', format: 'picture' }],
    ['a PDF', strToU8('%PDF-1.4'), { tag: 'otherFormat', format: 'pdf' }],
    ['a page of China’s own format', zipSync({ 'OFD.xml': strToU8('<ofd:OFD/>') }), { tag: 'otherFormat', format: 'pdf' }],
    [
      'a letter of Word',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') }),
      { tag: 'otherFormat', format: 'document' },
    ],
    ['an archive', zipSync({ '5月/进度.xlsx': new Uint8Array(3) }), { tag: 'otherFormat', format: 'archive' }],
    [
      'an OpenDocument behind a password',
      ods('', '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>'),
      { tag: 'encrypted' },
    ],
    ['an old workbook that breaks off', sample('kinds.xls').subarray(0, 3000), { tag: 'otherFormat', format: 'compound' }],
    [
      'an OpenDocument without its content',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }),
      { tag: 'damaged', part: 'content.xml' },
    ],
    ['a page without a table', strToU8('<html><body><p>见附件</p></body></html>'), { tag: 'noSheet' }],
    ['an encoding in doubt', Uint8Array.of(0x41, 0x2c, 0xff, 0xff), { tag: 'encodingUnclear', candidates: expect.anything() }],
  ])('%s', async (_, bytes, fault) => expect(await faultOf(typeof bytes === 'function' ? bytes() : bytes)).toEqual(fault))

  it('never throws, wherever an old workbook is torn or spoilt', async () => {
    const whole = sample('kinds.xls')
    for (let at = 40; at < whole.length; at += 97) {
      const spoilt = whole.slice()
      spoilt.fill(0xee, at, at + 40)
      await readFile(spoilt, 'a.xls')
      await readFile(whole.subarray(0, at), 'a.xls')
    }
  })
})

function gbk(text: string): Uint8Array {
  const encoded = encodeText(text, 'gbk')
  if (!encoded.ok) throw new Error(encoded.fault.character)
  return encoded.value
}
