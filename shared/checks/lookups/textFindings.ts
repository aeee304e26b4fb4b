import type { CheckFacts } from '../../finding/facts.ts'
import type { Finding, FindingCode } from '../../finding/finding.ts'
import type { NarrativeFinding } from '../../narrative/words/claims.ts'
import { placeOf, raise } from './raise.ts'
import { type TextClaims, textClaims } from './textClaims.ts'

/** What the reading of texts found under the given codes, at the texts' cells; of the texts that `concerns` takes. */
export function textFindings(
  facts: CheckFacts,
  codes: ReadonlySet<FindingCode>,
  concerns: (claims: TextClaims) => boolean = () => true,
): readonly Finding[] {
  return textClaims(facts)
    .filter(concerns)
    .flatMap((claims) => claims.reading.findings.filter(({ code }) => codes.has(code)).map((finding) => atText(claims, finding)))
}

/** A text is the only figure of its task where no record has a figure column of its own. */
export const isOnlyFigure = (claims: TextClaims): boolean => claims.figures.length === 0

/** At the text, or at the part of it that its indicator took its figure from. */
function atText({ record, parts }: TextClaims, { code, params, indicator }: NarrativeFinding): Finding {
  const place = placeOf(record, 'progressText')
  const cell = (indicator !== null ? parts.get(indicator) : undefined) ?? place.cell
  return raise(code, { ...place, cell }, { ...params, ...(indicator !== null && { indicator }) }, { field: 'progressText' })
}
