import type { Area } from '../../shared/grid/a1.ts'

/** What may be entered into some cells. */
export interface Validation {
  readonly areas: readonly Area[]
  /** One or two, without "=". */
  readonly formulas: readonly string[]
  /** All else that a file says of it ("type": "list", "allowBlank": "1", "prompt": …), by its own names. */
  readonly attributes: Readonly<Record<string, string>>
}
