import type { Check } from '../finding/facts.ts'
import { factIndex } from './lookups/factIndex.ts'
import { raise } from './lookups/raise.ts'

/**
 * DATE_IN_FIGURE: a cell that is shown as a date where a figure is expected. Excel makes a date of 5-26 or 5/26 as it is
 * typed, and the number behind it (44342) is no figure of anything.
 *
 *     column      cell                     finding
 *     completed   44342 shown as 5月26日    error
 *     completed   44342 shown as a number  none
 *     deadline    44342 shown as 5月26日    none
 */
export const dateInFigure: Check = (facts) =>
  factIndex(facts).refused.flatMap((fact) =>
    fact.refused === 'date'
      ? [raise('DATE_IN_FIGURE', fact, { written: String(fact.value), field: fact.field }, { field: fact.field })]
      : [],
  )
