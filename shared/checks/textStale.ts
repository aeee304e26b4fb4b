import type { Check } from '../finding/facts.ts'
import { recordKeyText } from '../record/figureRecord.ts'
import { earlierRecords } from './lookups/earlier.ts'
import { placeOf, raise } from './lookups/raise.ts'
import { textClaims } from './lookups/textClaims.ts'
import { earlierText } from './textCommitmentDue.ts'

/**
 * TEXT_STALE: the text is word for word last period's while a figure of its task changed.
 *
 *     text        figure        finding
 *     the same    130 → 180     warning
 *     the same    130 → 130     none
 *     another     130 → 180     none
 */
export const textStale: Check = (facts) => {
  const earlier = earlierRecords(facts)
  return textClaims(facts).flatMap((claims) => {
    const before = earlierText(facts, claims.record)
    if (before === undefined || bare(before) !== bare(claims.text)) return []
    const changed = claims.figures.find((figure) => {
      const last = earlier.get(recordKeyText(figure))?.values.cumulative
      return last !== undefined && (figure.values.cumulative ?? null) !== last
    })
    return changed
      ? [raise('TEXT_STALE', placeOf(claims.record, 'progressText'), { indicator: changed.subject }, { field: 'progressText' })]
      : []
  })
}

const bare = (text: string): string => text.replace(/\s+/g, '')
