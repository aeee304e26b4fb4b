import { remembering } from '../../base/remembering.ts'
import type { WordList } from '../../base/wordList.ts'
import { DONE_IN_PERIOD, OF_ONE_MONTH, THIS_PERIOD, YEAR_TO_DATE } from '../lexicon/timeWords.ts'
import { lastMatch } from '../words/lastMatch.ts'

/** period: of a week, month or quarter alone; year: of the year up to now. */
export type TimeScope = 'period' | 'year'

/**
 * The time that a figure is of: the last words of time before it in its clause, else those of the nearest clause before.
 * `topics` are the words of its sentence as `topicsOf` gives them.
 *
 *     9月立案211件、结案188件            period, both
 *     今年以来立案2160件、结案1904件      year, both
 *     截至9月底                        year
 */
export function scopeOf(topics: readonly string[]): TimeScope | null {
  for (const words of topics) {
    const scope = scopeInWords(words)
    if (scope !== null) return scope
  }
  return null
}

/** Figures of one sentence have the clauses before them in common. */
const scopeInWords = remembering((words: string): TimeScope | null => {
  const period = Math.max(...OF_PERIOD.map((list) => lastOf(list, words)))
  const year = lastOf(YEAR_TO_DATE, words)
  return period >= 0 || year >= 0 ? (period > year ? 'period' : 'year') : null
})

const OF_PERIOD = [THIS_PERIOD, OF_ONE_MONTH, DONE_IN_PERIOD]

const lastOf = (list: WordList, words: string): number => lastMatch(list, words)?.at ?? -1
