import type { FindingCode, FindingParams } from '../../finding/finding.ts'
import type { Scaled } from '../../quantity/scaled.ts'
import type { Stage } from '../../quantity/stage.ts'
import type { IndicatorKind } from '../../register/register.ts'

/** A task as far as its narrative needs it: of any city and year, from a register or from labelled texts. */
export interface NarrativeTask {
  readonly text: string
  readonly indicators: readonly NarrativeIndicator[]
}

/** An indicator of the task; `kind` says whether it has figures at all. */
export interface NarrativeIndicator {
  readonly id: string
  readonly name: string
  readonly kind: IndicatorKind
  readonly target: NarrativeTarget | null
}

/** What was promised for an indicator. */
export interface NarrativeTarget {
  /** In the base measure: 2.9万户 is 29,000 户. */
  readonly value: Scaled
  /** The base measure as the register words it (户, 公里, %). */
  readonly measure: string
  readonly op: '>=' | '==' | '<='
  /** As the document words it. */
  readonly raw: string
}

/** What a text is read against. */
export interface NarrativeContext {
  readonly year: number
  readonly task: NarrativeTask
  /** Areas whose names tie a figure to them; without them areas are known by their words only. */
  readonly areas?: readonly { readonly code: string; readonly name: string; readonly aliases: readonly string[] }[]
  /** The indicators that the text's row names, where it names some of the task's: figures of no object are theirs. */
  readonly about?: readonly string[]
  /** The figures that the columns next to the text show. */
  readonly beside?: readonly KnownFigure[]
  /** The figures of the period before. */
  readonly before?: readonly KnownFigure[]
}

/** The cumulative figure of an indicator that is known apart from the text, in the base measure. */
export interface KnownFigure {
  readonly indicator: string
  readonly cumulative: Scaled
}

/**
 * progress: counts the task's own objects, at whatever stage. context: any other figure. stage_rate: a rate of starting,
 * finishing, investing. item_status: a named item, without a count. planned_date: a forecast.
 */
export type FigureRole = 'progress' | 'context' | 'item_status' | 'planned_date' | 'stage_rate'

/** Why a figure has its role; the pane words it, and readings that are written out hold these names. */
export type RoleReason =
  | 'counts_object'
  | 'rate_of_indicator'
  | 'other_measure'
  | 'other_object'
  | 'open'
  | 'money'
  | 'restated_target'
  | 'planned'
  | 'prepared'
  | 'surveyed'
  | 'remaining'
  | 'carry_over'
  | 'earlier_period'
  | 'increment'
  | 'comparison'
  | 'share'
  | 'average'
  | 'beneficiaries'
  | 'stock'
  | 'no_indicator'
  | 'stage_rate'
  | 'named_item'
  | 'forecast'

/** A figure that the text states, and what it counts. */
export interface NarrativeFigure {
  /** Letter for letter, at [start, end) of the text in UTF-16 units. */
  readonly raw: string
  readonly start: number
  readonly end: number
  /** In the base measure, 万 and 亿 resolved; a range's lower value; null for a planned date. */
  readonly value: Scaled | null
  readonly high?: Scaled
  /** As the text words it, without its scale; null where none is written. */
  readonly measure: string | null
  readonly role: FigureRole
  readonly reason: RoleReason
  /** The indicator it counts for; null for context. */
  readonly indicator: string | null
  /** The words of the stage as written (已受理), and the stage that they name. */
  readonly stageWords: string | null
  readonly stage: Stage | null
  readonly approx: boolean
  /** The code of the area named next to it, where it is a known one, and the name as written. */
  readonly area: string | null
  readonly areaName: string | null
  /** ISO; from 截至 or a span of months of the year. */
  readonly asOf: string | null
  /** The indicator of which it is this month's or week's own, in the figure of the year beside it already. */
  readonly incrementOf?: string
  /** An increment (本月新增) or a part of a stated total (其中, county by county). */
  readonly partOf: 'total' | null
}

/** A percentage of a target, or a rate that an indicator is about. */
export interface StatedPercent {
  readonly raw: string
  readonly start: number
  readonly end: number
  /** In percent points. */
  readonly value: Scaled
  /** Digits after the point, as shown. */
  readonly decimals: number
  /** The indicator whose target it is a percentage of, or whose rate it states. */
  readonly of: string | null
  /** The figure it was made from (index in `figures`), where the text has one. */
  readonly figure: number | null
}

/** A date promised in the text: 预计5月底施工招标. */
export interface Commitment {
  readonly raw: string
  readonly start: number
  readonly end: number
  /** ISO; of a vague one its last day. */
  readonly date: string
  /** What is promised for it (施工招标). */
  readonly what: string
}

/** A number of the text that is not a figure, and why. */
export interface NotFigure {
  readonly raw: string
  readonly start: number
  /** unexplained: nothing tells what it is, so that it may be a figure. */
  readonly why: 'document' | 'title' | 'name' | 'ordinal' | 'year' | 'date' | 'phone' | 'qualifier' | 'numbering' | 'idiom' | 'unexplained'
}

/** What is wrong with the text; a sentence is made of it where a person reads it. */
export interface NarrativeFinding {
  readonly code: FindingCode
  readonly indicator: string | null
  readonly params: FindingParams
}

/** What a text of 进展情况 claims. */
export interface NarrativeReading {
  readonly figures: readonly NarrativeFigure[]
  readonly statedPercents: readonly StatedPercent[]
  readonly commitments: readonly Commitment[]
  readonly notFigures: readonly NotFigure[]
  readonly findings: readonly NarrativeFinding[]
  /** ISO; the first as-of date that the text states. */
  readonly asOf: string | null
}
