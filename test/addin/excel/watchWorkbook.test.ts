import { expect, test, vi } from 'vitest'
import { cellArea } from '../../../addin/book/area.ts'
import { openWorkbook } from '../../../addin/excel/createWorkbook.ts'
import { runOnWorkbook } from '../../../addin/excel/host/runOnWorkbook.ts'
import { bookOf, openExcel } from './excelInNode.ts'

const registered = () => runOnWorkbook('', async ({ sync }) => sync())

test('a person’s edits are told once, when they pause', async () => {
  const { book } = await openExcel(bookOf([['甲', 1]]))
  const heard = vi.fn()
  const stop = openWorkbook().onEdited(heard)
  await registered()
  book.edit(book.active, cellArea(1, 2), [['5']], 2021)
  book.edit(book.active, cellArea(1, 3), [['6']], 2021)
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith('进展'), 5_000)
  expect(heard).toHaveBeenCalledTimes(1)
  stop()
})

test('our own writing is not told', async () => {
  await openExcel(bookOf([['甲', 1]]))
  const edited = vi.fn()
  openWorkbook().onEdited(edited)
  await registered()
  await runOnWorkbook('进展', async ({ context, sync }) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [['乙']]
    await sync()
  })
  await new Promise((resolve) => setTimeout(resolve, 1_200))
  expect(edited).not.toHaveBeenCalled()
})

test('the name of a sheet that is shown is told, until stopped', async () => {
  const workbook = bookOf([['甲']])
  workbook.addWorksheet('另一张')
  const { book } = await openExcel(workbook)
  const heard = vi.fn()
  const stop = openWorkbook().onActivated(heard)
  await registered()
  const [first, second] = book.sheets
  if (!first || !second) throw new Error('no sheets')
  book.activate(second)
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith('另一张'), 5_000)
  stop()
  await registered()
  book.activate(first)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(heard).toHaveBeenCalledTimes(1)
})

test('a sheet that was read is told by the name that it had, whatever it is called now, and when it is deleted', async () => {
  const workbook = bookOf([['甲', 1]])
  workbook.addWorksheet('另一张')
  const { book } = await openExcel(workbook)
  const [edited, deleted] = [vi.fn(), vi.fn()]
  const opened = openWorkbook()
  const stops = [opened.onEdited(edited), opened.onDeleted(deleted)]
  await opened.readActiveSheet()
  const sheet = book.active
  book.rename(sheet, '改了名')
  expect(await opened.select('进展', 'B1')).toEqual({ ok: true, value: undefined })
  expect(await opened.mark('进展', [{ cell: 'B1', severity: 'error' }])).toEqual({ ok: true, value: undefined })
  expect(await opened.readSheet('进展')).toMatchObject({ ok: true, value: { sheetName: '改了名', cells: [['甲', 1]] } })
  book.edit(sheet, cellArea(1, 2), [['5']], 2021)
  await vi.waitFor(() => expect(edited).toHaveBeenCalledWith('进展'), 5_000)
  const [, other] = book.sheets
  if (other) book.activate(other)
  book.remove(sheet)
  await vi.waitFor(() => expect(deleted).toHaveBeenCalledWith('进展'), 5_000)
  const gone = { ok: false, fault: { tag: 'sheetGone', sheet: '进展' } }
  expect(await opened.select('进展', 'B1')).toMatchObject(gone)
  expect(await opened.readSheet('进展')).toMatchObject(gone)
  for (const stop of stops) stop()
})
