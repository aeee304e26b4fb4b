import type { SubmissionsAnswer } from '../../../shared/wire/submission.ts'
import type { SubmissionAct, SubmissionState } from '../../../shared/wire/submissionActs.ts'
import type { NextStep } from '../../flow/unit/nextStep.ts'
import type { UnitFilter } from '../../flow/unit/unitFilter.ts'

/** Rows of a unit's period. */
export type RowFilter = 'all' | 'changed' | 'commented' | 'missing'

/** The sentences about a unit's period: its states and acts, its rows and their histories. */
export interface UnitTexts {
  readonly title: string
  readonly steps: Readonly<Record<keyof SubmissionState, string>>
  readonly said: Readonly<Record<SubmissionState['said'], string>>
  readonly signOff: Readonly<Record<SubmissionState['signOff'], string>>
  readonly receipt: Readonly<Record<SubmissionState['receipt'], string>>
  readonly onTime: string
  readonly late: string
  changes(count: number): string
  changesBefore(count: number): string
  openUntil(day: string): string
  readonly next: Readonly<Record<NextStep, string>>
  readonly reasons: Readonly<Record<'returned' | 'sentBack' | 'unlocked', string>>
  readonly acts: Readonly<Record<SubmissionAct, string>>
  readonly hints: Readonly<Partial<Record<SubmissionAct, string>>>
  readonly reason: string
  readonly reasonNeeded: string
  readonly cancel: string
  readonly refresh: string
  readonly unknown: string
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
  readonly units: {
    readonly title: string
    counts(units: Pick<SubmissionsAnswer, 'due' | 'reported' | 'onTime' | 'late' | 'missing'>): string
    readonly filters: Readonly<Record<UnitFilter, string>>
    readonly filter: string
    readonly none: string
    readonly overdue: string
    readonly notDue: string
    rows(count: number, when: string): string
    readonly noRows: string
    readonly back: string
  }
  readonly extension: {
    readonly title: string
    readonly lead: string
    readonly until: string
    readonly act: string
    readonly takeBack: string
  }
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
  readonly correction: { readonly title: string; readonly note: string; readonly placeholder: string; readonly evidence: string }
}
