import { expect, it } from 'vitest'
import { Book } from '../../../../addin/book/book.ts'
import { contentOfGrids } from '../../../../addin/web/formats/contentOfGrids.ts'
import { readGrid } from '../../../../addin/web/workbook/readGrid.ts'
import { gridOfCsv, readCsv } from '../../../../shared/grid/csv/readCsv.ts'
import type { Grid } from '../../../../shared/grid/grid.ts'
import { gridFromJson } from '../../../../shared/grid/gridFromJson.ts'
import { labelledSheet, sheetNames } from '../../../sheets/labelledSheet.ts'

const trimmed = (row: Grid['cells'][number]) => row.slice(0, row.findLastIndex((value) => value !== null && value !== '') + 1)

/** What the flows read of a sheet, blanks at its ends aside. */
const contentOf = ({ cells, formats, merges, formulas, hiddenRows, date1904 }: Grid) => {
  const rows = cells.map(trimmed).map((row) => row.map((value) => (value === '' ? null : value)))
  const filled = rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1)
  return { rows: filled, formats: keptOf(formats), formulas, merges: [...merges].sort(), hiddenRows, date1904 }
  /** A format of a cell that holds nothing says nothing. */
  function keptOf(all: Grid['formats']) {
    return Object.fromEntries(Object.entries(all).filter(([at]) => isFilled(cells, at)))
  }
}

function isFilled(cells: Grid['cells'], at: string): boolean {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(at) ?? []
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return (cells[Number(row) - 1]?.[column - 1] ?? '') !== ''
}

it.each(sheetNames)('%s is read out of the workbook as it went in', (name) => {
  const read = gridFromJson(labelledSheet<object>(name))
  if (!read.ok) throw new Error(read.fault.tag)
  const { grid } = read.value
  const book = new Book(contentOfGrids([grid]), 'a.xls')
  expect(contentOf(readGrid(book, book.active))).toEqual(contentOf(grid))
})

it('a number of a text shows as it is written there', () => {
  const csv = readCsv(new TextEncoder().encode('48.670,1460,"1,460",007,2021/5/26\n'))
  if (!csv.ok) throw new Error('in doubt')
  const book = new Book(contentOfGrids([gridOfCsv(csv.value, '5月')]), '5月.csv')
  expect([1, 2, 3, 4, 5].map((column) => book.active.text(1, column))).toEqual(['48.670', '1460', '1,460', '007', '2021/5/26'])
})
