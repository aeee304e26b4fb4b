const LAST_COLUMN = 16_384
const LAST_ROW = 1_048_576

const A = 0x41
const LOWER = 0x20
const ZERO = 0x30

/**
 * Where a reference ("E7", "e7") points, as one number, for no object is made for each cell: `rowOfPlace` and
 * `columnOfPlace` take it apart. −1 where it is no reference to a cell of a sheet.
 */
export function placeOf(reference: string): number {
  const { length } = reference
  let at = 0
  let column = 0
  for (; at < length; at++) {
    const letter = (reference.charCodeAt(at) & ~LOWER) - A
    if (letter < 0 || letter > 25) break
    column = column * 26 + letter + 1
    if (column > LAST_COLUMN) return -1
  }
  let row = 0
  for (; at < length; at++) {
    const digit = reference.charCodeAt(at) - ZERO
    if (digit < 0 || digit > 9) return -1
    row = row * 10 + digit
    if (row > LAST_ROW) return -1
  }
  return row === 0 || column === 0 ? -1 : row * LAST_COLUMN + column - 1
}

export const rowOfPlace = (place: number): number => Math.floor(place / LAST_COLUMN)
export const columnOfPlace = (place: number): number => (place % LAST_COLUMN) + 1

/** The number of a row as it is written; 0 where it is none that a sheet has. */
export function rowNumber(written: string | undefined): number {
  const number = Number(written ?? 0)
  return Number.isInteger(number) && number >= 1 && number <= LAST_ROW ? number : 0
}
