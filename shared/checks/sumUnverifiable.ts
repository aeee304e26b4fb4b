import type { Check } from '../finding/facts.ts'
import { raise } from './lookups/raise.ts'
import { sumParams, sumVerdicts } from './lookups/sumVerdicts.ts'

/**
 * SUM_UNVERIFIABLE: a stated total fits only a part of contradictory rows, or covers cells that could not be read.
 *
 *     parts                            total   finding
 *     灵宝市 10400 and 灵宝市 1040 …      fits with 1040   warning
 *     灵宝市 1040 twice                  fits counted once none
 *     完成3场，计划100场 among the parts   not fitting      warning
 */
export const sumUnverifiable: Check = (facts) =>
  [...sumVerdicts(facts).values()].flatMap((one) =>
    one.verdict === 'uncertain' ? [raise('SUM_UNVERIFIABLE', one.fact, sumParams(one), { field: one.fact.field })] : [],
  )
