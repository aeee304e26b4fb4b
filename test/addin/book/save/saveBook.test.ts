import { XmlDocument } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { cellArea, LAST_COLUMN, LAST_ROW } from '../../../../addin/book/area.ts'
import { Book } from '../../../../addin/book/book.ts'
import { fillOf } from '../../../../addin/book/cellStyle.ts'
import { addChart, seriesOf } from '../../../../addin/book/change/charts.ts'
import { shiftCells } from '../../../../addin/book/change/shiftCells.ts'
import { addRule, changeRule } from '../../../../addin/book/conditionalRules.ts'
import { openBook } from '../../../../addin/book/file/openBook.ts'
import { saveBook } from '../../../../addin/book/save/saveBook.ts'
import { emptyBook } from '../../../../addin/book/sheetContent.ts'
import { differingParts } from '../../../../addin/book/trial/trySaving.ts'
import { openBytes } from '../openDocument.ts'
import { partsOf, prefixedFile, SHEET_PATH, wovenFile } from './wovenFile.ts'

type Opened = Awaited<ReturnType<typeof openBytes>>
type Change = (opened: Opened) => void

/** Opens a file, does something, saves it: what differs then, the parts of the saved file, and it opened again. */
async function changed(change: Change, file = wovenFile()) {
  const opened = await openBytes(file)
  change(opened)
  const bytes = await opened.save()
  const parts = partsOf(bytes)
  for (const [path, text] of Object.entries(parts)) if (/\.(?:xml|rels|vml)$/.test(path)) XmlDocument.fromString(text).dispose()
  return { differing: differingParts(file, bytes), parts, sheet: parts[SHEET_PATH] ?? '', again: await openBytes(bytes) }
}

const row = (kind: 'insert' | 'delete', at: number) => ({ kind, axis: 'row', at, count: 1, from: 1, to: LAST_COLUMN }) as const
const column = (kind: 'insert' | 'delete', at: number) => ({ kind, axis: 'column', at, count: 1, from: 1, to: LAST_ROW }) as const

const edit =
  (text: string, at: number, of: number): Change =>
  ({ book }) =>
    book.edit(book.active, cellArea(at, of), [[text]], 2021)

test('a file that is opened and saved is the same, part by part', async () => {
  for (const file of [wovenFile(), prefixedFile()]) expect((await changed(() => undefined, file)).differing).toEqual([])
})

test('of a cell that got another number nothing else differs in its sheet but the results that hang on it', async () => {
  const { differing, sheet, parts, again } = await changed(edit('15', 3, 3))
  expect(differing).toEqual(['xl/workbook.xml', SHEET_PATH])
  expect(parts['xl/workbook.xml']).toBe(
    partsOf(wovenFile())['xl/workbook.xml']?.replace('calcId="191029"', 'calcId="191029" fullCalcOnLoad="1"'),
  )
  const expected = (partsOf(wovenFile())[SHEET_PATH] ?? '')
    .replace('<c r="C3"><v>12.5</v></c>', '<c r="C3"><v>15</v></c>')
    .replace('<v>0.625</v>', '<v>0.75</v>')
    .replace('<v>52.5</v>', '<v>55</v>')
    .replace('<v>0.58333333333333337</v>', '<v>0.611111111111111</v>')
  expect(sheet).toBe(expected)
  expect(again.book.active.value(3, 3)).toBe(15)
})

describe('what is typed', () => {
  test.each([
    ['文字 & <号>', '<c r="E4" t="inlineStr"><is><t>文字 &amp; &lt;号&gt;</t></is></c>', '文字 & <号>'],
    ["' 前后 ", '<c r="E4" t="inlineStr"><is><t xml:space="preserve"> 前后 </t></is></c>', ' 前后 '],
    ['一\n二', '<c r="E4" t="inlineStr"><is><t xml:space="preserve">一&#10;二</t></is></c>', '一\n二'],
    ['_x000D_', '<c r="E4" t="inlineStr"><is><t>_x005F_x000D_</t></is></c>', '_x000D_'],
    ['-3.5', '<c r="E4"><v>-3.5</v></c>', -3.5],
    ['TRUE', '<c r="E4" t="b"><v>1</v></c>', true],
    ['=C4&"里"', '<c r="E4" t="str"><f>C4&amp;&quot;里&quot;</f><v>31里</v></c>', '31里'],
  ])('%j stands in its cell, and comes back', async (text, xml, value) => {
    const { sheet, again } = await changed(edit(text, 4, 5))
    expect(sheet).toContain(xml)
    expect(again.book.active.value(4, 5)).toBe(value)
  })

  test('what is cleared leaves a cell with its look, or none', async () => {
    const { sheet, again } = await changed(({ book }) => {
      edit('', 4, 3)({ book } as Opened)
      edit('', 3, 4)({ book } as Opened)
    })
    expect(sheet).not.toContain('r="C4"')
    expect(sheet).toContain('<c r="D3" s="2"/>')
    expect([again.book.active.value(4, 3), again.book.active.value(3, 4)]).toEqual(['', ''])
  })
})

test('formulas that the file shares stand alone once the one that says them is another, and only then', async () => {
  const one = await changed(edit('1', 4, 4))
  expect(one.sheet).toContain('<f t="shared" ref="D3:D5" si="0">C3/B3</f>')
  expect(one.sheet).toContain('<f t="shared" si="0"/><v>0.9</v>')
  const { sheet, parts, differing } = await changed(edit('1', 3, 4))
  expect(sheet).not.toContain('t="shared"')
  expect([...sheet.matchAll(/<f>(C\d\/B\d)<\/f>/g)].map(([, formula]) => formula)).toEqual(['C4/B4', 'C5/B5', 'C6/B6'])
  expect(differing).toContain('xl/calcChain.xml')
  expect(parts['[Content_Types].xml']).not.toContain('calcChain')
  expect(parts['xl/_rels/workbook.xml.rels']).not.toContain('calcChain')
})

test('a row that comes moves what lies below: cells as they are written, notes, links, rules, validations, names', async () => {
  const { sheet, parts, again, differing } = await changed(({ book }) => void shiftCells(book, book.active, row('insert', 3), 'person'))
  expect(differing).not.toContain('xl/sharedStrings.xml')
  expect(sheet).toContain('<c r="A4" t="s" ph="1"><v>4</v></c>')
  expect(sheet).toContain('<row r="6" hidden="1">')
  expect(sheet).toContain('<f t="array" ref="C7">SUM(C4:C6*1)</f>')
  expect(sheet).toContain('<hyperlink ref="E4" r:id="rId1" tooltip="看"/>')
  expect(sheet).toContain('<conditionalFormatting sqref="D4:D6"><cfRule type="dataBar" priority="1">')
  expect(sheet).toContain('<cfRule type="cellIs" dxfId="0" priority="2" stopIfTrue="1" operator="lessThan"><formula>0.6</formula>')
  expect(sheet).toContain(
    '<dataValidations count="1" disablePrompts="1"><dataValidation type="decimal" allowBlank="1" xr:uid="{00000000-0002-0000-0000-000000000000}" sqref="C4:C6"><formula1>0</formula1><formula2>B4</formula2>',
  )
  expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" r:id="rId2"/>')
  expect(parts['xl/comments1.xml']).toContain('<comment ref="C5" authorId="0">')
  expect(parts['xl/drawings/vmlDrawing1.vml']).toContain(
    '<x:Anchor>3, 15, 4, 2, 5, 15, 8, 1</x:Anchor><x:Row>4</x:Row><x:Column>2</x:Column>',
  )
  expect(parts['xl/workbook.xml']).toContain('<definedName name="目标" comment="全年">进展!$B$4:$B$6</definedName>')
  expect(parts['xl/workbook.xml']).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="0">进展!$1:$2</definedName>')
  expect(parts['xl/worksheets/sheet2.xml']).toContain('<f>进展!B7*2</f>')
  expect(again.book.active.at(5, 3)?.note?.text).toBe('请核对')
  expect(again.book.active.value(7, 2)).toBe(90)
})

test('a row that goes takes its note, its link and its row with it; undone, the file is as it was', async () => {
  const { sheet, parts } = await changed(({ book }) => {
    shiftCells(book, book.active, row('delete', 4), 'person')
    shiftCells(book, book.active, row('delete', 3), 'person')
  })
  expect(sheet).not.toContain('hyperlink')
  expect(parts['xl/comments1.xml']).not.toContain('<comment ')
  expect(parts['xl/drawings/vmlDrawing1.vml']).not.toContain('<v:shape')
  const undone = await changed(({ book }) => {
    shiftCells(book, book.active, row('insert', 3), 'person')
    shiftCells(book, book.active, column('delete', 2), 'person')
    book.undo()
    book.undo()
  })
  expect(undone.differing).toEqual([])
})

describe('what is not known here', () => {
  test('follows rows that come: breaks, extensions, pictures, charts', async () => {
    const { sheet, parts } = await changed(({ book }) => void shiftCells(book, book.active, row('insert', 3), 'person'))
    expect(sheet).toContain('<brk id="5" max="16383" man="1"/>')
    expect(sheet).toContain('<ignoredError sqref="A4:A6" numberStoredAsText="1"/>')
    expect(sheet).toContain('<xm:f>进展!B4:C4</xm:f><xm:sqref>F4</xm:sqref>')
    expect(sheet).toContain('<xm:f>说明!$A$1:$A$4</xm:f></x14:formula1><xm:sqref>F5:F6</xm:sqref>')
    expect(parts['xl/drawings/drawing1.xml']).toContain('<xdr:row>4</xdr:row><xdr:rowOff>9</xdr:rowOff></xdr:from>')
    expect(parts['xl/drawings/drawing1.xml']).toContain('<xdr:row>13</xdr:row>')
    expect(parts['xl/charts/chart1.xml']).toContain('<c:f>进展!$C$2</c:f></c:strRef></c:tx><c:val><c:numRef><c:f>进展!$C$4:$C$6</c:f>')
  })

  test('goes with the cells that it is of', async () => {
    const { sheet } = await changed(({ book }) => void shiftCells(book, book.active, row('delete', 3), 'person'))
    expect(sheet).not.toContain('sparkline')
    expect(sheet).toContain('<xm:sqref>F3:F4</xm:sqref>')
    const none = await changed(({ book }) => void shiftCells(book, book.active, column('delete', 6), 'person'))
    expect(none.sheet).not.toContain('extLst')
  })

  test('follows a sheet that gets another name', async () => {
    const { sheet, parts, differing } = await changed(({ book }) => book.rename(book.active, '5月 进展'))
    expect(parts['xl/charts/chart1.xml']).toContain("<c:f>'5月 进展'!$C$3:$C$5</c:f>")
    expect(sheet).toContain("<xm:f>'5月 进展'!B3:C3</xm:f>")
    expect(differing).toEqual(['xl/workbook.xml', SHEET_PATH, 'xl/worksheets/sheet2.xml', 'xl/charts/chart1.xml'])
  })
})

test('a column that goes takes its width along', async () => {
  const { sheet } = await changed(({ book }) => void shiftCells(book, book.active, column('delete', 2), 'person'))
  expect(sheet).toContain('<col min="2" max="3" width="9" style="1" bestFit="1" customWidth="1"/>')
  expect(sheet).toContain('<c r="B3"><v>12.5</v></c><c r="C3" s="2" t="e"><f>B3/#REF!</f><v>#REF!</v></c>')
})

test('a look that comes is written at the end of those that there are, with all that the file says of it', async () => {
  const { parts, sheet, again } = await changed(({ book }) => {
    book.active.restyle(cellArea(1, 1), { fill: '#FFFF00' })
    book.active.restyle(cellArea(2, 1), { bold: true })
    book.active.restyle(cellArea(2, 2), { bold: true })
    book.active.setNumberFormat(3, 2, '0.00"公里"')
  })
  const styles = parts['xl/styles.xml'] ?? ''
  expect(styles).toContain('<fills count="3">')
  expect(styles).toContain(
    '<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment horizontal="center" vertical="center" textRotation="255" shrinkToFit="1"/><protection locked="0"/></xf>',
  )
  expect(styles).toContain('<font><b/><sz val="12"/><color theme="1"/><name val="宋体"/><charset val="134"/></font>')
  expect(styles).toContain(
    '<numFmts count="2"><numFmt numFmtId="176" formatCode="0.0%"/><numFmt numFmtId="177" formatCode="0.00&quot;公里&quot;"/>',
  )
  expect(styles).toContain('<cellXfs count="6">')
  expect(sheet).toContain('<c r="A1" s="3" t="s"><v>0</v></c>')
  expect(sheet).toContain('<c r="A2" t="s" s="4"><v>1</v></c><c r="B2" t="s" s="4"><v>2</v></c>')
  expect(again.book.active.at(1, 1)?.style).toEqual({
    ...openBook(wovenFile()).content.sheets[0]?.content.rows.get(1)?.cells.get(1)?.style,
    fill: fillOf('#FFFF00'),
  })
})

test('a mark is a conditional format above the others, with a look of its own', async () => {
  const { parts, sheet, again } = await changed(({ book }) => {
    const id = addRule(book.active, [cellArea(3, 3)])
    changeRule(book.active, id, { formula: '=LEN("进展")>0', look: { fill: '#FFD966' } })
  })
  expect(sheet).toContain(
    '<conditionalFormatting sqref="C3"><cfRule type="expression" dxfId="1" priority="1"><formula>LEN(&quot;进展&quot;)&gt;0</formula></cfRule></conditionalFormatting><conditionalFormatting sqref="D3:D5"><cfRule type="dataBar" priority="2">',
  )
  expect(parts['xl/styles.xml']).toContain('<dxfs count="2">')
  expect(again.book.active.content.rules.map(({ kind, look }) => [kind, look])).toEqual([
    ['expression', { fill: '#FFD966' }],
    ['dataBar', {}],
    ['cellIs', { color: '#FF0000' }],
  ])
})

test('rows and columns get another size, sheets another name, place and pane; what is said beside stays', async () => {
  const { parts, sheet, again } = await changed(({ book }) => {
    const [first, second] = book.sheets
    if (!first || !second) throw new Error('no sheets')
    first.changeRow(1, { height: 44 })
    first.changeRow(5, { hidden: false })
    first.changeRow(9, { hidden: true })
    first.freeze(0, 1)
    book.rename(first, '进展 2')
    second.content.visibility = 'visible'
    book.sheets = [second, first]
    book.activate(second)
  })
  expect(sheet).toMatch(/<row r="1" ht="44" customHeight="1" thickBot="1">/)
  expect(sheet).toContain('<row r="5"><c r="A5"')
  expect(sheet).toContain('<row r="9" hidden="1"></row></sheetData>')
  expect(sheet).toContain(
    '<sheetView zoomScale="85" workbookViewId="0"><pane xSplit="1" topLeftCell="B1" activePane="topRight" state="frozen"/>',
  )
  expect(parts['xl/worksheets/sheet2.xml']).toContain('<sheetView workbookViewId="0" tabSelected="1"/>')
  const workbook = parts['xl/workbook.xml'] ?? ''
  expect(workbook).toContain('<sheets><sheet name="说明" sheetId="7" r:id="rId2"/><sheet name="进展 2" sheetId="3" r:id="rId1"/></sheets>')
  expect(workbook).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="1">'进展 2'!$1:$2</definedName>`)
  expect(again.book.sheets.map(({ name }) => name)).toEqual(['说明', '进展 2'])
})

test('a sheet that is added is a part of its own, with looks, merges and sizes; one that goes takes what stood on it', async () => {
  const { parts, differing, again } = await changed(({ book }) => {
    const added = book.add('汇总2021-05')
    book.edit(
      added,
      { top: 1, left: 1, bottom: 2, right: 2 },
      [
        ['县区', '完成'],
        ['湖滨区', '=进展!C3'],
      ],
      2021,
    )
    added.restyle(cellArea(1, 1), { bold: true, fill: '#DDEBF7' })
    added.content.merges = [{ top: 4, left: 1, bottom: 4, right: 2 }]
    added.content.columns.set(1, { width: 20 })
    book.remove(book.sheets[0] ?? added)
  })
  expect(Object.keys(parts).filter((path) => /sheet1\.xml|comments|drawing|printer|calcChain/.test(path))).toEqual([])
  expect(differing).toContain('xl/worksheets/sheet3.xml')
  expect(parts['[Content_Types].xml']).toContain('PartName="/xl/worksheets/sheet3.xml"')
  expect(parts['xl/vbaProject.bin']).toBe('macros')
  expect(again.book.sheets.map(({ name }) => name)).toEqual(['说明', '汇总2021-05'])
  const sheet = again.book.find('汇总2021-05')
  expect([sheet?.value(2, 1), sheet?.look(1, 1).fill, sheet?.content.merges.length, sheet?.content.columns.get(1)?.width]).toEqual([
    '湖滨区',
    '#DDEBF7',
    1,
    20,
  ])
})

test('a sheet that is copied is a part of its own, with nothing that only the other declares', async () => {
  const { parts, sheet, again } = await changed(({ book }) => {
    const copy = book.copy(book.active, '进展 (2)', 1)
    book.edit(copy, cellArea(3, 3), [['15']], 2021)
  })
  const copied = parts['xl/worksheets/sheet3.xml'] ?? ''
  expect(sheet).toBe(partsOf(wovenFile())[SHEET_PATH])
  expect(copied).toContain('<is><r><rPr><b/></rPr><t>完成</t></r><r><t>率</t></r></is>')
  expect(copied).toContain('<dataValidation type="decimal" allowBlank="1" sqref="C3:C5">')
  expect(copied).not.toContain('xr:')
  expect(again.book.sheets.map((one) => [one.name, one.value(3, 3), one.value(4, 4)])).toEqual([
    ['进展', 12.5, 31 / 60],
    ['进展 (2)', 15, 31 / 60],
    ['说明', '', ''],
  ])
})

test('charts that are made are charts of their sheets, beside what is drawn there already', async () => {
  const { parts, differing, sheet } = await changed(({ book }) => {
    const [first, second] = book.sheets
    if (!first || !second) throw new Error('no sheets')
    const area = { top: 2, left: 1, bottom: 5, right: 3 }
    addChart(first, 'ColumnStacked', area, seriesOf(first, area, 'Columns'))
    addChart(first, 'LineMarkers', area, seriesOf(first, area, 'Columns'))
    addChart(second, 'BarClustered', area, seriesOf(first, area, 'Columns'))
  })
  expect(sheet).toBe(partsOf(wovenFile())[SHEET_PATH])
  expect(differing.filter((path) => path.includes('chart'))).toHaveLength(3)
  expect(parts['xl/charts/chart2.xml']).toContain('<c:barDir val="col"/><c:grouping val="stacked"/>')
  expect(parts['xl/charts/chart2.xml']).toContain(
    '<c:cat><c:strRef><c:f>进展!$A$3:$A$5</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>进展!$B$3:$B$5</c:f>',
  )
  expect(parts['xl/charts/chart3.xml']).toContain('<c:lineChart>')
  const numbers = [...(parts['xl/drawings/drawing1.xml'] ?? '').matchAll(/cNvPr id="(\d+)"/g)].map(([, number]) => number)
  expect([numbers.length, new Set(numbers).size]).toEqual([2, 2])
  expect(parts['xl/drawings/drawing1.xml']).toContain('<xdr:twoCellAnchor>')
  expect(parts['xl/worksheets/sheet2.xml']).toMatch(/<drawing r:id="rId1"\/><\/worksheet>$/)
  expect(parts['xl/worksheets/_rels/sheet2.xml.rels']).toContain('Target="../drawings/drawing2.xml"')
  for (const path of differing.filter((one) => /chart|drawing2\.xml$/.test(one) && !one.endsWith('.rels')))
    expect(parts['[Content_Types].xml']).toContain(`PartName="/${path}"`)
})

test('a file whose elements have a prefix keeps it in all that is written', async () => {
  const { parts, sheet, again } = await changed(({ book }) => {
    edit('文字', 4, 5)({ book } as Opened)
    book.active.restyle(cellArea(1, 1), { fill: '#FFFF00' })
    book.active.freeze(1, 0)
    changeRule(book.active, addRule(book.active, [cellArea(3, 3)]), { look: { fill: '#FFD966' } })
  }, prefixedFile())
  for (const text of [sheet, parts['xl/styles.xml'] ?? '']) expect(text.match(/<\/?[a-zA-Z]+[\s/>]/g)).toBeNull()
  expect(sheet).toContain('<x:c r="E4" t="inlineStr"><x:is><x:t>文字</x:t></x:is></x:c>')
  expect([again.book.active.value(4, 5), again.book.active.look(1, 1).fill, again.book.active.content.rules.length]).toEqual([
    '文字',
    '#FFFF00',
    3,
  ])
})

test('an empty workbook becomes a file', async () => {
  const book = new Book(emptyBook(), '工作簿1.xlsx')
  book.edit(book.active, cellArea(1, 1), [['甲']], 2021)
  const again = await openBytes(saveBook(book))
  expect(again.book.sheets.map((sheet) => [sheet.name, sheet.value(1, 1)])).toEqual([['Sheet1', '甲']])
})

test('a signature would not hold any more, and that is told', () => {
  expect(openBook(wovenFile()).lost).toEqual([])
  expect(openBook(wovenFile({ '_xmlsignatures/sig1.xml': '<Signature/>' })).lost).toEqual(['有效的数字签名'])
})

test('sheets to which a torn file gives the same number are told apart', async () => {
  const workbook = partsOf(wovenFile())['xl/workbook.xml'] ?? ''
  const file = wovenFile({ 'xl/workbook.xml': workbook.replace('sheetId="7" state="hidden"', 'sheetId="3"') })
  const { differing, again } = await changed(({ book }) => {
    const [, second] = book.sheets
    if (second) book.edit(second, cellArea(5, 1), [['甲']], 2021)
  }, file)
  expect(differing).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet2.xml'])
  expect(again.book.sheets.map((sheet) => [sheet.name, sheet.value(5, 1)])).toEqual([
    ['进展', '卢氏县'],
    ['说明', '甲'],
  ])
})

test('a text of a cell that is written as a result is read all the same', async () => {
  const sheet = partsOf(wovenFile())[SHEET_PATH] ?? ''
  const { book } = await openBytes(wovenFile({ [SHEET_PATH]: sheet.replace('<c r="A5" t="str">', '<c r="A5" t="inlineStr">') }))
  expect(book.active.value(5, 1)).toBe('卢氏县')
})
