import type { Extent } from '../../../shared/consolidation/completeness.ts'
import type { ConsolidatedIndicator, Consolidation, IndicatorLight } from '../../../shared/wire/consolidation.ts'
import type { ReportedKind } from '../../../shared/wire/reported.ts'
import type { ReportState } from '../../../shared/wire/reportState.ts'

type Timeliness = Consolidation['reporters'][number]['timeliness']

/** Indicators that no rank counts: names by reason ("" for none), and the number of those of which no county has a target of its own. */
export interface ExcludedNames {
  readonly noProgress: string
  readonly nothingToReach: string
  readonly notAllReported: string
  readonly noCountyTarget: number
}

/** The period that changes are counted from: which, and whether anything of it can be compared; null where there is none. */
export type ComparedWith = { readonly period: string; readonly isEmpty: boolean } | null

/** The words for what was reported of a figure, in its cell and in the column 报送情况. */
export interface ReportedWords {
  /** In the place of a figure. */
  readonly kinds: Readonly<Record<ReportedKind, string>>
  /** Of an indicator in all, by how completely it was reported; and where that alone would mislead. */
  readonly states: Readonly<Record<ConsolidatedIndicator['state'], string>>
  readonly inAll: Partial<Readonly<Record<ReportedKind, string>>>
  /** "基本完工15", and that it does not count. */
  atStage(stage: string, value: string): string
  notCounted(figures: string): string
  /** A figure of the whole city in the place of one; and beside one. */
  whole(value: string): string
  stated(value: string): string
  overridden(reason: string): string
  /** The light is judged by the figure of the whole city; `why` it is so, or "" where that stands elsewhere. */
  byStated(why: string): string
  /** How far the report of a figure's unit is; that it changed since; and of how many units that is, where they differ. */
  readonly reports: Readonly<Record<ReportState, string>>
  changedSince(report: string): string
  ofUnits(report: string, units: number): string
  /** Between figures, and between clauses. */
  readonly separator: string
  readonly clause: string
}

/** How a unit stands: how much is there, whether it was returned, and whether it said that it is complete. */
export interface UnitStanding {
  readonly extent: Extent
  readonly returned: boolean
  readonly timeliness: Timeliness
  readonly deadline: string
  /** It sent something, were it not what was asked. */
  readonly hasRows: boolean
}

/** The words of the sheet of figures, in the language of the person who pulls it. */
export interface ConsolidationWords {
  sheetName(period: string): string
  title(year: number, period: string): string
  madeFrom(asOfSeq: number, at: string, registerVersion: number): string
  /** How every such sentence begins: the line is found by it. */
  readonly madeFromBegins: string
  /** Stands in its place while the sheet is being written. */
  readonly unfinished: string
  /** The title of a table that has no rows, with the sentence that says so. */
  without(title: string, none: string): string
  /** Of a row that is no longer in the answer. */
  readonly left: string
  /** On which day lights are judged, and since which period changes are counted; null where there is none before. */
  judged(on: string, before: ComparedWith): string
  /** In place of a change, where the two sides are not of the same. */
  readonly incomparable: string
  /** "%（计数：例）" of a rate of counts. */
  measure(measure: string, counted: string | undefined): string
  readonly headings: {
    readonly number: string
    readonly category: string
    readonly task: string
    readonly indicator: string
    readonly measure: string
    readonly target: string
    readonly cumulative: string
    /** A rate, what is left of 清零, what is to stay below a limit: how it stands. */
    readonly standing: string
    /** The share of the target. */
    readonly reached: string
    readonly change: string
    readonly light: string
    readonly state: string
  }
  /** What was reported, and what not. */
  readonly reported: ReportedWords
  readonly lights: Readonly<Record<IndicatorLight['light'], string>>
  /** Beside a light that a coordinator put; and why, in the last column. */
  readonly overrideMark: string
  readonly completeness: {
    readonly title: string
    readonly scope: string
    readonly city: string
    readonly due: string
    readonly reported: string
    readonly onTime: string
    readonly late: string
    readonly partial: string
    readonly unreported: string
  }
  /** Why a light is what it is; `behind` in percent points. */
  readonly reasons: Readonly<Record<IndicatorLight['reason'], (behind: string, expected: string) => string>>
  /** What counties have of their own registered targets. */
  readonly counties: Readonly<Record<'title' | 'none' | 'area' | 'target' | 'figure' | 'why', string>>
  readonly ranking: {
    readonly title: string
    readonly rank: string
    readonly area: string
    readonly score: string
    /** The indicators that a county is ranked by: how many, and their names; and which of them count as 0. */
    readonly base: string
    counted(count: number, names: string): string
    readonly asZero: string
    /** In place of a rank. */
    readonly unranked: string
    none(fewest: number): string
    /** How ranks come about, and what is in none of them. */
    note(fewest: number, excluded: ExcludedNames): string
  }
  readonly disagreements: {
    readonly title: string
    readonly indicator: string
    readonly area: string
    readonly ofRecord: string
    readonly ofRecordValue: string
    readonly other: string
    readonly otherValue: string
    readonly difference: string
    readonly sources: string
    /** Of two figures that are as of different days. */
    asOf(ofRecord: string, other: string): string
    readonly none: string
    /** "各县（市、区）合计", of one reporter's rows or of several. */
    sum(reporter: string | null): string
    /** `by` is whoever wrote it, `onBehalf` where the office sent it for the unit. */
    source(who: string, cell: string | null, version: number, by: { readonly name: string; readonly onBehalf: boolean }): string
  }
  readonly unreported: {
    readonly title: string
    /** As it was in sheets of earlier versions, with rows and without. */
    readonly formerTitles: readonly string[]
    readonly unit: string
    readonly standing: string
    readonly count: string
    readonly what: string
    readonly none: string
    /** Of a unit that is no longer in the list. */
    readonly left: string
  }
  standing(unit: UnitStanding): string
  count(reported: number, required: number): string
  /** A part of what a unit lacks, with what came instead; `inWords` of what has no figure. */
  gap(name: string, kind: ReportedKind, inWords: boolean): string
  /** The text that a task asks for, by the task's number. */
  narrative(task: string): string
}
