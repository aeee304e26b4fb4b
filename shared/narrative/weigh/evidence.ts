import type { TextContext } from '../clauses/contextOfText.ts'
import type { CountedFigure } from '../tie/readingState.ts'
import type { RoleReason } from '../words/claims.ts'
import type { IndicatorWords } from '../words/taskWords.ts'

/** What a figure may be: one that counts for an indicator, or one that is left out for a reason. */
export type Meaning = { readonly counts: IndicatorWords } | { readonly leftOut: RoleReason }

/** What one piece of evidence says a figure is, and how much that weighs against its words (`WORDS`). */
export interface Claim {
  readonly figure: CountedFigure
  readonly meaning: Meaning
  readonly weight: number
}

/** What the figures of a text say about each other, in claims that are weighed together. */
export type Evidence = (known: TextContext, figures: readonly CountedFigure[]) => readonly Claim[]

/** What the words next to a figure weigh, by how clearly they say what it is. */
export const WORDS = {
  /** 计划, 剩余, 较上月: nothing that other figures say changes that. */
  settled: 9,
  /** They name the object of one indicator alone. */
  named: 3.5,
  /** They name one that several indicators have (学位), or another one (涉及居民). */
  open: 1,
  /** They leave it between several indicators. */
  none: 0.5,
} as const

/** What evidence weighs. */
export const WEIGHTS = {
  /** 占59.5%: to a tenth no other pair fits by chance. */
  exactPercent: 3,
  /** 占36%, directly behind the figure. */
  wholePercent: 1.6,
  /** The row's own column shows the same figure, of three digits or more. */
  longFigureBeside: 3,
  /** The same of one or two digits, which others may have by chance. */
  shortFigureBeside: 0.8,
  /** 12座 of last period and 新建3座 are 15座. */
  step: 6,
  /** Another figure of the text is of the district that one indicator alone is promised for. */
  district: 1.2,
  /** 笼式球场（共24片）已投用15片 */
  wholeInBracket: 6,
  /** 项目21个、座席3860个 */
  container: 4,
} as const
