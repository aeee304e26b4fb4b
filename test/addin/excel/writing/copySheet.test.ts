import { expect, test } from 'vitest'
import { openWorkbook } from '../../../../addin/excel/createWorkbook.ts'
import type { SheetCopy } from '../../../../addin/ports/sheetCopy.ts'
import { stoppedAfter, unstopped } from '../../longWorks.ts'
import { bookOf, type ExcelInNode, openExcel } from '../excelInNode.ts'

const ROWS = [
  ['2021年5月进展情况', null, null, null],
  ['县', '目标', '上月累计', '累计'],
  ['湖滨区', 20, 9, 12.5],
  ['陕州区', 60, '', '1,460'],
]
const copyOf = (cells: SheetCopy['cells'], name = '6月'): SheetCopy => ({ sheet: '进展', name, cells })
const copy = (of: SheetCopy, work = unstopped()) => openWorkbook().copySheet(of, work)
const contents = ({ book }: ExcelInNode, name: string) => {
  const sheet = book.find(name)
  return sheet && ROWS.map((row, i) => row.map((_, j) => sheet.formula(i + 1, j + 1)))
}

test('copies a sheet with widths, fills, merges and formulas, changes cells of the copy alone, and shows it', async () => {
  const excel = await openExcel(bookOf(ROWS))
  const [original] = excel.book.sheets
  if (!original) throw new Error('no sheet')
  original.content.columns.set(1, { width: 33 })
  original.restyle({ top: 3, left: 4, bottom: 3, right: 4 }, { fill: '#FFEE00' })
  original.store(4, 3, { kind: 'formula', formula: 'D4*2' })
  excel.book.settle()
  const before = contents(excel, '进展')
  const answer = await copy(
    copyOf([
      { cell: 'A1', value: '2021年6月进展情况', numberFormat: '@' },
      { cell: 'C3', value: 12.5 },
      { cell: 'D3', value: null },
      { cell: 'D4', value: 1460, numberFormat: 'General' },
    ]),
  )
  expect(answer).toEqual({ ok: true, value: '6月' })
  expect(contents(excel, '6月')).toEqual([
    ['2021年6月进展情况', '', '', ''],
    ['县', '目标', '上月累计', '累计'],
    ['湖滨区', 20, 12.5, ''],
    ['陕州区', 60, '=D4*2', 1460],
  ])
  const made = excel.book.find('6月')
  expect([made?.content.columns.get(1)?.width, made?.look(3, 4).fill]).toEqual([33, '#FFEE00'])
  expect(excel.book.sheets.map(({ name }) => name)).toEqual(['进展', '6月'])
  expect(excel.book.active).toBe(made)
  expect(contents(excel, '进展')).toEqual(before)
})

test('takes the next name that is free, and says what it is', async () => {
  const excel = await openExcel(bookOf(ROWS))
  excel.book.add('6月')
  expect(await copy(copyOf([]))).toEqual({ ok: true, value: '6月 (2)' })
})

test.each([
  ['a sheet that is gone', (excel: ExcelInNode) => void excel.book.rename(excel.book.active, '别的'), 'sheetGone'],
  ['a protected sheet', (excel: ExcelInNode) => excel.book.active.protect(), 'protected'],
  [
    'a workbook that takes no sheet',
    (excel: ExcelInNode) => void Object.assign(excel.book, { structureProtected: true }),
    'structureProtected',
  ],
])('leaves everything as it is: %s', async (_, make, tag) => {
  const excel = await openExcel(bookOf(ROWS))
  make(excel)
  const names = excel.book.sheets.map(({ name }) => name)
  expect(await copy(copyOf([{ cell: 'C3', value: 1 }]))).toMatchObject({ ok: false, fault: { tag } })
  expect(excel.book.sheets.map(({ name }) => name)).toEqual(names)
})

test('stopped, or where the host makes anything else of what it is given, no half copy stays', async () => {
  const excel = await openExcel(bookOf(ROWS))
  const many = Array.from({ length: 1_200 }, (_, i) => ({ cell: `F${i + 1}`, value: i }))
  expect(await copy(copyOf(many), stoppedAfter(1))).toMatchObject({ ok: false, fault: { tag: 'cancelled' } })
  expect(excel.book.sheets.map(({ name }) => name)).toEqual(['进展'])
  // in General a text like a date becomes one
  expect(await copy(copyOf([{ cell: 'C3', value: '2021/5/26' }]))).toMatchObject({ ok: false, fault: { tag: 'notAsWritten' } })
  expect(excel.book.sheets.map(({ name }) => name)).toEqual(['进展'])
})
