import { LIMITS } from './limits.ts'
import { type Shift, shiftFormula } from './shiftFormula.ts'

interface Original {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** What a cell has of a formula. */
interface WrittenFormula {
  readonly text: string
  readonly shared: string | undefined
}

/** Formulas as cells have them: those that are written once and shared by a range are written out for each cell of it. */
export class FormulaTexts {
  private readonly shared = new Map<string, Original>()
  private room: number = LIMITS.formulas

  /**
   * The formula of a cell without "="; '' where it is not known. `shared` is the number under which it is shared (`si`),
   * `text` what this cell has of it: all, or nothing. Formulas are for information: a file that has too many goes without.
   */
  of(row: number, column: number, { text, shared }: WrittenFormula): string {
    if (shared === undefined) return text
    const original = this.shared.get(shared)
    if (text !== '' || !original) {
      if (text !== '') this.shared.set(shared, { row, column, text })
      return text
    }
    this.room -= original.text.length
    if (this.room < 0) return ''
    const shift: Shift = { rows: row - original.row, columns: column - original.column }
    return shiftFormula(original.text, shift)
  }
}
