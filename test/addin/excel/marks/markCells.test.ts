import { expect, test } from 'vitest'
import { openWorkbook } from '../../../addin/excel/createWorkbook.ts'
import type { CellMark } from '../../../addin/ports/workbook.ts'
import { areaText } from '../../../addin/preview/book/area.ts'
import { bookOf, contentOf, type ExcelInNode, openExcel } from './excelInNode.ts'

const rules = ({ book }: ExcelInNode) =>
  book.active.content.rules.map((rule) => ({ cells: rule.areas.map(areaText).join(' '), formula: rule.formulas[0] }))

const snapshot = ({ book }: ExcelInNode) => contentOf(book.active)

const MARKS: CellMark[] = [
  { cell: 'B2', severity: 'error' },
  { cell: 'C2', severity: 'error' },
  { cell: 'B3', severity: 'error' },
  { cell: 'C3', severity: 'error' },
  { cell: 'D9', severity: 'warning' },
]

test('marks by one conditional format a severity, neighbours joined', async () => {
  const excel = openExcel(bookOf([['甲', 1, 2]]))
  expect(await openWorkbook().mark('进展', MARKS)).toEqual({ ok: true, value: undefined })
  expect(rules(excel)).toEqual([
    { cells: 'D9', formula: '"livelihood-mark:warning"<>""' },
    { cells: 'B2:C3', formula: '"livelihood-mark:error"<>""' },
  ])
})

test('marking again replaces the earlier marks', async () => {
  const excel = openExcel(bookOf([['甲']]))
  await openWorkbook().mark('进展', MARKS)
  await openWorkbook().mark('进展', [{ cell: 'A1', severity: 'warning' }])
  expect(rules(excel)).toEqual([{ cells: 'A1', formula: '"livelihood-mark:warning"<>""' }])
})

test('a cell with several findings has the gravest mark', async () => {
  const excel = openExcel(bookOf([['甲']]))
  await openWorkbook().mark('进展', [
    { cell: 'A1', severity: 'warning' },
    { cell: 'A1', severity: 'error' },
  ])
  expect(rules(excel).map((rule) => rule.formula)).toEqual(['"livelihood-mark:error"<>""'])
})

test('taking marks off leaves the sheet as it was, with the person’s own fills and conditional formats', async () => {
  const workbook = bookOf([
    ['甲', 1],
    ['乙', 2],
  ])
  const sheet = workbook.worksheets[0]
  if (!sheet) throw new Error('no sheet')
  sheet.getCell('B2').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFF0000' } }
  sheet.addConditionalFormatting({
    ref: 'B1:B9',
    rules: [{ type: 'cellIs', operator: 'greaterThan', formulae: [1], priority: 1, style: { font: { bold: true } } }],
  })
  const excel = openExcel(workbook)
  const before = snapshot(excel)
  await openWorkbook().mark('进展', [{ cell: 'B2', severity: 'error' }])
  expect(snapshot(excel)).not.toBe(before)
  await openWorkbook().unmark('进展')
  expect(snapshot(excel)).toBe(before)
})

test('thousands of scattered cells go in addresses that Excel does not cut', async () => {
  const excel = openExcel(bookOf([['甲']]))
  const cells = Array.from({ length: 3_000 }, (_, i) => ({ cell: `${i % 2 === 0 ? 'B' : 'D'}${i + 1}`, severity: 'error' as const }))
  await openWorkbook().mark('进展', cells)
  const asked = excel.batches.flatMap(({ request }) =>
    Object.values(request.ObjectPaths).flatMap((path) => (path.Name === 'GetRanges' ? [String(path.ArgumentInfo?.Arguments?.[0])] : [])),
  )
  expect(asked.length).toBeGreaterThan(1)
  expect(Math.max(...asked.map((address) => address.length))).toBeLessThanOrEqual(8_192)
  expect(rules(excel).flatMap((rule) => rule.cells.split(' '))).toHaveLength(3_000)
})

test.each([
  ['a protected sheet', (excel: ExcelInNode) => protect(excel), { tag: 'protected', sheet: '进展' }],
  ['a sheet that is gone', (excel: ExcelInNode) => excel.book.rename(excel.book.active, '别的'), { tag: 'host', code: 'ItemNotFound' }],
] as const)('%s is told, and nothing is marked', async (_, prepare, fault) => {
  const excel = openExcel(bookOf([['甲']]))
  prepare(excel)
  expect(await openWorkbook().mark('进展', MARKS)).toEqual({ ok: false, fault })
  expect(rules(excel)).toEqual([])
})

test('select shows the sheet and the cell', async () => {
  const workbook = bookOf([['甲']])
  workbook.addWorksheet('另一张')
  const { book } = openExcel(workbook)
  await openWorkbook().select('另一张', 'E21')
  expect([book.active.name, areaText(book.selection)]).toEqual(['另一张', 'E21'])
})

function protect({ book }: ExcelInNode): void {
  book.active.content.isProtected = true
}
