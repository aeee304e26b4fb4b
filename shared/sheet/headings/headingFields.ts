import { keysOf } from '../../base/keysOf.ts'
import type { ColumnField } from '../../record/columnFields.ts'
import { headingPartOf } from './headingParts.ts'
import { HEADING_TEXTS } from './headingTexts.ts'
import { type Heading, normaliseHeading } from './normaliseHeading.ts'

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

const exact = new Map<string, ColumnField[]>()
for (const field of keysOf(HEADING_TEXTS)) {
  for (const text of HEADING_TEXTS[field] ?? []) {
    const key = text.toLowerCase()
    const list = exact.get(key)
    if (!list) exact.set(key, [field])
    else if (!list.includes(field)) list.push(field)
  }
}

const cache = new Map<string, readonly FieldGuess[]>()

/** The fields that a heading cell may mean by its words alone, best first; empty where it says nothing we know. */
export function headingFields(text: string): readonly FieldGuess[] {
  const known = cache.get(text)
  if (known) return known
  const guesses = guess(text)
  if (cache.size > 5_000) cache.clear()
  if (text.length < 200) cache.set(text, guesses)
  return guesses
}

function guess(text: string): readonly FieldGuess[] {
  const heading = normaliseHeading(text)
  const { core, percentSign } = heading
  if (core === '' || core.length > LONGEST_HEADING) return []
  const known = knownFields(heading)
  const found = known.length > 0 ? known : (headingPartOf(core)?.means ?? []).map((field) => ({ field, score: HEADING_SCORE.parts }))
  return percentSign && !found.some(({ field }) => isRate(field))
    ? [{ field: 'percent', score: HEADING_SCORE.percentSign }, ...found]
    : found
}

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
const isRate = (field: ColumnField): boolean => field === 'percent' || field.endsWith('progress') || field === 'start_rate'

/** Headings that would have been understood, for the person whose sheet has none. */
export const KNOWN_HEADINGS: readonly string[] = Object.values(HEADING_TEXTS).flatMap((texts) => texts?.slice(0, 2) ?? [])
