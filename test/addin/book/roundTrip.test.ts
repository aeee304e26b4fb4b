import { readFileSync } from 'node:fs'
import ExcelJS, { type Worksheet } from 'exceljs'
import JSZip from 'jszip'
import { XmlDocument } from 'libxml2-wasm'
import { expect, test } from 'vitest'
import { cellArea, LAST_COLUMN } from '../../../addin/book/area.ts'
import type { Book } from '../../../addin/book/book.ts'
import { shiftCells } from '../../../addin/book/change/shiftCells.ts'
import { openBytes, openWorkbook } from './openDocument.ts'
import { editedDocument, progressSheet } from './progressSheet.ts'

const first = async (bytes: Uint8Array): Promise<Worksheet> => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  return workbook.getWorksheet('5月进展') as Worksheet
}

test('an edit reaches the formulas that depend on it, on other sheets too', async () => {
  const { document } = await editedDocument()
  const [sheet, other] = document.book.sheets
  expect([sheet?.value(3, 4), sheet?.value(5, 3), other?.value(1, 1)]).toEqual([0.75, 46, 46])
  expect(sheet?.text(3, 4)).toBe('75.00%')
})

test('a file’s own results stay until something they depend on changes', async () => {
  const workbook = progressSheet()
  const sheet = workbook.worksheets[0] as Worksheet
  sheet.getCell('B5').value = { formula: 'SUM(B3:B4)', result: 81 }
  const { book } = await openWorkbook(workbook)
  book.edit(book.active, cellArea(3, 3), [['15']], 2021)
  expect(book.active.value(5, 2)).toBe(81)
  book.edit(book.active, cellArea(3, 2), [['21']], 2021)
  expect(book.active.value(5, 2)).toBe(81)
  book.edit(book.active, cellArea(3, 2), [['22']], 2021)
  expect(book.active.value(5, 2)).toBe(82)
})

test('saving keeps values, merges, looks, sizes, panes, validation, conditional formats and notes', async () => {
  const before = await first((await progressSheet().xlsx.writeBuffer()) as unknown as Uint8Array)
  const after = await first((await editedDocument()).bytes)
  expect(after.getCell('C3').value).toBe(15)
  expect(after.getCell('D3').value).toEqual({ formula: 'C3/B3', result: 0.75 })
  for (const cell of ['A1', 'A3', 'B3', 'C4', 'E3', 'E5', 'F4', 'F5']) {
    expect([cell, after.getCell(cell).value, after.getCell(cell).style]).toEqual([
      cell,
      before.getCell(cell).value,
      before.getCell(cell).style,
    ])
  }
  expect(after.model.merges).toEqual(['A1:F1'])
  expect(after.getColumn(1).width).toBeCloseTo(23.5, 2)
  expect([after.getRow(2).height, after.getRow(4).hidden]).toEqual([33, true])
  expect(after.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 2 })
  expect(after.getCell('F4').dataValidation).toMatchObject({ type: 'list', formulae: ['"是,否"'] })
  expect(JSON.stringify(after.getCell('F3').note)).toContain('请核对')
  const [format] = (after as unknown as { conditionalFormattings: ExcelJS.ConditionalFormattingOptions[] }).conditionalFormattings
  expect(format).toMatchObject({
    ref: 'D3:D4',
    rules: [{ type: 'cellIs', operator: 'lessThan', style: { font: { color: { argb: 'FFFF0000' } } } }],
  })
})

test('a validation of a whole column is kept as one', async () => {
  const zip = await JSZip.loadAsync((await progressSheet().xlsx.writeBuffer()) as ArrayBuffer)
  const path = 'xl/worksheets/sheet1.xml'
  const xml = (await zip.file(path)?.async('string')) ?? ''
  zip.file(path, xml.replace(/sqref="F3:F4"/, 'sqref="F3:F1048576"'))
  const saved = await (await openBytes(await zip.generateAsync({ type: 'uint8array' }))).save()
  const back = await (await JSZip.loadAsync(saved)).file(path)?.async('string')
  expect(back).toContain('sqref="F3:F1048576"')
  expect(back?.match(/<dataValidation /g)).toHaveLength(1)
})

const FAULTS = 'test/addin/book/files'

test('a validation is saved where its cells are by now, with what its file says of it', async () => {
  const { book, save } = await openBytes(readFileSync(`${FAULTS}/validation-with-uid.xlsx`))
  shiftCells(book, book.active, { kind: 'insert', axis: 'row', at: 2, count: 1, from: 1, to: LAST_COLUMN }, 'person')
  const xml = (await (await JSZip.loadAsync(await save())).file('xl/worksheets/sheet1.xml')?.async('string')) ?? ''
  XmlDocument.fromString(xml).dispose()
  const [element] = /<dataValidation .*<\/dataValidation>/.exec(xml) ?? []
  expect(element).toMatch(
    /^<dataValidation [^>]*\bxr:uid="[^"]+"[^>]* sqref="F5:F10"><formula1>&quot;是,否&quot;<\/formula1><\/dataValidation>$/,
  )
})

test('an empty text of a file is a blank, here and in what is saved', async () => {
  const { book, save } = await openBytes(readFileSync(`${FAULTS}/empty-strings.xlsx`))
  const blanks = (of: Book) => [4, 5, 6, 7].map((row) => of.active.value(row, 6))
  expect(blanks(book)).toEqual(['', '', '', ''])
  book.edit(book.active, cellArea(4, 3), [['1']], 2021)
  expect(blanks((await openBytes(await save())).book)).toEqual(['', '', '', ''])
})

test('sheets that exchange their names keep what is theirs', async () => {
  const document = await openWorkbook(progressSheet())
  const [one, other] = document.book.sheets
  if (!one || !other) throw new Error('no sheets')
  document.book.rename(one, '暂')
  document.book.rename(other, '5月进展')
  document.book.rename(one, '另一张')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await document.save()).buffer as ArrayBuffer)
  expect(workbook.worksheets.map((sheet) => [sheet.name, sheet.getCell('A1').text])).toEqual([
    ['另一张', '2021年农村公路进展情况表'],
    ['5月进展', '43.5'],
  ])
  expect(workbook.worksheets[0]?.getCell('F4').dataValidation).toMatchObject({ type: 'list' })
})

test('dates of a workbook that counts from 1904 stay the same day', async () => {
  const workbook = new ExcelJS.Workbook()
  workbook.properties.date1904 = true
  const sheet = workbook.addWorksheet('5月进展')
  sheet.getCell('A1').value = new Date(Date.UTC(2021, 4, 26))
  sheet.getCell('A1').numFmt = 'yyyy/m/d'
  const document = await openWorkbook(workbook)
  expect([document.book.active.value(1, 1), document.book.active.text(1, 1)]).toEqual([42_880, '2021/5/26'])
  expect((await first(await document.save())).getCell('A1').value).toEqual(new Date(Date.UTC(2021, 4, 26)))
})

test('formulas a file shares between cells stand alone, so that one can be overwritten', async () => {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('5月进展')
  sheet.addRows([[1], [2], [3]])
  sheet.fillFormula('B1:B3', 'A1*2', [2, 4, 6])
  const document = await openWorkbook(workbook)
  document.book.edit(document.book.active, cellArea(1, 2), [['无']], 2021)
  const after = await first(await document.save())
  expect([1, 2, 3].map((row) => after.getCell(row, 2).value)).toEqual([
    '无',
    { formula: 'A2*2', result: 4 },
    { formula: 'A3*2', result: 6 },
  ])
})

test('a person’s edit can be undone and done again', async () => {
  const { book } = await openWorkbook(progressSheet())
  const sheet = book.active
  book.edit(sheet, { top: 3, left: 2, bottom: 3, right: 3 }, [['=1+1', '40%']], 2021)
  expect([sheet.value(3, 2), sheet.value(3, 3), sheet.text(3, 3)]).toEqual([2, 0.4, '40%'])
  book.undo()
  expect([sheet.formula(3, 2), sheet.value(3, 3), sheet.value(5, 3)]).toEqual([20, 12.5, 43.5])
  book.redo()
  expect([sheet.formula(3, 2), sheet.value(3, 3)]).toEqual(['=1+1', 0.4])
})
