import type { SheetCell } from './sheetDocument.ts'

/** The longest text a cell holds. */
const LONGEST_TEXT = 32_767
/** Digits that a cell's number has room for. */
const EXACT_DIGITS = 15

/** What is written into one cell: its number format first, then a text or a number. */
export interface CellContent {
  readonly numberFormat: string
  readonly value: string | number
}

const BLANK: CellContent = { numberFormat: 'General', value: '' }

/**
 * The content of a prepared cell. Text is written under the format "@", which keeps Excel from making a formula, a date
 * or a number of it; a figure of more digits than a number has room for is written as text, exact.
 */
export function cellContent(cell: SheetCell | undefined): CellContent {
  if (!cell || cell.kind === 'blank' || cell.value === '') return BLANK
  if (cell.kind === 'text') return { numberFormat: '@', value: cell.value.replace(/\r\n?/g, '\n').slice(0, LONGEST_TEXT) }
  const figure = /^(-?)(\d+)(?:\.(\d+))?$/.exec(cell.value)
  const digits = figure ? `${figure[2]}${figure[3] ?? ''}`.replace(/^0+/, '') : ''
  if (!figure || digits.length > EXACT_DIGITS) return { numberFormat: '@', value: cell.kind === 'percent' ? `${cell.value}%` : cell.value }
  const decimals = figure[3]?.length ?? 0
  if (cell.kind === 'number') return { numberFormat: decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0', value: Number(cell.value) }
  return { numberFormat: `0.${'0'.repeat(Math.max(2, decimals))}%`, value: Number(`${cell.value}e-2`) }
}
