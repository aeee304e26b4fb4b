import type { Grid } from '../../shared/grid/grid.ts'
import type { Register } from '../../shared/register/register.ts'
import type { Consolidation } from '../../shared/wire/consolidation.ts'
import type { DocumentAsk, DocumentLink } from '../../shared/wire/document.ts'
import type { PeriodInfo } from '../../shared/wire/period.ts'
import type { Account } from '../../shared/wire/session.ts'
import type { SubmissionsAnswer } from '../../shared/wire/submission.ts'
import type { PeriodContext } from '../flow/periodContext.ts'
import type { RefreshedSheet } from '../flow/refresh/refreshSheet.ts'
import type { RibbonAct } from '../flow/session/ribbonAct.ts'
import type { SheetCheck } from '../flow/submit/checkSheet.ts'
import type { SentRow } from '../flow/submit/deliver.ts'
import type { Decisions, PlannedRow } from '../flow/submit/planSubmission.ts'
import type { Preview } from '../flow/submit/submitSheet.ts'
import type { UnitPeriod } from '../flow/unit/openUnitPeriod.ts'
import type { CompletionPreview } from '../flow/unit/previewCompletion.ts'
import type { HistoryEntry } from '../flow/unit/rowHistory.ts'
import type { OutboxSafety } from '../ports/outbox.ts'
import type { Unmarked } from '../ports/workbook.ts'
import type { Store } from './createStore.ts'
import { createStore } from './createStore.ts'
import type { PaneFault } from './fault.ts'
import type { TabName } from './tabs.ts'

/** Who is here. `unknown` until the remembered token has been asked about. */
export type Session =
  | { readonly tag: 'unknown' }
  | { readonly tag: 'signedOut' }
  /** Nobody signed in, who checks sheets by what anybody may read of the register. */
  | { readonly tag: 'visitor'; readonly register: Register }
  | { readonly tag: 'signedIn'; readonly account: Account }

/** What the pane is doing; one thing at a time. */
export type Busy =
  | 'signIn'
  | 'period'
  | 'check'
  | 'preview'
  | 'submit'
  | 'resolve'
  | 'pull'
  | 'write'
  | 'document'
  | 'resend'
  | 'unit'
  | 'act'
  | 'look'
  | 'inboxSend'
  | null

/** How far the long work has come that `busy` names: rows, parts or requests; `of` is 0 where nothing is counted. */
export interface Progress {
  readonly done: number
  readonly of: number
  /** The person asked for its end, which comes after its present step. */
  readonly stopping: boolean
}
export const NOT_BEGUN: Progress = { done: 0, of: 0, stopping: false }

/** The sheet as last read. `stale` from the first edit after it; `gone`: it was deleted since. */
export type Checked =
  | { readonly tag: 'none' }
  /** `corrected`: not even by the heading that the person pointed at. */
  | { readonly tag: 'noTable'; readonly grid: Grid; readonly lookedFor: readonly string[]; readonly corrected: boolean }
  | { readonly tag: 'checked'; readonly check: SheetCheck; readonly stale: boolean; readonly gone?: true; readonly marked: boolean }

/** What waits for the person's word before it is sent. */
export interface Pending {
  readonly preview: Preview
  readonly decisions: Decisions
  readonly plan: readonly PlannedRow[]
}

/** What the server answered, row by row; `unsent` rows stayed here, `undelivered` ones wait, `stopped` ones do not. */
export interface Answers {
  readonly sent: readonly SentRow[]
  readonly unsent: readonly PlannedRow[]
  readonly undelivered: readonly PlannedRow[]
  readonly stopped: readonly PlannedRow[]
  /** Reasons and note given with them, needed again if a conflict is settled. */
  readonly given: Pick<Decisions, 'reasons' | 'note' | 'evidence'>
  /** From an earlier opening of the pane. */
  readonly resent: boolean
}

/** The document last opened. */
export interface OpenedDocument {
  readonly ask: DocumentAsk
  readonly link: DocumentLink
}

/** A unit's period that is looked at: a clerk's and a reviewer's own, or the one that a coordinator opened. */
export interface OpenUnit {
  readonly unit: UnitPeriod
  /** False: an act was sent and its outcome could not be read; nothing is offered before it is. */
  readonly known: boolean
}

/** What closing the pane would lose: see the outbox's safety; `tokenLasts` false: the session. */
export interface DeviceSafety extends OutboxSafety {
  readonly tokenLasts: boolean
}

/** Taking the marks off all sheets: how often the person did, and what came of the last time; null where nothing is to be told. */
export interface Clearings {
  readonly times: number
  readonly last: Unmarked | null
}

/** One store a truth. */
export interface Stores {
  readonly session: Store<Session>
  /** The city has an identity provider of its own. */
  readonly cityLogin: Store<boolean>
  /** By which a sheet can be checked without an account; null where it cannot. */
  readonly openRegister: Store<Register | null>
  readonly periods: Store<readonly PeriodInfo[]>
  readonly context: Store<PeriodContext | null>
  /** What a button of the ribbon opened the pane for and is still to be done. */
  readonly asked: Store<RibbonAct | null>
  /** The tab that was chosen; null: the account's first. */
  readonly tab: Store<TabName | null>
  readonly checked: Store<Checked>
  readonly unmarked: Store<Clearings>
  readonly pending: Store<Pending | null>
  readonly answers: Store<Answers | null>
  readonly waiting: Store<number>
  readonly consolidation: Store<Consolidation | null>
  readonly document: Store<OpenedDocument | null>
  /** Who has reported and who has not. */
  readonly units: Store<SubmissionsAnswer | null>
  readonly unit: Store<OpenUnit | null>
  /** What would be left out, while the person decides whether the report is complete. */
  readonly completion: Store<CompletionPreview | null>
  /** The histories of the open unit's rows, by `recordKeyText`, as far as they were asked for. */
  readonly histories: Store<ReadonlyMap<string, readonly HistoryEntry[]>>
  readonly busy: Store<Busy>
  readonly progress: Store<Progress>
  readonly fault: Store<PaneFault | null>
  /** What this device keeps when the pane is closed. */
  readonly device: Store<DeviceSafety>
  /** The sheet last written; null where the figures were only looked at. */
  readonly lastWrittenSheet: Store<RefreshedSheet | null>
}

/** The stores of a pane that has just been opened: nobody is known yet, and nothing was read. */
export function createStores(): Stores {
  return {
    session: createStore<Session>({ tag: 'unknown' }),
    cityLogin: createStore(false),
    openRegister: createStore<Register | null>(null),
    periods: createStore<readonly PeriodInfo[]>([]),
    context: createStore<PeriodContext | null>(null),
    asked: createStore<RibbonAct | null>(null),
    tab: createStore<TabName | null>(null),
    checked: createStore<Checked>({ tag: 'none' }),
    unmarked: createStore<Clearings>({ times: 0, last: null }),
    pending: createStore<Pending | null>(null),
    answers: createStore<Answers | null>(null),
    waiting: createStore(0),
    consolidation: createStore<Consolidation | null>(null),
    document: createStore<OpenedDocument | null>(null),
    units: createStore<SubmissionsAnswer | null>(null),
    unit: createStore<OpenUnit | null>(null),
    completion: createStore<CompletionPreview | null>(null),
    histories: createStore<ReadonlyMap<string, readonly HistoryEntry[]>>(new Map()),
    busy: createStore<Busy>(null),
    progress: createStore(NOT_BEGUN),
    fault: createStore<PaneFault | null>(null),
    device: createStore<DeviceSafety>({ place: 'database', unread: false, tokenLasts: true }),
    lastWrittenSheet: createStore<RefreshedSheet | null>(null),
  }
}
