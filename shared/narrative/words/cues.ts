import type { WordList } from '../../base/wordList.ts'
import { CARRIED_OVER, COMPARED, EARLIER_PERIOD } from '../lexicon/comparedWords.ts'
import { AVERAGE, BENEFITING, STOCK } from '../lexicon/peopleWords.ts'
import { PLANNED } from '../lexicon/plannedWords.ts'
import { PREPARED } from '../lexicon/preparedWords.ts'
import { REMAINING } from '../lexicon/remainingWords.ts'
import { ACCEPTED, BASICALLY_DONE, DONE, IN_USE, STARTED, UNDER_CONSTRUCTION } from '../lexicon/stageCueWords.ts'
import { SURVEYED } from '../lexicon/surveyedWords.ts'
import type { RoleReason } from './claims.ts'

/** Words next to a figure that are a reason to leave it out. */
export interface ContextCue {
  readonly reason: RoleReason
  /** Words of an indicator that name this very act (筛查, 受理, 选址) take the cue away. */
  readonly words: WordList
}

/**
 * Cues that make a figure context, the stronger first. A cue holds only in the words that belong to the figure, and not
 * where the indicator itself is about that act.
 */
export const CONTEXT_CUES: readonly ContextCue[] = [
  { reason: 'earlier_period', words: EARLIER_PERIOD },
  { reason: 'comparison', words: COMPARED },
  { reason: 'remaining', words: REMAINING },
  { reason: 'carry_over', words: CARRIED_OVER },
  { reason: 'planned', words: PLANNED },
  { reason: 'prepared', words: PREPARED },
  { reason: 'surveyed', words: SURVEYED },
  { reason: 'stock', words: STOCK },
  { reason: 'average', words: AVERAGE },
  { reason: 'beneficiaries', words: BENEFITING },
]

/** Words that name a stage at which an own object counts; of two that end at one place the first here. */
export const STAGE_CUES: readonly { readonly stage: ProgressStage; readonly words: WordList }[] = [
  { stage: 'basic', words: BASICALLY_DONE },
  { stage: 'used', words: IN_USE },
  { stage: 'done', words: DONE },
  { stage: 'accepted', words: ACCEPTED },
  { stage: 'building', words: UNDER_CONSTRUCTION },
  { stage: 'started', words: STARTED },
]

/** How far the own objects have come: used ≥ done > basic > building > started > accepted. */
export type ProgressStage = 'used' | 'done' | 'basic' | 'building' | 'started' | 'accepted'
