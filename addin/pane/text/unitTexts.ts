import type { Extent } from '../../../shared/consolidation/completeness.ts'
import type { SubmissionsAnswer } from '../../../shared/wire/submission.ts'
import type { SubmissionAct, SubmissionState } from '../../../shared/wire/submissionActs.ts'
import type { ExtensionState } from '../../flow/unit/extensionState.ts'
import type { NextStep } from '../../flow/unit/nextStep.ts'
import type { UnitFilter } from '../../flow/unit/unitFilter.ts'

/** Rows of a unit's period. */
export type RowFilter = 'all' | 'changed' | 'commented' | 'missing'

/** The sentences about a unit's period: its states and acts, its rows and their histories. */
export interface UnitTexts {
  readonly title: string
  /** The names of the three states, and the words for each. */
  readonly steps: Readonly<Record<keyof SubmissionState, string>>
  readonly said: Readonly<Record<SubmissionState['said'], string>>
  readonly signOff: Readonly<Record<SubmissionState['signOff'], string>>
  readonly receipt: Readonly<Record<SubmissionState['receipt'], string>>
  readonly onTime: string
  readonly late: string
  /** After a sign-off that still holds, and after one that was undone. */
  changes(count: number): string
  changesBefore(count: number): string
  /** More time that was given to the unit. */
  readonly extensionStates: Readonly<Record<ExtensionState['tag'], (day: string) => string>>
  /** Whose turn it is. */
  readonly next: Readonly<Record<NextStep, string>>
  /** Who gave the reason for which the period came back. */
  readonly reasons: Readonly<Record<'returned' | 'sentBack' | 'unlocked', string>>
  /** The buttons; some have a line below that says what pressing them does. */
  readonly acts: Readonly<Record<SubmissionAct, string>>
  readonly hints: Readonly<Partial<Record<SubmissionAct, string>>>
  /** Before what is not signed off, or lacks something, is taken for settled. */
  readonly confirm: {
    readonly unapproved: string
    readonly noReviewer: string
    missing(count: number): string
    readonly noted: string
    anyway(act: string): string
  }
  readonly reason: string
  readonly reasonNeeded: string
  readonly cancel: string
  readonly refresh: string
  /** Where the answer to an act was lost. */
  readonly unknown: string
  /** The rows of the period, and what is said of them. */
  readonly rows: {
    title(count: number): string
    readonly commented: string
    readonly filters: Readonly<Record<RowFilter, string>>
    readonly changed: string
    readonly withdrawn: string
    readonly returned: Readonly<Record<'open' | 'corrected' | 'answered', string>>
    readonly missing: string
    readonly none: string
    written(text: string): string
    /** Of the button of a row that opens its history and its comments. */
    readonly open: string
    readonly history: string
    readonly say: string
    readonly reply: string
    readonly returnRow: string
    readonly send: string
    readonly commentKinds: Readonly<Record<'comment' | 'return', string>>
  }
  /** What happened to a row, entry by entry. */
  readonly history: {
    readonly acts: Readonly<Record<'first' | 'changed' | 'withdrawn' | 'restored', string>>
    version(number: number): string
    place(sheet: string, cell: string): string
    reason(title: string, text: string): string
    note(text: string): string
    evidence(text: string): string
    readonly unchanged: string
    readonly withdrawn: string
  }
  /** 各单位: the list of units. */
  readonly units: {
    readonly title: string
    counts(units: Omit<SubmissionsAnswer, 'submissions'>): string
    readonly filters: Readonly<Record<UnitFilter, string>>
    readonly filter: string
    readonly none: string
    /** Past its last day and not said complete, by how much of what was asked is there. */
    readonly overdue: Readonly<Record<Extent, string>>
    /** How much of what was asked is there; `lacks` is how many are not. */
    extent(extent: Extent, lacks: number): string
    readonly notDue: string
    rows(count: number, onBehalf: number, when: string): string
    readonly noRows: string
    readonly back: string
  }
  /** 延期: more time for one unit. */
  readonly extension: {
    readonly title: string
    readonly lead: string
    readonly until: string
    readonly act: string
    readonly takeBack: string
  }
  /** What would be left out if the report were complete now. */
  readonly completion: {
    readonly title: string
    readonly lead: string
    missing(count: number): string
    unsent(count: number): string
    withheld(count: number): string
    waiting(count: number): string
    uncorrected(count: number): string
    readonly confirm: string
    readonly back: string
    notAllSent(count: number): string
  }
  /** The note that a correction of accepted figures takes. */
  readonly correction: { readonly title: string; readonly note: string; readonly placeholder: string; readonly evidence: string }
}
