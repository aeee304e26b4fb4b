import { LAST_COLUMN, LAST_ROW } from '../../book/area.ts'
import type { Book } from '../../book/book.ts'
import type { Sheet } from '../../book/sheet.ts'
import type { FoundCell, OwnSheet } from '../../ports/sheetChanges.ts'
import { sheetNames } from '../../sheetForm/sheetNames.ts'

/** The properties by which a sheet is known to be ours: its wanted name, and what is remembered of it. */
const OURS = 'livelihood-sheet'
const MEMORY = 'livelihood-memory'

/** A sheet is finished and ours. */
export function noteOwnSheet(sheet: Sheet, wanted: string, memory: string | undefined): void {
  sheet.customProperties.set(OURS, wanted)
  if (memory !== undefined) setMemory(sheet, memory)
}

/** What its writer must know of it the next time. */
export const setMemory = (sheet: Sheet, memory: string): void => void sheet.customProperties.set(MEMORY, memory)

/** The sheet of ours that was written under this name: one that a person gave another name is theirs. */
export function findOwnSheet(book: Book, wanted: string): Sheet | undefined {
  for (const name of sheetNames(wanted)) {
    const sheet = book.sheets.find((one) => one.name.toLowerCase() === name.toLowerCase())
    if (sheet?.customProperties.get(OURS) === wanted) return sheet
  }
  return undefined
}

/** What it holds now, from A1 on. */
export function readOwnSheet(sheet: Sheet): OwnSheet {
  const used = sheet.used({ top: 1, left: 1, bottom: LAST_ROW, right: LAST_COLUMN }, true)
  const memory = sheet.customProperties.get(MEMORY)
  const cells = Array.from({ length: used?.bottom ?? 0 }, (_, i) =>
    Array.from({ length: used?.right ?? 0 }, (_, j) => foundCell(sheet, i + 1, j + 1)),
  )
  return { name: sheet.name, memory: typeof memory === 'string' ? memory : null, cells }
}

function foundCell(sheet: Sheet, row: number, column: number): FoundCell {
  const formula = sheet.find(row, column)?.formula
  return {
    held: formula === undefined ? sheet.value(row, column) : `=${formula}`,
    formula: formula !== undefined,
    numberFormat: sheet.numberFormat(row, column),
  }
}
