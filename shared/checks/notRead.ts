import type { Check } from '../finding/facts.ts'
import { factIndex } from './lookups/factIndex.ts'
import { raise } from './lookups/raise.ts'

/**
 * NOT_READ: a cell of the table holds something that could not be read as what its column says. What is of another
 * kind of measure has its own finding.
 *
 *     column      cell                 finding
 *     completed   完成3场，计划100场     warning
 *     completed   100个行政村 (场)       none (UNIT_MISMATCH)
 *     planned     待定                  warning
 */
export const notRead: Check = (facts) =>
  factIndex(facts).refused.flatMap((fact) =>
    fact.refused === 'unreadable' && fact.error === undefined
      ? [raise('NOT_READ', fact, { written: String(fact.value).slice(0, 60), field: fact.field }, { field: fact.field })]
      : [],
  )
