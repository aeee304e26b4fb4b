import { factIndex } from './factIndex.ts'
import type { Check } from './facts.ts'
import { raise } from './raise.ts'

/**
 * CELL_ERROR: the cell holds an error value of Excel.
 *
 *     cell       finding
 *     #DIV/0!    error
 *     #REF!      error
 *     "错误"      none (a text)
 */
export const cellError: Check = (facts) =>
  factIndex(facts).errors.map((fact) => raise('CELL_ERROR', fact, { error: fact.error ?? '' }, { field: fact.field }))
