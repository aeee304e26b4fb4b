import type { IndicatorWords } from '../words/taskWords.ts'

/** What a figure counts, as far as words and measure show. */
export interface Tie {
  readonly words: IndicatorWords | null
  /** match: the words name the indicator's object; unnamed: they name no object; other: they name another one. */
  readonly object: 'match' | 'unnamed' | 'other'
  /** The words name it by more than its last character. */
  readonly strong?: boolean
  /** The indicators between which the words leave it open, at least two. */
  readonly open?: readonly IndicatorWords[]
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
  /** The indicators that the text's row names; empty where it names none or the task as a whole. */
  readonly about: readonly string[]
  /** A rate comes just behind it. */
  readonly rateFollows: boolean
}
