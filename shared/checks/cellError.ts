import type { Check } from '../finding/facts.ts'
import { factIndex } from './lookups/factIndex.ts'
import { raise } from './lookups/raise.ts'

/**
 * CELL_ERROR: the cell holds an error value of Excel.
 *
 *     cell       finding
 *     #DIV/0!    error
 *     #REF!      error
 *     "错误"      none (a text)
 */
export const cellError: Check = (facts) => {
  const cells = new Map(factIndex(facts).errors.map((fact) => [`${fact.sheet}!${fact.cell}`, fact]))
  return [...cells.values()].map((fact) => raise('CELL_ERROR', fact, { error: fact.error ?? '' }, { field: fact.field }))
}
