import type { Scaled } from '../quantity/scaled.ts'
import type { Stage } from '../quantity/stage.ts'

/** The year's register of one city: what is promised, in which measure, by whom, and who reports it. Data only. */
export interface Register {
  readonly schema: 1
  /** "smx-2021" */
  readonly id: string
  readonly year: number
  /** Grows with every change to the register; a sync names the version it was prepared against. */
  readonly version: number
  readonly title: string
  /** The code of the city itself ("411200"): the area of figures for the whole city. */
  readonly city: AreaCode
  readonly areas: readonly RegisterArea[]
  /** Functional zones that report but have no GB/T 2260 code: known by name, never an area of a record. */
  readonly zones: readonly { readonly name: string; readonly aliases: readonly string[] }[]
  readonly measures: readonly Measure[]
  readonly units: readonly ReportingUnit[]
  readonly categories: readonly { readonly no: number; readonly title: string }[]
  readonly tasks: readonly Task[]
  readonly indicators: readonly Indicator[]
  readonly assignments: readonly Assignment[]
  /** Duties that moved to another unit within the year; none where left out. */
  readonly succeeds?: readonly Succession[]
  /** When a light turns; the usual ones (`usualThresholds`) where left out. */
  readonly lights?: LightThresholds
  /** By when units report; the usual calendar (`usualCalendar`) where left out. */
  readonly calendar?: ReportingCalendar
  /** Plans by indicator: what should be done by a day, in percent points of the target. Elapsed time where left out. */
  readonly plans?: readonly { readonly indicator: string; readonly points: readonly PlanPoint[] }[]
}

/** Percent points behind schedule (scaled), and days before a deadline. */
export interface LightThresholds {
  /** From here on yellow. */
  readonly yellowFrom: Scaled
  /** Above this red. */
  readonly redAbove: Scaled
  /** Yellow as well where the deadline is this near. */
  readonly dueWithinDays: number
}

/** Days of the month by which a period is reported, and how long a late report is taken. */
export interface ReportingCalendar {
  /** 1 to 31; the last day of a month that has no such day. */
  readonly monthlyBy: number
  /** Of December, the year's last period. */
  readonly yearBy: number
  /** Days after the deadline on which a late report is still taken. */
  readonly graceDays: number
}

/** What should be done by a day (ISO), in percent points of the target. */
export interface PlanPoint {
  readonly date: string
  readonly percent: Scaled
}

/** A GB/T 2260 code of six digits. */
export type AreaCode = string

/** The city, or a county of it. */
export interface RegisterArea {
  readonly code: AreaCode
  readonly name: string
  readonly level: 'prefecture' | 'county'
  readonly aliases: readonly string[]
}

/** A base measure (户, 公里) and the words that mean the same; 万户 and 亿元 are scales of it, not measures. */
export interface Measure {
  readonly name: string
  readonly synonyms: readonly string[]
  /** Words that mean this measure for some indicators only (例 is 人 in screenings). */
  readonly synonymsFor?: readonly { readonly word: string; readonly indicators: readonly string[] }[]
}

/** What kind of body a unit is; only county governments are treated differently. */
export const UNIT_KINDS = [
  'municipal_department',
  'party_organ',
  'mass_organisation',
  'leading_group_office',
  'enterprise',
  'institution',
  'county_government',
  'supervision_office',
] as const
/** One of those kinds. */
export type UnitKind = (typeof UNIT_KINDS)[number]

/** Who reports (a department, a county government, an enterprise). Not to be confused with a unit of measure. */
export interface ReportingUnit {
  /** A short stable id ("jiaotong"), used in addresses and keys. */
  readonly id: string
  readonly name: string
  readonly kind: UnitKind
  readonly aliases: readonly string[]
  /** The county of a county government; null for city-level units. */
  readonly area: AreaCode | null
}

/** A promise of the year in words, with the units that answer for it. */
export interface Task {
  /** "7.1", or "4" in a category with one task. */
  readonly id: string
  readonly categoryNo: number
  readonly taskNo: number | null
  readonly text: string
  readonly leadUnits: readonly string[]
  /** Who is named besides the lead units: all county governments, the relevant ones, or none. */
  readonly countyScope: { readonly kind: 'all' | 'relevant' | 'none'; readonly phrase: string | null; readonly areas: readonly AreaCode[] }
  readonly origin: 'provincial+municipal' | 'municipal'
}

/** 'count': 146 of 300 公里; 'percent': a rate; 'milestone': planned days of its nodes; 'narrative': a text alone. */
export const INDICATOR_KINDS = ['count', 'percent', 'milestone', 'narrative'] as const
/** One of those kinds. */
export type IndicatorKind = (typeof INDICATOR_KINDS)[number]

/** What of a task is counted, dated or described, and how it becomes the city's. */
export interface Indicator {
  /** "7.1.a" */
  readonly id: string
  readonly taskId: string
  readonly name: string
  readonly kind: IndicatorKind
  /**
   * The measure as registered, without 万 or 亿 (户, 座, 千米); null for milestones and narratives, "%" for percentages.
   * It may be a synonym: compare with `sameMeasure`, never by text.
   */
  readonly measure: string | null
  /** For a percentage of counts, the measure of what is counted: `cumulative` over `denominator` (4405例 of 6173例). */
  readonly countMeasure?: string
  readonly target: Target | null
  /** What counties are given of it (分解目标), by their codes, in the indicator's measure; left out where nothing is given to any. */
  readonly countyTargets?: CountyTargets
  /** The area that the promise covers: the city, or one county. */
  readonly area: AreaCode
  /** 市区 and the like: a text, since it is no area of the register. */
  readonly scopeText: string | null
  readonly deadline: { readonly raw: string | null; readonly date: string; readonly implied: boolean }
  readonly countsStage: Stage
  readonly direction: 'up' | 'down'
  readonly rollup: 'sum' | 'ratio_of_sums' | 'latest'
  /** The report adds figure and percentage of the target where the unit's text does not state them. */
  readonly statePercent?: boolean
}

/** Targets of counties by their codes. */
export type CountyTargets = Readonly<Record<AreaCode, Scaled>>

/** What an indicator is to reach, exact. */
export interface Target {
  readonly value: Scaled
  readonly op: '>=' | '==' | '<='
  /** False where the text gives a bare number and >= is our reading. */
  readonly opExplicit: boolean
  /** As the document words it. */
  readonly raw: string
}

/**
 * Who reports a subject (an indicator, or a task for its narrative) for which areas. Exactly one assignment `ofRecord`
 * covers an (indicator, area): either county areas, which are summed, or the city's own code, never both.
 */
export interface Assignment {
  readonly subject: string
  readonly reporter: string
  readonly areas: readonly AreaCode[]
  readonly ofRecord: boolean
  /** Counted among 应报 (those who must report); others may. */
  readonly required: boolean
}

/**
 * A duty that moved: from a period on `reporter` reports the subject instead of `predecessor`. Rows stay where they were
 * written, and the reading follows them: up to that period what the predecessor reported is reported.
 */
export interface Succession {
  readonly subject: string
  readonly reporter: string
  readonly predecessor: string
  /** "2021-06" */
  readonly from: string
}
