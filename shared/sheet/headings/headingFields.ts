import { keysOf } from '../../base/keysOf.ts'
import { COLUMN_FIELDS, type ColumnField } from '../../record/columnFields.ts'
import { headingPartOf } from './headingParts.ts'
import { HEADING_TEXTS } from './headingTexts.ts'
import { type Heading, normaliseHeading } from './normaliseHeading.ts'
import { pairOfHeading } from './pairHeadings.ts'
import { RANKS } from './timeWords.ts'

/** A field that a heading may mean, and how well its words say so, as in HEADING_SCORE. */
export interface FieldGuess {
  readonly field: ColumnField
  readonly score: number
}

/** How well words name a field: between 0 and 1, a known heading as a whole best, some of its parts least. */
export const HEADING_SCORE = {
  whole: 1,
  /** Known but for a 及 or 其中. */
  nearly: 0.95,
  /** The sign says what it is a percentage: of what, the words may say otherwise. */
  percentSign: 0.9,
  parts: 0.7,
} as const

/** The heading as a whole is known, or has a percent sign: more than some of its parts. */
export const isWholeHeading = ({ score }: FieldGuess): boolean => score >= HEADING_SCORE.percentSign

/** The fields of known headings, in small letters. */
const exact = new Map<string, ColumnField[]>()
for (const field of keysOf(HEADING_TEXTS)) {
  for (const text of HEADING_TEXTS[field] ?? []) {
    const key = text.toLowerCase()
    const list = exact.get(key)
    if (!list) exact.set(key, [field])
    else if (!list.includes(field)) list.push(field)
  }
}

/** What headings were found to mean, as long as there are not too many: rows of data are asked as well. */
const cache = new Map<string, readonly FieldGuess[]>()
const MOST_CACHED = 5_000
const LONGEST_CACHED = 200

/**
 * The fields that a heading cell may mean by its words alone, best first; empty where it says nothing we know.
 *
 *     累计完成        cumulative (known)
 *     问题和措施       issues_next_steps (known but for 和)
 *     绿化（%）       percent (by its sign)
 *     上月底数        previous_cumulative (by its parts)
 *     上期名次        none: it is no figure
 *     完成数/任务数    cumulative (and the target, in each of its cells)
 */
export function headingFields(text: string): readonly FieldGuess[] {
  const known = cache.get(text)
  if (known) return known
  const guesses = guess(text)
  if (cache.size > MOST_CACHED) cache.clear()
  if (text.length < LONGEST_CACHED) cache.set(text, guesses)
  return guesses
}

function guess(text: string): readonly FieldGuess[] {
  const heading = normaliseHeading(text)
  const { core, percentSign } = heading
  if (core === '' || core.length > LONGEST_HEADING) return []
  if (pairOfHeading(text) !== undefined) return [{ field: 'cumulative', score: HEADING_SCORE.parts }]
  const known = knownFields(heading)
  if (known.length === 0 && RANKS.pattern.test(core)) return []
  const found = known.length > 0 ? known : (headingPartOf(core)?.means ?? []).map((field) => ({ field, score: HEADING_SCORE.parts }))
  return percentSign && !found.some(({ field }) => isRate(field))
    ? [{ field: 'percent', score: HEADING_SCORE.percentSign }, ...found]
    : found
}

/** A longer text is a sentence, which has words of many fields. */
const LONGEST_HEADING = 30

/** What the heading means where it is known as a whole, with its brackets, or but for a 及 or 其中. */
function knownFields({ core, hints }: Heading): readonly FieldGuess[] {
  const fieldsOf = (words: string) => exact.get(words.toLowerCase())
  const whole = fieldsOf(core) ?? (hints.length > 0 ? fieldsOf(`${core}(${hints.join(')(')})`) : undefined)
  if (whole) return whole.map((field) => ({ field, score: HEADING_SCORE.whole }))
  const nearly = fieldsOf(core.replace(/[及和与/、]/gu, '')) ?? fieldsOf(core.replace(/^其中:?/u, '')) ?? []
  return nearly.map((field) => ({ field, score: HEADING_SCORE.nearly }))
}

/** Fields whose figures are percentages already. */
const isRate = (field: ColumnField): boolean => COLUMN_FIELDS[field].group === 'percentage'

/** Headings that would have been understood, for the person whose sheet has none. */
export const KNOWN_HEADINGS: readonly string[] = Object.values(HEADING_TEXTS).flatMap((texts) => texts?.slice(0, 2) ?? [])
