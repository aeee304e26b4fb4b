import type { IndicatorWords } from '../words/taskWords.ts'

/** What a figure counts, as far as words and measure show. */
export interface Tie {
  readonly words: IndicatorWords | null
  /** match: the words name the indicator's object; unnamed: they name no object; other: they name another one. */
  readonly object: 'match' | 'unnamed' | 'other'
  /** The words name it by more than its last character. */
  readonly strong?: boolean
}

/** The words around a figure, the nearest apart from the further. */
export interface FigureWords {
  readonly measure: string | null
  readonly pre: string
  readonly post: string
  /** Earlier clauses of the sentence, the nearest first. */
  readonly topics: readonly string[]
  /** The indicator of the figure before. */
  readonly previous: IndicatorWords | null
  readonly areaName: string | null
  readonly value: number
  /** A rate comes just behind it. */
  readonly rateFollows: boolean
}
