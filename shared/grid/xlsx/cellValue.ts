import type { CellValue } from '../grid.ts'
import { unescapeText } from '../unescapeText.ts'
import { isoSerial } from './isoSerial.ts'

/** What all sheets of a workbook share. */
export interface SheetContext {
  /** The texts that cells name by number. */
  readonly strings: readonly string[]
  /** The number format of each style; undefined for General. */
  readonly formats: readonly (string | undefined)[]
  readonly date1904: boolean
}

/** A text that the file does not have, though a cell names it: an error that a person sees, no blank. */
const NO_SUCH_TEXT = '#REF!'

/**
 * The value of a cell by its type (`t`) and what is written in it (`v`), which for a formula is its last result; its number
 * format does not matter. An empty text is a blank. What should be a number and is none remains as it is written.
 */
export function cellValue(type: string | undefined, written: string, { strings, date1904 }: SheetContext): CellValue {
  if (written === '') return null
  switch (type) {
    case 's':
      return sharedText(strings, written)
    case 'str':
    case 'inlineStr':
      return unescapeText(written)
    case 'b':
      return written === '1' || written === 'true'
    case 'e':
      return written
    case 'd':
      return isoSerial(written, date1904) ?? written
    default:
      return numberOf(written)
  }
}

function sharedText(strings: readonly string[], written: string): CellValue {
  const text = strings[Number(written)] ?? NO_SUCH_TEXT
  return text === '' ? null : text
}

function numberOf(written: string): CellValue {
  const number = Number(written)
  if (number === 0) return written.trim() === '' ? null : 0
  return Number.isFinite(number) ? number : written
}
