import type { Cell, CellValue as StoredValue } from 'exceljs'

/** What a cell holds as Office.js tells it; a blank is "". Dates are serial numbers, errors their text. */
export type Scalar = string | number | boolean

const ERRORS = new Set(['#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!', '#GETTING_DATA', '#SPILL!', '#CALC!'])

export const isErrorText = (text: string): boolean => ERRORS.has(text)

/** The value of a cell, or of a formula cell its last result (0 and FALSE included, which `cell.value` drops). */
export function scalarOf(cell: Cell | undefined): Scalar {
  if (!cell) return ''
  return cell.formula ? plain(cell.result as StoredValue) : plain(cell.value)
}

/** The formula with its leading "=", or undefined. */
export const formulaOf = (cell: Cell | undefined): string | undefined => (cell?.formula ? `=${cell.formula}` : undefined)

function plain(value: StoredValue | undefined): Scalar {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (value instanceof Date) return value.toISOString()
  if ('error' in value) return value.error
  if ('richText' in value) return value.richText.map((run) => run.text).join('')
  if ('hyperlink' in value) return plain(value.text as StoredValue)
  if ('result' in value) return plain(value.result as StoredValue)
  return ''
}
