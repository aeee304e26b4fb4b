/** "A" for 1, "Z" for 26, "AA" for 27. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}

/** 1 for "A", 27 for "AA"; case does not matter. */
export function columnNumber(name: string): number {
  let column = 0
  for (const letter of name.toUpperCase()) column = column * 26 + (letter.charCodeAt(0) - 64)
  return column
}

/** "E7" for row 7, column 5 (both count from 1). */
export const address = (row: number, column: number): string => `${columnName(column)}${row}`

/** Reads the address of one cell, as sheets and records have it ("E7"); undefined where the text is nothing of the kind. */
export function parseAddress(cell: string): { readonly row: number; readonly column: number } | undefined {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(cell)
  return match?.[1] === undefined ? undefined : { row: Number(match[2]), column: columnNumber(match[1]) }
}

/** The letters of an address: "E" of "E7". */
export const columnLetters = (cell: string): string => cell.slice(0, cell.search(/\d*$/))

/** The column of an address: 5 of "E7". */
export const columnOf = (cell: string): number => columnNumber(columnLetters(cell))

/** The row of an address: 7 of "E7". */
export const rowOf = (cell: string): number => Number(cell.slice(columnLetters(cell).length))

/** An area of cells; all four numbers are Excel's own, inclusive. */
export interface Area {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Reads "E7", "$E$7" and "A1:K3"; undefined where the text is no such reference. */
export function parseArea(reference: string): Area | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(reference)
  if (!match?.[1] || !match[2]) return undefined
  const first = { row: Number(match[2]), column: columnNumber(match[1]) }
  const last = match[3] && match[4] ? { row: Number(match[4]), column: columnNumber(match[3]) } : first
  return {
    top: Math.min(first.row, last.row),
    left: Math.min(first.column, last.column),
    bottom: Math.max(first.row, last.row),
    right: Math.max(first.column, last.column),
  }
}

/** "A1:K3", the area of one cell "E7:E7". */
export const areaReference = ({ top, left, bottom, right }: Area): string => `${address(top, left)}:${address(bottom, right)}`
