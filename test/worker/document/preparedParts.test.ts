import { describe, expect, it } from 'vitest'
import { changedSheet } from '../../../worker/cli/report/changedSheet.ts'
import { computedOnLoad } from '../../../worker/cli/report/computedOnLoad.ts'
import { StyleCopies } from '../../../worker/cli/report/styleCopies.ts'

const change = (value: string | number | null, isCarried = false) => ({ value, isCarried })
const changed = (rows: string, changes: Readonly<Record<number, Readonly<Record<number, ReturnType<typeof change>>>>>) =>
  changedSheet(
    rows,
    new Map(
      Object.entries(changes).map(([row, cells]) => [
        Number(row),
        new Map(Object.entries(cells).map(([column, one]) => [Number(column), one])),
      ]),
    ),
    (style, { isCarried }) => (isCarried ? style + 10 : style),
  )

describe('the part of a sheet with some cells changed', () => {
  it.each<[string, string, Parameters<typeof changed>[1], string]>([
    [
      'a number',
      '<sheetData><row r="2"><c r="A2" s="3" t="s"><v>0</v></c><c r="B2"/></row></sheetData>',
      { 2: { 1: change(7, true) } },
      '<sheetData><row r="2"><c r="A2" s="13"><v>7</v></c><c r="B2"/></row></sheetData>',
    ],
    [
      'a text',
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>',
      { 1: { 1: change('<一>') } },
      '<sheetData><row r="1"><c r="A1" s="0" t="inlineStr"><is><t xml:space="preserve">&lt;一&gt;</t></is></c></row></sheetData>',
    ],
    [
      'nothing',
      '<sheetData><row r="1"><c r="A1" s="2"><f>1+1</f><v>2</v></c></row></sheetData>',
      { 1: { 1: change(null) } },
      '<sheetData><row r="1"><c r="A1" s="2"/></row></sheetData>',
    ],
    [
      'cells that the row lacks, in their order',
      '<sheetData><row r="1" s="4" customFormat="1"><c r="B1"><v>1</v></c></row></sheetData>',
      { 1: { 1: change(5), 3: change(6), 4: change(null) } },
      '<sheetData><row r="1" s="4" customFormat="1"><c r="A1" s="4"><v>5</v></c><c r="B1"><v>1</v></c><c r="C1" s="4"><v>6</v></c></row></sheetData>',
    ],
    [
      'a row without cells',
      '<sheetData><row r="3"/></sheetData>',
      { 3: { 2: change(5) } },
      '<sheetData><row r="3"><c r="B3" s="0"><v>5</v></c></row></sheetData>',
    ],
    [
      'cells and rows without references',
      '<sheetData><row><c><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row></sheetData>',
      { 2: { 2: change(9) } },
      '<sheetData><row><c><v>1</v></c></row><row><c><v>2</v></c><c r="B2" s="0"><v>9</v></c></row></sheetData>',
    ],
    [
      'names with a prefix',
      '<x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData>',
      { 1: { 1: change(2) } },
      '<x:sheetData><x:row r="1"><x:c r="A1" s="0"><x:v>2</x:v></x:c></x:row></x:sheetData>',
    ],
    [
      'what looks like a cell behind the cells',
      '<sheetData><row r="1"><c r="A1"/></row></sheetData><x><c r="A1"/></x>',
      {},
      '<sheetData><row r="1"><c r="A1"/></row></sheetData><x><c r="A1"/></x>',
    ],
  ])('%s', (_, before, changes, after) => expect(changed(before, changes)).toBe(after))
})

describe('copies of styles', () => {
  const styles =
    '<styleSheet><numFmts count="1"><numFmt numFmtId="170" formatCode="@"/></numFmts><fonts count="1"><font><b/><sz val="11"/><color theme="1"/><name val="宋体"/></font></fonts><cellXfs count="3"><xf numFmtId="0" fontId="0"/><xf numFmtId="170" fontId="0"><alignment horizontal="center"/></xf><xf numFmtId="49" fontId="0"/></cellXfs><dxfs><dxf><font><i/></font></dxf></dxfs></styleSheet>'

  it('are appended once each, and the file’s own stay', () => {
    const copies = new StyleCopies(styles)
    expect(copies.id(0, { isCarried: false, isNumber: true })).toBe(0)
    expect(copies.id(0, { isCarried: true, isNumber: true })).toBe(3)
    expect(copies.id(1, { isCarried: false, isNumber: true })).toBe(4)
    expect(copies.id(2, { isCarried: false, isNumber: false })).toBe(2)
    expect(copies.id(0, { isCarried: true, isNumber: false })).toBe(3)
    expect(copies.xml()).toBe(
      styles
        .replace('<fonts count="1">', '<fonts count="2">')
        .replace('</fonts>', '<font><b/><i/><sz val="11"/><color rgb="FF7F7F7F"/><name val="宋体"/></font></fonts>')
        .replace('<cellXfs count="3">', '<cellXfs count="5">')
        .replace(
          '</cellXfs>',
          '<xf applyFont="1" numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="0"><alignment horizontal="center"/></xf></cellXfs>',
        ),
    )
  })

  it('leaves a sheet without styles as it is', () => {
    const copies = new StyleCopies('')
    expect([copies.id(0, { isCarried: true, isNumber: true }), copies.xml()]).toEqual([0, ''])
  })
})

describe('a workbook that is to be computed when it is opened', () => {
  it.each([
    ['<workbook><sheets><sheet/></sheets></workbook>', '<workbook><sheets><sheet/></sheets><calcPr fullCalcOnLoad="1"/></workbook>'],
    [
      '<w:workbook><w:sheets/><w:definedNames/></w:workbook>',
      '<w:workbook><w:sheets/><w:definedNames/><w:calcPr fullCalcOnLoad="1"/></w:workbook>',
    ],
    ['<workbook><sheets/><calcPr calcId="1"/></workbook>', '<workbook><sheets/><calcPr fullCalcOnLoad="1" calcId="1"/></workbook>'],
    ['<workbook><sheets/><calcPr fullCalcOnLoad="0"/></workbook>', '<workbook><sheets/><calcPr fullCalcOnLoad="1"/></workbook>'],
  ])('%s', (before, after) => expect(computedOnLoad(before)).toBe(after))
})
