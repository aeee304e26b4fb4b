import { expect, test } from 'vitest'
import { areaText } from '../../../addin/book/area.ts'
import { openWorkbook } from '../../../addin/excel/createWorkbook.ts'
import { bookOf, openExcel } from './excelInNode.ts'

const workbook = () => {
  const book = bookOf([['甲']])
  book.addWorksheet('另一张')
  return book
}

test('a cell is selected, and its sheet shown', async () => {
  const { book } = await openExcel(workbook())
  expect(await openWorkbook().select('另一张', 'C4')).toMatchObject({ ok: true })
  expect([book.active.name, areaText(book.selection)]).toEqual(['另一张', 'C4'])
})

test.each(['row', 'column'] as const)('a cell of a %s that is hidden is not selected, and that is the reason', async (which) => {
  const { book } = await openExcel(workbook())
  const sheet = book.active
  if (which === 'row') sheet.changeRow(4, { hidden: true })
  else sheet.content.columns.set(3, { hidden: true })
  expect(await openWorkbook().select('进展', 'C4')).toEqual({ ok: false, fault: { tag: 'cellHidden', sheet: '进展', during: 'select' } })
  expect(areaText(book.selection)).toBe('A1')
  expect(await openWorkbook().select('进展', 'D5')).toMatchObject({ ok: true })
})

test('where no sheet can be shown, a cell of the one that is shown can be selected all the same', async () => {
  const { book } = await openExcel(workbook(), { host: 'lost-view' })
  expect(await openWorkbook().select('进展', 'C4')).toMatchObject({ ok: true })
  expect(areaText(book.selection)).toBe('C4')
})

test('a cell of another sheet is not said to be selected where its sheet cannot be shown', async () => {
  const { book } = await openExcel(workbook(), { host: 'lost-view' })
  expect(await openWorkbook().select('另一张', 'C4')).toMatchObject({ ok: false })
  expect(book.active.name).toBe('进展')
})
