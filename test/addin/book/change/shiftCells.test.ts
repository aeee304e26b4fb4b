import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { areaText, cellArea } from '../../../../addin/book/area.ts'
import type { Book } from '../../../../addin/book/book.ts'
import type { Shift } from '../../../../addin/book/change/shift.ts'
import { shiftCells } from '../../../../addin/book/change/shiftCells.ts'
import { contentOf } from '../../excel/excelInNode.ts'
import { openBytes, openWorkbook } from '../openDocument.ts'
import { progressSheet } from '../progressSheet.ts'

const rows = (kind: Shift['kind'], at: number, count = 1): Shift => ({ kind, axis: 'row', at, count, from: 1, to: 16_384 })
const columns = (kind: Shift['kind'], at: number, count = 1): Shift => ({ kind, axis: 'column', at, count, from: 1, to: 1_048_576 })

const open = async (): Promise<Book> => {
  const workbook = progressSheet()
  workbook.definedNames.add("'5月进展'!$C$3:$C$4", '累计')
  return (await openWorkbook(workbook)).book
}

const shifted = async (shift: Shift) => {
  const book = await open()
  expect(shiftCells(book, book.active, shift, 'person')).toBeUndefined()
  return book
}

/** What a sheet says of its places: all that must move together. */
const places = (book: Book) => {
  const { active } = book
  const { merges, rules, validations, frozen, rows: lines } = active.content
  return {
    merges: merges.map(areaText),
    rules: rules.map((rule) => rule.areas.map(areaText).join(' ')),
    validations: validations.map((one) => one.areas.map(areaText).join(' ')),
    frozen,
    names: book.names.map(({ name, formula }) => `${name}=${formula}`),
    hidden: [...lines].filter(([, row]) => row.hidden).map(([number]) => number),
    noted: [...lines].flatMap(([number, row]) =>
      [...row.cells].filter(([, cell]) => cell.note).map(([column]) => areaText(cellArea(number, column))),
    ),
  }
}

const BEFORE = {
  merges: ['A1:F1'],
  rules: ['D3:D4'],
  validations: ['F3:F4'],
  frozen: { rows: 2, columns: 1 },
  names: ["累计='5月进展'!$C$3:$C$4"],
  hidden: [4],
  noted: ['F3'],
}

describe('rows', () => {
  test('what is below an inserted row moves down, and formulas on every sheet follow', async () => {
    const book = await shifted(rows('insert', 3, 2))
    const [sheet, other] = book.sheets
    expect([sheet?.value(5, 1), sheet?.formula(5, 4), sheet?.formula(7, 3), other?.formula(1, 1)]).toEqual([
      '湖滨区',
      '=C5/B5',
      '=SUM(C5:C6)',
      "='5月进展'!C7",
    ])
    expect(places(book)).toEqual({
      ...BEFORE,
      rules: ['D5:D6'],
      validations: ['F5:F6'],
      names: ["累计='5月进展'!$C$5:$C$6"],
      hidden: [6],
      noted: ['F5'],
    })
    expect([sheet?.value(7, 3), other?.value(1, 1)]).toEqual([43.5, 43.5])
  })

  test('a row inserted within a sum is summed once it is filled', async () => {
    const book = await shifted(rows('insert', 4))
    book.edit(book.active, cellArea(4, 3), [['10']], 2021)
    expect([book.active.formula(6, 3), book.active.value(6, 3)]).toEqual(['=SUM(C3:C5)', 53.5])
  })

  test('a row inserted above the frozen ones is frozen, and takes the look of the one above', async () => {
    const book = await shifted(rows('insert', 2))
    expect(book.active.frozen()).toEqual({ rows: 3, columns: 1 })
    expect([book.active.look(2, 1).size, book.active.content.rows.get(3)?.height]).toEqual([18, 33])
  })

  test('what refers to a deleted row is #REF!, what sums over it sums the rest', async () => {
    const book = await shifted(rows('delete', 4))
    expect([book.active.formula(4, 3), book.active.value(4, 3)]).toEqual(['=SUM(C3:C3)', 12.5])
    expect(places(book)).toEqual({
      ...BEFORE,
      rules: ['D3'],
      validations: ['F3'],
      names: ["累计='5月进展'!$C$3:$C$3"],
      hidden: [],
    })
    const last = await shifted(rows('delete', 5))
    expect([last.sheets[1]?.formula(1, 1), last.sheets[1]?.value(1, 1)]).toEqual(["='5月进展'!#REF!", '#REF!'])
  })

  test('a rule whose first row is deleted holds for the rest as before', async () => {
    const book = await open()
    const sheet = book.active
    sheet.content.rules = [
      { id: 'x', areas: [{ top: 3, left: 1, bottom: 5, right: 6 }], kind: 'expression', operator: '', formulas: ['$C3<20'], look: {} },
    ]
    shiftCells(book, sheet, rows('delete', 3), 'person')
    expect(sheet.content.rules.map(({ areas, formulas }) => [areas.map(areaText), formulas])).toEqual([[['A3:F4'], ['$C3<20']]])
  })
})

describe('columns', () => {
  test('what is right of an inserted column moves, its width too', async () => {
    const book = await shifted(columns('insert', 1))
    expect(places(book)).toEqual({
      merges: ['B1:G1'],
      rules: ['E3:E4'],
      validations: ['G3:G4'],
      frozen: { rows: 2, columns: 2 },
      names: ["累计='5月进展'!$D$3:$D$4"],
      hidden: [4],
      noted: ['G3'],
    })
    expect([book.active.content.columns.get(2)?.width, book.active.formula(3, 5)]).toEqual([23.5, '=D3/C3'])
  })

  test('a merge loses what is deleted of it', async () => {
    const book = await shifted(columns('delete', 5, 2))
    expect(places(book)).toMatchObject({ merges: ['A1:D1'], validations: [], noted: [] })
  })
})

describe('cells', () => {
  test('only the cells below move, and only references to them', async () => {
    const book = await open()
    const shift: Shift = { kind: 'insert', axis: 'row', at: 3, count: 1, from: 3, to: 3 }
    expect(shiftCells(book, book.active, shift, 'addin')).toBeUndefined()
    expect([book.active.value(3, 3), book.active.value(4, 3), book.active.value(3, 2)]).toEqual(['', 12.5, 20])
    expect([book.active.formula(3, 4), book.active.formula(5, 2)]).toEqual(['=C4/B3', '=SUM(B3:B4)'])
  })

  test('a merge is not torn', async () => {
    const book = await open()
    const before = contentOf(book.active)
    const shift: Shift = { kind: 'insert', axis: 'row', at: 1, count: 1, from: 2, to: 3 }
    expect(shiftCells(book, book.active, shift, 'person')).toBe('merge')
    expect(contentOf(book.active)).toBe(before)
  })

  test('nothing is pushed off the sheet', async () => {
    const book = await open()
    book.edit(book.active, cellArea(1_048_576, 1), [['末行']], 2021)
    expect(shiftCells(book, book.active, rows('insert', 3), 'person')).toBe('full')
  })
})

test.each([rows('insert', 3, 2), rows('delete', 3), columns('insert', 2), columns('delete', 3, 2)])(
  '%j can be undone and done again',
  async (shift) => {
    const book = await open()
    const [before, other] = book.sheets.map(contentOf)
    shiftCells(book, book.active, shift, 'person')
    const [after] = book.sheets.map(contentOf)
    book.undo()
    expect(book.sheets.map(contentOf)).toEqual([before, other])
    expect(places(book)).toEqual(BEFORE)
    book.redo()
    expect(contentOf(book.active)).toBe(after)
  },
)

test('an edit before it can still be undone afterwards', async () => {
  const book = await open()
  book.edit(book.active, cellArea(3, 3), [['15']], 2021)
  shiftCells(book, book.active, rows('insert', 3), 'person')
  book.undo()
  book.undo()
  expect([book.active.value(3, 3), book.active.value(5, 3), book.sheets[1]?.value(1, 1)]).toEqual([12.5, 43.5, 43.5])
})

test('names of a file are kept: of constants and formulas, hidden ones, of one sheet, of whole columns', async () => {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('一').getCell('A1').value = 1
  workbook.addWorksheet('二').getCell('A1').value = 2
  const JSZip = (await import('jszip')).default
  const zip = await JSZip.loadAsync((await workbook.xlsx.writeBuffer()) as ArrayBuffer)
  const path = 'xl/workbook.xml'
  const elements = [
    '<definedName name="率">0.06</definedName>',
    '<definedName name="列">一!$A:$C</definedName>',
    '<definedName name="本页" localSheetId="1" hidden="1">SUM(二!$A$1:$A$9)&amp;"元"</definedName>',
  ]
  const xml = (await zip.file(path)?.async('string')) ?? ''
  zip.file(path, xml.replace('</sheets>', `</sheets><definedNames>${elements.join('')}</definedNames>`))
  const document = await openBytes(await zip.generateAsync({ type: 'uint8array' }))
  const [, second] = document.book.sheets
  if (!second) throw new Error('no sheet')
  shiftCells(document.book, second, rows('insert', 1), 'person')
  const saved = (await (await JSZip.loadAsync(await document.save())).file(path)?.async('string')) ?? ''
  expect(saved).toContain(
    '<definedName name="率">0.06</definedName><definedName name="列">一!$A:$C</definedName><definedName name="本页" localSheetId="1" hidden="1">SUM(二!$A$2:$A$10)&amp;&quot;元&quot;</definedName>',
  )
})
