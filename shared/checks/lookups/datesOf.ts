import type { CheckFacts } from '../../finding/facts.ts'
import type { Finding, FindingCode, FindingParams } from '../../finding/finding.ts'
import type { ParsedDate } from '../../quantity/parsed.ts'
import { factIndex } from './factIndex.ts'
import { foundIn } from './foundIn.ts'
import { raise } from './raise.ts'

/** A finding for each date cell that was read in the given way; cells of one date share its params. */
export function datesOf(facts: CheckFacts, kind: ParsedDate['kind'], code: FindingCode): readonly Finding[] {
  const params = new Map<ParsedDate, FindingParams>()
  return foundIn(factIndex(facts).dates.get(kind) ?? [], (fact) => {
    if (!fact.date) return undefined
    let shared = params.get(fact.date)
    if (!shared) {
      shared = paramsOf(fact.date)
      params.set(fact.date, shared)
    }
    return raise(code, fact, shared, { field: fact.field })
  })
}

const paramsOf = ({ raw, date, candidates }: ParsedDate): FindingParams => ({
  written: raw,
  ...(date !== undefined && { date }),
  ...(candidates && { candidates }),
})
