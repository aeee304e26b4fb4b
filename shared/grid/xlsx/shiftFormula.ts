import { columnName, columnNumber } from '../a1.ts'

/** How far a copy of a formula lies from its original. */
export interface Shift {
  readonly rows: number
  readonly columns: number
}

/** A text in quotes, the name of a sheet in quotes, or what may be a reference; one after the other. */
const PIECES = /"[^"]*"|'[^']*'|[\p{L}\p{N}_.$\\]+/gu

/** $A$1, A1; A and $1 as halves of A:A and 1:1 are met with their neighbour. */
const CELL = /^(\$?)([A-Z]{1,3})(\$?)(\d{1,7})$/i
const COLUMN = /^(\$?)([A-Z]{1,3})$/i
const ROW = /^(\$?)(\d{1,7})$/

/**
 * A formula as it reads in a cell further down or right: references without $ move along. Texts, names of sheets and
 * functions stay. References that leave the sheet become #REF!.
 */
export function shiftFormula(formula: string, shift: Shift): string {
  return formula.replace(PIECES, (piece, at: number) => {
    const next = formula[at + piece.length]
    if (next === '(' || next === '!' || next === '[') return piece
    const cell = CELL.exec(piece)
    if (cell) return cellShifted(cell, shift)
    const isHalf = next === ':' || formula[at - 1] === ':'
    if (!isHalf) return piece
    const column = COLUMN.exec(piece)
    if (column) return shiftedColumn(column[1] ?? '', column[2] ?? '', shift)
    const row = ROW.exec(piece)
    return row ? shiftedRow(row[1] ?? '', row[2] ?? '', shift) : piece
  })
}

function cellShifted([, dollar = '', column = '', dollarOfRow = '', row = '']: RegExpExecArray, shift: Shift): string {
  const shifted = [shiftedColumn(dollar, column, shift), shiftedRow(dollarOfRow, row, shift)]
  return shifted.includes(GONE) ? GONE : shifted.join('')
}

const GONE = '#REF!'
const LAST_COLUMN = 16_384
const LAST_ROW = 1_048_576

function shiftedColumn(dollar: string, column: string, { columns }: Shift): string {
  if (dollar !== '' || columns === 0) return dollar + column
  const number = columnNumber(column) + columns
  return number >= 1 && number <= LAST_COLUMN ? columnName(number) : GONE
}

function shiftedRow(dollar: string, row: string, { rows }: Shift): string {
  if (dollar !== '' || rows === 0) return dollar + row
  const number = Number(row) + rows
  return number >= 1 && number <= LAST_ROW ? String(number) : GONE
}
