import type { ParsedDate } from '../quantity/parsed.ts'
import { factIndex } from './factIndex.ts'
import type { CheckFacts } from './facts.ts'
import type { Finding, FindingCode, FindingParams } from './finding.ts'
import { raise } from './raise.ts'

/** A finding for each date cell that was read in the given way; cells of one date share its params. */
export function datesOf(facts: CheckFacts, kind: ParsedDate['kind'], code: FindingCode): readonly Finding[] {
  const found: Finding[] = []
  const params = new Map<ParsedDate, FindingParams>()
  for (const fact of factIndex(facts).dates.get(kind) ?? []) {
    if (!fact.date) continue
    let said = params.get(fact.date)
    if (!said) {
      said = paramsOf(fact.date)
      params.set(fact.date, said)
    }
    found.push(raise(code, fact, said, { field: fact.field }))
  }
  return found
}

const paramsOf = ({ raw, date, candidates }: ParsedDate): FindingParams => ({
  written: raw,
  ...(date !== undefined && { date }),
  ...(candidates && { candidates }),
})
