import type { TimeScope } from '../clauses/timeScope.ts'
import type { NarrativeFigure } from '../words/claims.ts'
import type { ProgressStage } from '../words/cues.ts'
import type { Verdict } from '../words/figureRole.ts'
import type { IndicatorWords } from '../words/taskWords.ts'
import type { Tie } from './figureWords.ts'

/** A figure with what later steps need of the way it was read. */
export interface CountedFigure extends NarrativeFigure {
  readonly words: IndicatorWords | null
  readonly object: Tie['object']
  /** The indicators between which its words leave it open. */
  readonly open: readonly IndicatorWords[]
  readonly progressStage: ProgressStage | null
  /** The words before it that belong to it, and the object that they or those behind it name. */
  readonly pre: string
  readonly noun: string
  readonly clause: number
  /** Of a month, week or quarter alone, or of the year up to now, by the last words of time before it in its sentence. */
  readonly scope: TimeScope | null
  /** Named as a part (其中), of whatever whole. */
  readonly isPart: boolean
}

/** What the figures before leave for the next. */
export interface ReadingState {
  /** Of the figure before, or of a clause without a figure since. */
  readonly verdict: Verdict
  /** Of the heading that the figure is under (摸底排查：). */
  readonly heading: Verdict
  readonly previous: CountedFigure | undefined
  /** The last one that was progress and no part. */
  readonly whole: CountedFigure | undefined
  /** The clause that has been read last. */
  readonly clause: number
}
