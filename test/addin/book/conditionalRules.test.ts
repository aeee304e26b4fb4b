import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { openWorkbook } from './openDocument.ts'

test('conditional formats of a file are painted where they hold, and follow edits', async () => {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('进展')
  sheet.addRows([[0.2], [0.9]])
  const paint = (argb: string) => ({ fill: { type: 'pattern' as const, pattern: 'solid' as const, bgColor: { argb } } })
  sheet.addConditionalFormatting({
    ref: 'A1:A2',
    rules: [{ type: 'cellIs', operator: 'lessThan', formulae: [0.5], priority: 1, style: paint('FFFF0000') }],
  })
  sheet.addConditionalFormatting({
    ref: 'B1:B2',
    rules: [{ type: 'expression', formulae: ['$A1>0.5'], priority: 2, style: paint('FF00FF00') }],
  })
  const { book } = await openWorkbook(workbook)
  const fills = () => {
    book.engine?.paint(book.active, book.active.content.rules)
    return ['A1', 'A2', 'B1', 'B2'].map((cell) => book.engine?.look(book.active, Number(cell[1]), cell[0] === 'A' ? 1 : 2).fill)
  }
  expect(fills()).toEqual(['#FF0000', undefined, undefined, '#00FF00'])
  book.edit(book.active, { top: 1, left: 1, bottom: 2, right: 1 }, [['0.8'], ['0.1']], 2021)
  expect(fills()).toEqual([undefined, '#FF0000', '#00FF00', undefined])
})
