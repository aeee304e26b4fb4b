import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { beforeAll, describe, expect, it } from 'vitest'
import { Book } from '../../../../addin/book/book.ts'
import { FormulaEngine, startFormulaEngine } from '../../../../addin/book/formulaEngine.ts'
import { emptyBook } from '../../../../addin/book/sheetContent.ts'
import { uncomputedCells } from '../../../../addin/web/sheet/uncomputedCells.ts'

const require = createRequire(import.meta.url)
beforeAll(() => startFormulaEngine(readFileSync(require.resolve('@ironcalc/wasm/wasm_bg.wasm'))))

/** A workbook of one sheet that came with these formulas and results. */
function bookWith(cells: Readonly<Record<number, readonly [formula: string, result: number]>>, engine: boolean): Book {
  const content = emptyBook()
  const rows = content.sheets[0]?.content.rows
  for (const [row, value] of [1, 2, 3].entries()) rows?.set(row + 1, { cells: new Map([[1, { value, style: {} }]]) })
  for (const [row, [formula, value]] of Object.entries(cells))
    rows?.set(Number(row), { cells: new Map([[1, { value, formula, style: {} }]]) })
  return new Book(content, '5月.xlsx', engine ? new FormulaEngine() : undefined)
}

const edit = (book: Book, row: number) => {
  const cells = uncomputedCells(book)
  const area = { top: row, left: 1, bottom: row, right: 1 }
  book.edit(book.active, area, [['9']], 2021)
  return cells(book.active, area)
}

describe('results that do not follow a change', () => {
  it('are none where the engine computes them', () => {
    const book = bookWith({ 10: ['SUM(A1:A3)', 6] }, true)
    expect(edit(book, 1)).toEqual([])
    expect(book.active.value(10, 1)).toBe(14)
  })

  it('are of functions that the engine does not know, and only where they depend on the change, however far', () => {
    const cells = { 10: ['NOSUCHFUNCTION(A1:A2)', 7], 11: ['A10+1', 8], 12: ['NOSUCHFUNCTION(A3)', 9] } as const
    const book = bookWith(cells, true)
    expect(edit(book, 1)).toEqual([
      { sheet: 'Sheet1', cell: 'A10' },
      { sheet: 'Sheet1', cell: 'A11' },
    ])
    expect([book.active.value(10, 1), book.active.value(12, 1)]).toEqual([7, 9])
  })

  it('are all that depend on it where there is no engine', () => {
    const cells = { 10: ['SUM(A1:A3)', 6], 11: ['A10*2', 12], 12: ['PI()', 3.14] } as const
    expect(edit(bookWith(cells, false), 2)).toEqual([
      { sheet: 'Sheet1', cell: 'A10' },
      { sheet: 'Sheet1', cell: 'A11' },
    ])
  })
})
