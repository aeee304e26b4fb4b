import type { Scaled } from '../../quantity/scaled.ts'
import type { NarrativeIndicator, RoleReason, StatedPercent } from '../words/claims.ts'

/** A percentage with its words. */
export interface PercentPlace {
  readonly raw: string
  readonly start: number
  readonly end: number
  /** In percent points. */
  readonly value: Scaled
  /** Digits after the point, as shown. */
  readonly decimals: number
  readonly approx: boolean
  /** From the clause's start or the figure before. */
  readonly pre: string
  readonly post: string
  /** The clause before. */
  readonly topic: string
  readonly sentence: number
  /** In a list of percentages (分别占71.8%、69.6%): its place and the list's length; 0 of 1 where it is alone. */
  readonly place: number
  readonly of: number
  /** A figure other than a percentage comes before it in the same clause. */
  readonly behindFigure: boolean
  /** The figure just before it, in its clause or the one before, is money. */
  readonly behindMoney: boolean
  /** The figure just before it in its clause, which may be the whole that it is a percentage of. */
  readonly whole: Scaled | null
  /** The figure just before it counts something else, which the percentage may be of. */
  readonly behindOther: boolean
  /** Why its clause is left out whatever it says: last year's carry-over, a comparison … */
  readonly left: RoleReason | null
}

/** A figure of the text that a percentage may rest on. */
export interface PercentBase {
  readonly index: number
  readonly start: number
  readonly sentence: number
  readonly value: Scaled
  readonly indicator: NarrativeIndicator
  /** One of the parts of a total, or one area's. */
  readonly part: boolean
}

/** What a percentage is taken for: `stated` of a target, `rate` that an indicator is about, of a stage, or context. */
export type PercentReading =
  | { readonly as: 'stated'; readonly percent: StatedPercent }
  | { readonly as: 'rate'; readonly indicator: NarrativeIndicator; readonly percent: StatedPercent; readonly attained: boolean }
  | { readonly as: 'stage_rate' }
  | { readonly as: 'context'; readonly reason: RoleReason }
