import type { Effect } from '../../../shared/finding/effects.ts'
import type { Severity } from '../../../shared/finding/finding.ts'
import type { Held } from '../../../shared/finding/heldOf.ts'
import type { Stage } from '../../../shared/quantity/stage.ts'
import type { ColumnField, ValueField } from '../../../shared/record/columnFields.ts'
import type { ProblemCode } from '../../../shared/wire/problem.ts'
import type { Role } from '../../../shared/wire/session.ts'
import type { RowOutcome } from '../../../shared/wire/sync.ts'
import type { PeriodStatus } from '../../flow/session/periodStatus.ts'
import type { PlannedRow, WithheldField } from '../../flow/submit/planSubmission.ts'
import type { RefusalTag } from '../../ports/workbookFault.ts'
import type { PaneFault } from '../../state/fault.ts'
import type { Busy } from '../../state/stores.ts'
import type { TabName } from '../../state/tabs.ts'
import type { HostTexts } from './hostTexts.ts'
import type { UnitTexts } from './unitTexts.ts'

/** What is wrong, why, and what to do. `reason` and `fix` are templates of `fillTemplate`. */
export interface FindingText {
  readonly title: string
  readonly reason: string
  readonly fix: string
}

/** What happened, and what the person does now. */
export interface FaultText {
  readonly what: string
  readonly todo: string
}

/** Faults with words of their own; a problem of the server is worded by its code. */
export type FaultTag = Exclude<PaneFault['tag'], 'problem' | 'undelivered' | 'unfinished' | RefusalTag>

/** How many rows of a submission became what. */
export interface AnswerCounts {
  readonly applied: number
  readonly unchanged: number
  readonly conflicts: number
  readonly rejected: number
  /** They wait and are sent again; they were not sent and do not wait; they stay behind for what is wrong with them. */
  readonly undelivered: number
  readonly stopped: number
  readonly unsent: number
}

/** Every sentence of the pane in one language. A language lacks nothing, or it does not compile. */
export interface Texts {
  readonly language: string
  /** Between the parts of a list, the clauses of a sentence, and a name and what is said of it. */
  readonly separator: string
  readonly comma: string
  readonly colon: string
  /** The name of the pane, and how it writes a month and a time. */
  readonly app: {
    readonly name: string
    period(id: string): string
    time(iso: string): string
  }
  /** Why the pane cannot begin. */
  readonly start: Readonly<Record<'officeMissing' | 'hostTimeout' | 'notExcel' | 'unsupported' | 'bug', FaultText>>
  /** What the pane is doing, for the eye and for a screen reader. */
  readonly busy: Readonly<Record<Exclude<Busy, null>, string>>
  /** How far that has come, and how it is stopped. */
  readonly working: {
    rows(done: number, of: number): string
    parts(done: number, of: number): string
    readonly cancel: string
    readonly stopping: string
  }
  readonly roles: Readonly<Record<Role, string>>
  readonly tabs: Readonly<Record<TabName | 'label', string>>
  /** The screen for who is not signed in. */
  readonly signIn: {
    readonly lead: string
    /** Where this device cannot remember the session. */
    readonly leadForgets: string
    readonly code: string
    readonly placeholder: string
    readonly act: string
    readonly cityLogin: string
    readonly cityLoginHint: string
    readonly out: string
    /** Checking without an account: the button, and what is not compared then. */
    readonly visit: string
    readonly visitHint: string
    readonly visiting: string
    readonly visitingLacks: string
    readonly leaveVisit: string
    readonly privacy: string
  }
  /** The head of the pane: which period, and until when. */
  readonly period: {
    readonly label: string
    /** Until when it can be reported, or why not. */
    status(status: PeriodStatus): string
    /** Of later periods that are open as well. */
    alsoOpen(periods: string): string
  }
  /** 检查: what was read, and how much of it is wrong. */
  readonly check: {
    readonly opensPane: string
    /** The way to next month's sheet ("2021-06"). */
    nextSheet(period: string): string
    readonly act: string
    readonly again: string
    readonly lead: string
    readonly stale: string
    readonly gone: string
    summary(rows: number, indicators: number, records: number): string
    summaryUneven(rows: number, records: number): string
    readonly totalsLeftOut: string
    blank(count: number): string
    texts(count: number): string
    readonly clean: string
    counts(errors: number, warnings: number, infos: number): string
    readonly marks: string
    /** What the two tabs are of. */
    readonly tabs: string
    readonly tabFindings: string
    readonly tabReading: string
    readonly more: string
    goTo(cell: string): string
    /** How many cells a finding is about. */
    places(cells: number): string
  }
  /** Past a list, to the buttons below it. */
  readonly skipToActs: string
  /** Marks in the cells of sheets. */
  readonly marks: {
    readonly show: string
    readonly hide: string
    readonly clearAll: string
    /** Where whatever is written clears what the person could undo. */
    readonly undoLost: string
    /** Sheets by name, the first of `count`. */
    sheets(names: string, count: number): string
    cleared(sheets: string): string
    protected(sheets: string): string
    unread(rules: number): string
    readonly none: string
  }
  /** The headings of the groups of findings. */
  readonly severities: Readonly<Record<Severity, { readonly title: string; lead(held: Held): string }>>
  /** What becomes of what a finding is about. */
  readonly effects: Readonly<Record<Effect, string>>
  /** How many questions are open about the tables' columns; the questions themselves are fetched with their screen. */
  readonly question: { open(count: number): string }
  /** What a person can do about a doubt of the whole sheet, by one click. */
  readonly waysOut: {
    switchPeriod(period: string): string
    readonly leaveOut: Readonly<Record<'rows' | 'columns', string>>
    /** That it is the right sheet, by the finding that doubts it. */
    readonly confirm: Readonly<Record<'SHEET_OF_OTHER_UNIT' | 'PERIOD_MISMATCH', string>>
  }
  /** How the sheet was understood: what several screens say of it; the rest is fetched with its own (`ReadingTexts`). */
  readonly reading: {
    readonly leaveOut: string
    readonly save: string
    readonly cancel: string
    row(number: number): string
    rowRange(first: number, last: number): string
    /** Why a cell was not read, by the reader's reason codes. */
    readonly notReadReasons: Readonly<Record<string, string>>
  }
  /** What is remembered of the layout of a sheet. */
  readonly layouts: {
    readonly readBy: Readonly<Record<'unit' | 'city', (columns: number) => string>>
    readonly undo: string
    /** `heading` is that of the percentage or the sum that would not hold. */
    readonly against: Readonly<Record<'unit' | 'city', (heading: string) => string>>
    readonly insist: string
    readonly ignored: string
    readonly use: string
    readonly remembered: string
    readonly propose: string
    readonly proposed: string
    declined(reason: string): string
    readonly agreed: string
    readonly forget: string
  }
  /** Where no table was found: the person points at the row of headings. */
  readonly noTable: {
    readonly title: string
    readonly lead: string
    readonly stillNot: string
    readonly lookedFor: string
    readonly choose: string
    readonly thisIsHeading: string
  }
  /** What a column can be. */
  readonly columnFields: Readonly<Record<ColumnField, string>>
  /** What a value is called. */
  readonly fields: Readonly<Record<ValueField, string>>
  readonly stages: Readonly<Record<Stage, string>>
  readonly yes: string
  readonly no: string
  /** For a value that is not there. */
  readonly blankValue: string
  /** 报送: what would change, and what stays behind. */
  readonly submit: {
    readonly act: string
    readonly title: string
    lead(period: string, sheet: string): string
    readonly back: string
    confirm(count: number): string
    readonly nothing: string
    readonly kinds: Readonly<Record<PlannedRow['kind'], { readonly title: string; readonly lead: string }>>
    change(field: string, before: string, after: string): string
    fresh(field: string, after: string): string
    by(who: string, when: string): string
    readonly overwrite: string
    readonly withheld: Readonly<Record<Exclude<WithheldField['why']['tag'], 'finding'>, string>>
    readonly withheldField: (field: string, why: string) => string
    readonly reasonsTitle: string
    readonly reasonsLead: string
    reasonFor(title: string, count: number): string
    readonly reasonPlaceholder: string
    /** Beside the box that confirms, and what is then stored as the reason. */
    readonly confirmRead: string
    readonly confirmedRead: string
    onlyOnServer(count: number): string
  }
  /** What became of each row. */
  readonly answer: {
    readonly title: string
    readonly resentTitle: string
    readonly done: string
    counts(rows: AnswerCounts): string
    readonly statuses: Readonly<Record<RowOutcome['status'] | 'undelivered' | 'stopped' | 'unsent', string>>
    theirs(who: string, when: string): string
    both(field: string, theirs: string, mine: string): string
    readonly keepMine: string
    readonly takeTheirs: string
    readonly takeTheirsHow: string
    waiting(count: number): string
    /** The same, where they are in the pane alone. */
    waitingInPane(count: number): string
    readonly resend: string
  }
  readonly unit: UnitTexts
  /** 汇总: the heads of the screen of the city’s figures; the rest of its words is fetched with it. */
  readonly coordinator: {
    readonly title: string
    readonly lead: string
    readonly pull: string
    readonly look: string
    written(sheet: string, asOfSeq: number): string
    /** The same, of an earlier sheet that was changed in place. */
    refreshed(sheet: string, asOfSeq: number): string
    /** Said beforehand where a write clears what the person could undo. */
    readonly undoLost: string
    /** Cells of ours that were left since a person gave them another content or merged them: the first, and how many. */
    kept(cells: string, count: number): string
    /** Rows that are no longer in the figures. */
    left(rows: number): string
    /** Columns and tables that people deleted. */
    deleted(names: string): string
    asOf(asOfSeq: number): string
    readonly complete: string
    readonly incomplete: string
    count(reported: number, required: number): string
    readonly last: (when: string) => string
    readonly never: string
    readonly allReported: string
    indicators(complete: number, partial: number, missing: number): string
  }
  /** What closing the pane would lose on this device, one sentence each. */
  readonly device: Readonly<Record<'session' | 'webStorage' | 'pane' | 'unread', string>>
  /** What keeps the person from going on. */
  readonly faults: Readonly<Record<FaultTag, FaultText>>
  /** The same, where Excel refused. */
  readonly host: HostTexts
  /** The same, where the server refused. */
  readonly problems: Readonly<Record<ProblemCode, FaultText>>
  /** The words around a fault. */
  readonly fault: {
    readonly willRetry: string
    /** The same, where what waits is in the pane alone. */
    readonly willRetryInPane: string
    readonly nothingStored: string
    requestId(id: string): string
    readonly dismiss: string
    readonly reload: string
    readonly retry: string
    /** A sheet that was begun: how far it is, and that the next time goes on from there. */
    unfinished(sheet: string, written: number, of: number): string
    readonly goOn: string
  }
}
