import type { IndicatorWords } from '../words/taskWords.ts'
import type { CountedFigure } from './readingState.ts'

/** The figures that count for one indicator so far, at least two. */
export interface IndicatorFigures {
  readonly words: IndicatorWords
  /** This month's or week's own, and those of other indicators that go on with them. */
  readonly increments: readonly CountedFigure[]
  /** The others of the indicator, in order. */
  readonly wholes: readonly CountedFigure[]
}

/** Bounds the comparing of every figure with every other; longer lists are pasted tables. */
export const MOST_COMPARED = 200
