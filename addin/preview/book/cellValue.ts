import type { Cell, CellErrorValue } from 'exceljs'
import { isRecord } from '../../../shared/base/keysOf.ts'

/** What a cell holds as Office.js answers it; a blank is "". Dates are serial numbers, errors their text. */
export type Scalar = string | number | boolean

const ERRORS = new Set(['#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!', '#GETTING_DATA', '#SPILL!', '#CALC!'])

/** Whether a text is one of the errors that formulas have as results. */
export const isErrorText = (text: string): boolean => ERRORS.has(text)

/** An error as ExcelJS stores it; its types name seven of the errors that Excel has by now. */
export const errorValue = (text: string): CellErrorValue => ({ error: text as CellErrorValue['error'] })

/** The value of a cell, or of a formula cell its last result (0 and FALSE included, which `cell.value` drops). */
export function scalarOf(cell: Cell | undefined): Scalar {
  if (!cell) return ''
  return cell.formula ? plain(cell.result) : plain(cell.value)
}

/** The formula with its leading "=", or undefined. */
export const formulaOf = (cell: Cell | undefined): string | undefined => (cell?.formula ? `=${cell.formula}` : undefined)

function plain(value: unknown): Scalar {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map((run: unknown) => (isRecord(run) ? plain(run.text) : '')).join('')
  if (!isRecord(value)) return ''
  // An error; rich text, whose runs may have links; a link's text; a formula's result.
  return plain(value.error ?? value.richText ?? ('hyperlink' in value ? value.text : value.result))
}
