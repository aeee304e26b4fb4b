import type { ParsedDate } from '../quantity/parsed.ts'
import { factIndex } from './factIndex.ts'
import type { CheckFacts } from './facts.ts'
import type { Finding, FindingCode } from './finding.ts'
import { raise } from './raise.ts'

/** A finding for each date cell that was read in the given way. */
export const datesOf = (facts: CheckFacts, kind: ParsedDate['kind'], code: FindingCode): readonly Finding[] =>
  (factIndex(facts).dates.get(kind) ?? []).flatMap((fact) =>
    fact.date
      ? [
          raise(
            code,
            fact,
            {
              written: fact.date.raw,
              ...(fact.date.date !== undefined && { date: fact.date.date }),
              ...(fact.date.candidates && { candidates: fact.date.candidates }),
            },
            { field: fact.field },
          ),
        ]
      : [],
  )
