import { describe, expect, it } from 'vitest'
import type { Sheet } from '../../../../addin/book/sheet.ts'
import { openWorkbook } from '../../../../addin/excel/createWorkbook.ts'
import { readGrid } from '../../../../addin/web/workbook/readGrid.ts'
import type { Grid } from '../../../../shared/grid/grid.ts'
import { bookOf, openExcel } from '../../excel/excelInNode.ts'

const YEAR = 2021

/** A row may be as long as its block or as its last value: what is absent is blank. */
const trimmed = (grid: Grid): Grid => ({
  ...grid,
  cells: grid.cells.map((row) => row.slice(0, row.findLastIndex((value) => value !== null) + 1)),
})

/** What is done to a sheet beside its values. */
const CASES: readonly (readonly [name: string, change: (sheet: Sheet) => void])[] = [
  ['as it comes', () => undefined],
  ['empty', (sheet) => sheet.clear({ top: 1, left: 1, bottom: 9, right: 9 }, 'All')],
  ['that begins below and to the right', (sheet) => sheet.clear({ top: 1, left: 1, bottom: 2, right: 9 }, 'All')],
  [
    'with merges that hide what lies under them, and one beyond what is used',
    (sheet) => {
      sheet.content.merges = [
        { top: 1, left: 1, bottom: 1, right: 3 },
        { top: 3, left: 1, bottom: 4, right: 1 },
        { top: 40, left: 8, bottom: 41, right: 9 },
      ]
    },
  ],
  ['with hidden rows', (sheet) => [2, 3, 60].forEach((row) => void sheet.changeRow(row, { hidden: true }))],
  [
    'with texts, dates, percentages, truths, errors and formulas',
    (sheet) => {
      for (const [row, text] of ['2021-05-20', '48.67%', 'TRUE', "'007", '=B2+1', '5月20日', '1,234.50'].entries())
        sheet.enter(row + 5, 2, text, YEAR)
      sheet.put(12, 2, { value: '#N/A', isError: true, style: {} })
      sheet.put(13, 2, { value: 3, formula: 'SUM(B2:B3)', style: { numFmt: '0.00' } })
    },
  ],
  ['with a format where nothing is', (sheet) => sheet.setNumberFormat(30, 12, '0.00')],
]

describe('a sheet of the page is the grid that Excel’s adapter reads of the same workbook', () => {
  it.each(CASES)('%s', async (_, change) => {
    const { book } = await openExcel(
      bookOf([
        ['标题', '', ''],
        ['湖滨区', 12.5, '说明\n两行'],
        ['陕州区', 31, ''],
        ['', '', '备注'],
      ]),
    )
    change(book.active)
    book.settle()
    const excel = await openWorkbook().readActiveSheet()
    expect(excel.ok && trimmed(excel.value)).toEqual(trimmed(readGrid(book, book.active)))
  })
})
