import { oncePer } from '../base/oncePer.ts'
import { nameKey } from './nameKey.ts'
import type { Measure, Register } from './register.ts'

/**
 * The measure that a word means (千米: 公里), without 万 or 亿; undefined where the register knows none. With an
 * `indicator` the words that are synonyms for it alone count, too (例 is 人 in screenings).
 */
export function measureOf(register: Register, word: string, indicator?: string): Measure | undefined {
  const cache = measuresByWord(register)
  const asked = indicator === undefined ? word : `${word}\n${indicator}`
  const found = cache.get(asked)
  if (found !== undefined) return found ?? undefined
  const measure = findMeasure(register, word, indicator)
  if (cache.size < MOST_WORDS) cache.set(asked, measure ?? null)
  return measure
}

/** Texts of any length are asked for; only as many as measures have words are worth caching. */
const MOST_WORDS = 5_000

const measuresByWord = oncePer((_: Register) => new Map<string, Measure | null>())

function findMeasure(register: Register, word: string, indicator: string | undefined): Measure | undefined {
  const key = nameKey(word)
  const limited =
    indicator !== undefined &&
    register.measures.find((measure) =>
      measure.synonymsFor?.some((synonym) => nameKey(synonym.word) === key && synonym.indicators.includes(indicator)),
    )
  return limited || register.measures.find((measure) => [measure.name, ...measure.synonyms].some((name) => nameKey(name) === key))
}

/** Whether two words mean the same measure; words that the register does not know are the same only letter for letter. */
export function sameMeasure(register: Register, one: string, other: string, indicator?: string): boolean {
  const measure = measureOf(register, one, indicator)
  return measure === undefined ? nameKey(one) === nameKey(other) : measure === measureOf(register, other, indicator)
}
