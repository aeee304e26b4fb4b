import { type Area, address } from '../../../shared/grid/a1.ts'
import { cellArea, intersect, LAST_COLUMN, LAST_ROW } from '../../book/area.ts'
import type { Book } from '../../book/book.ts'
import type { Cell } from '../../book/cell.ts'
import { mapReferences } from '../../book/references.ts'
import type { Sheet } from '../../book/sheet.ts'

/** A formula whose result does not follow what was changed: it shows what it was when the file was opened. */
export interface UncomputedCell {
  readonly sheet: string
  readonly cell: string
}

/** What the engine says where it does not know a function, or where it cannot end. */
const UNKNOWN: ReadonlySet<string> = new Set(['#NAME?', '#ERROR!', '#N/IMPL!', '#CIRC!'])
/** A whole sheet. */
export const EVERYWHERE: Area = { top: 1, left: 1, bottom: LAST_ROW, right: LAST_COLUMN }

/** Cells of a sheet that hold something else than when the file was opened. */
interface Change {
  readonly sheet: Sheet
  readonly area: Area
}

/** A formula and where it is. */
interface Formula {
  readonly sheet: Sheet
  readonly row: number
  readonly column: number
  readonly cell: Cell
}

/**
 * Says after each edit which results are out of date: of formulas that this page cannot compute (without its engine none,
 * with it those with functions that it does not know) and that depend, however far, on a cell that was changed. Where it is
 * not known what a formula depends on (names, tables), it counts as dependent.
 */
export function uncomputedCells(book: Book): (sheet: Sheet, area: Area) => readonly UncomputedCell[] {
  const changes: Change[] = []
  return (sheet, area) => {
    changes.push({ sheet, area })
    const formulas = formulasOf(book)
    if (!formulas.some((one) => isUncomputed(book, one))) return []
    return dependents(book, formulas, changes)
      .filter((one) => isUncomputed(book, one))
      .map((one) => ({ sheet: one.sheet.name, cell: address(one.row, one.column) }))
  }
}

function formulasOf(book: Book): readonly Formula[] {
  const formulas: Formula[] = []
  for (const sheet of book.sheets)
    sheet.eachCell(EVERYWHERE, (cell, row, column) => {
      if (cell.formula !== undefined) formulas.push({ sheet, row, column, cell })
    })
  return formulas
}

/** Shows what the file said, and cannot show anything else; one that was typed here shows its error by itself. */
const isUncomputed = (book: Book, { cell }: Formula): boolean =>
  cell.isError !== true && !cell.isPending && (book.engine === undefined || UNKNOWN.has(cell.computed ?? ''))

function dependents(book: Book, formulas: readonly Formula[], changes: readonly Change[]): readonly Formula[] {
  const found = new Set<Formula>()
  let latest = changes
  while (latest.length > 0) {
    const fresh = formulas.filter((one) => !found.has(one) && dependsOn(book, one, latest))
    for (const one of fresh) found.add(one)
    latest = fresh.map(({ sheet, row, column }) => ({ sheet, area: cellArea(row, column) }))
  }
  return [...found]
}

function dependsOn(book: Book, { sheet, cell: { formula = '' } }: Formula, changes: readonly Change[]): boolean {
  let depends = formula.includes('[') || book.names.some(({ name }) => formula.toLowerCase().includes(name.toLowerCase()))
  mapReferences(formula, (reference) => {
    const on = (reference.sheet ?? sheet.name).toLowerCase()
    depends ||= changes.some((change) => change.sheet.name.toLowerCase() === on && intersect(change.area, reference.area) !== undefined)
    return undefined
  })
  return depends
}
