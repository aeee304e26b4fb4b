import { openPackage } from '../../../shared/grid/xlsx/xlsxPackage.ts'
import { cellArea, LAST_COLUMN } from '../area.ts'
import { Book } from '../book.ts'
import { openBook } from '../file/openBook.ts'
import { saveBook } from '../save/saveBook.ts'
import type { Sheet } from '../sheet.ts'

/** What became of a file that was opened and saved: the paths of the parts that are not what they were, and the bytes. */
export interface SavedAgain {
  readonly differing: readonly string[]
  readonly bytes: Uint8Array
}

/** Opens a file and saves it as it is. Throws where it cannot be opened. */
export const savedUnchanged = (bytes: Uint8Array): SavedAgain => savedAgain(bytes, new Book(openBook(bytes).content, 'unchanged.xlsx'))

/** Opens a file, writes a number into one cell of its first sheet with cells, and saves it. Throws where it cannot be opened. */
export function savedWithOneCell(bytes: Uint8Array): SavedAgain & { readonly value: unknown } {
  const book = new Book(openBook(bytes).content, 'changed.xlsx')
  const sheet = book.sheets.find(({ content }) => content.kind === 'cells')
  const place = sheet && freePlace(sheet)
  if (sheet && place) book.edit(sheet, cellArea(place.row, place.column), [['20210526']], 2021)
  const saved = savedAgain(bytes, book)
  const again = new Book(openBook(saved.bytes).content, 'again.xlsx')
  return { ...saved, value: sheet && place && again.find(sheet.name)?.value(place.row, place.column) }
}

/** The first cell that holds a number and lies under no merge; where there is none, the first below all others. */
function freePlace(sheet: Sheet): { readonly row: number; readonly column: number } {
  for (const [row, { cells }] of sheet.content.rows) {
    for (const [column, cell] of cells) {
      if (typeof cell.value === 'number' && cell.formula === undefined && !sheet.merges.at(row, column)) return { row, column }
    }
  }
  const row = sheet.rowCount + 1
  let column = 1
  while (column < LAST_COLUMN && sheet.merges.at(row, column)) column++
  return { row, column }
}

function savedAgain(before: Uint8Array, book: Book): SavedAgain {
  const bytes = saveBook(book)
  return { differing: differingParts(before, bytes), bytes }
}

/** The paths of the parts that only one of two files has, or that are not the same in both. */
export function differingParts(one: Uint8Array, other: Uint8Array): readonly string[] {
  const [before, after] = [openPackage(one), openPackage(other)]
  if (!before.ok || !after.ok) return ['']
  const paths = new Set([...before.value.paths, ...after.value.paths])
  return [...paths].filter((path) => !areSame(before.value.bytes(path), after.value.bytes(path)))
}

function areSame(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  if (!one || !other) return one === other
  return one.length === other.length && one.every((byte, i) => byte === other[i])
}
