import type { Result } from '../shared/base/result.ts'
import type { Finding } from '../shared/finding/finding.ts'
import type { Grid } from '../shared/grid/grid.ts'
import type { RecordKey } from '../shared/record/figureRecord.ts'
import type { Correction } from '../shared/record/reading.ts'
import type { Register } from '../shared/register/register.ts'
import type {
  AccountChange,
  AccountDetail,
  AccountRequest,
  AuditPage,
  Device,
  ExportLink,
  Invitation,
  Notice,
  PeriodPlan,
  RegisterDifference,
  RegisterInfo,
} from '../shared/wire/administration.ts'
import type { Comment } from '../shared/wire/comment.ts'
import type { Consolidation, IndicatorLight, LightAnswer, LightRequest } from '../shared/wire/consolidation.ts'
import type { DocumentAsk, DocumentLink } from '../shared/wire/document.ts'
import type { PeriodInfo } from '../shared/wire/period.ts'
import type { RecordsPage, RecordVersion } from '../shared/wire/records.ts'
import type { Account, SessionAnswer } from '../shared/wire/session.ts'
import type { SignInOptions } from '../shared/wire/signIn.ts'
import type { Submission, SubmissionActBody, SubmissionsAnswer } from '../shared/wire/submission.ts'
import type { SubmissionAct } from '../shared/wire/submissionActs.ts'
import type { SyncAnswer, SyncRequest } from '../shared/wire/sync.ts'

/** What the flows need of the workbook. Only `excel/` implements it; tests bring a fake. */
export interface Workbook {
  readonly capabilities: WorkbookCapabilities
  /** Reads the sheet that is open, whole, as plain data. */
  readActiveSheet(): Promise<Result<Grid, WorkbookFault>>
  /** Shows a cell to the person. */
  select(sheet: string, cell: string): Promise<Result<void, WorkbookFault>>
  /** Marks cells by conditional formats; the person's own fills, fonts and comments stay. Replaces earlier marks of the sheet. */
  mark(sheet: string, marks: readonly CellMark[]): Promise<Result<void, WorkbookFault>>
  /** Takes every mark of ours off the sheet, leaving no trace. */
  unmark(sheet: string): Promise<Result<void, WorkbookFault>>
  /**
   * Writes a prepared sheet (new, or replacing an earlier one of ours of the same name), shows it, and answers the name that
   * it really has: a person's own sheet may have the wanted one.
   */
  writeSheet(sheet: SheetDocument): Promise<Result<string, WorkbookFault>>
  /** Calls back after edits of the open sheet, debounced; returns how to stop. */
  onEdited(listener: (sheet: string) => void): () => void
  /** Calls back when another sheet is shown. */
  onActivated(listener: (sheet: string) => void): () => void
}

export interface WorkbookCapabilities {
  /** False below ExcelApi 1.14: the pane says so and offers the way out. */
  readonly supported: boolean
  readonly conditionalFormats: boolean
}

export type WorkbookFault =
  | { readonly tag: 'hostTimeout' }
  | { readonly tag: 'cellEditing' }
  | { readonly tag: 'protected'; readonly sheet: string }
  | { readonly tag: 'notASheet' }
  | { readonly tag: 'tooLarge'; readonly cells: number }
  /** The host refused; `code` is Office's own (never shown alone). */
  | { readonly tag: 'host'; readonly code: string }

export interface CellMark {
  readonly cell: string
  readonly severity: Finding['severity']
}

/** A sheet to be written. Text never becomes a formula; numbers are decimal texts of exact figures. */
export interface SheetDocument {
  readonly name: string
  readonly rows: readonly (readonly SheetCell[])[]
  readonly merges: readonly string[]
  /** Column widths in characters. */
  readonly widths: readonly number[]
  readonly frozenRows: number
  /** Where it is meant for paper: landscape, as wide as one page, the frozen rows on each page. */
  readonly paper?: 'a3' | 'a4'
}

export interface SheetCell {
  readonly kind: 'text' | 'number' | 'percent' | 'blank'
  /** Text, or a decimal ("48.67"; for a percent in percent points). */
  readonly value: string
  /** A light is told by its word; its role gives the cell a fill besides. */
  readonly role: 'title' | 'heading' | 'note' | 'body' | 'missing' | IndicatorLight['light']
}

/** What a person says of one row; `return` sends the row, and with it the unit's period, back with this reason. */
export interface NewComment extends RecordKey {
  readonly kind: Comment['kind']
  readonly text: string
}

/** A unit's period on the server: its states and acts, comments on its rows, and the history of a row. */
export interface UnitPeriodApi {
  submission(period: string, reporter: string): Promise<Result<Submission, ApiFault>>
  submissions(period: string): Promise<Result<SubmissionsAnswer, ApiFault>>
  /** `asOfSeq` is the position at which the person has read the unit's rows. */
  act(period: string, reporter: string, act: SubmissionAct, body: SubmissionActBody): Promise<Result<Submission, ApiFault>>
  /** More time for this unit alone: it may send until a day (ISO), whatever the deadline; null takes it back. */
  setExtension(period: string, reporter: string, until: string | null, reason: string): Promise<Result<Submission, ApiFault>>
  /** Oldest first. */
  comments(period: string, reporter: string): Promise<Result<readonly Comment[], ApiFault>>
  /** The same id may be sent again at will: the comment stands once. */
  comment(period: string, reporter: string, id: string, comment: NewComment): Promise<Result<Comment, ApiFault>>
  /** Every version of a row, oldest first. */
  history(period: string, reporter: string, key: RecordKey): Promise<Result<readonly RecordVersion[], ApiFault>>
}

/** The server, as the flows see it. Only `api/` implements it. */
export interface Api extends UnitPeriodApi, AdministrationApi {
  signIn(code: string, device: string): Promise<Result<SessionAnswer, ApiFault>>
  signOut(): Promise<Result<void, ApiFault>>
  /** Which ways of signing in the city offers beside invitation codes. */
  signInOptions(): Promise<Result<SignInOptions, ApiFault>>
  me(): Promise<Result<Account, ApiFault>>
  register(period: string): Promise<Result<Register, ApiFault>>
  periods(): Promise<Result<readonly PeriodInfo[], ApiFault>>
  records(period: string, reporter: string, since: number): Promise<Result<RecordsPage, ApiFault>>
  /** Sends exactly these bytes under this id; the same id may be sent again at will. */
  sync(period: string, reporter: string, id: string, body: string, dryRun: boolean): Promise<Result<SyncAnswer, ApiFault>>
  consolidation(period: string): Promise<Result<Consolidation, ApiFault>>
  /** Puts a light in place of the judged one; null takes it back. */
  putLight(period: string, indicator: string, asked: LightRequest): Promise<Result<LightAnswer, ApiFault>>
  /** Asks for a document; it is to be had once, at the path answered. */
  linkDocument(period: string, ask: DocumentAsk): Promise<Result<DocumentLink, ApiFault>>
}

/** What the city's own staff asks of the server. `epoch` is the one that the person has seen: If-Match. */
export interface AdministrationApi {
  /** Opens a period (epoch null), or changes the one whose epoch is given. */
  putPeriod(period: string, plan: PeriodPlan, epoch: number | null): Promise<Result<PeriodInfo, ApiFault>>
  turnPeriod(period: string, act: 'lock' | 'reopen', reason: string, epoch: number): Promise<Result<PeriodInfo, ApiFault>>
  notices(period: string): Promise<Result<readonly Notice[], ApiFault>>
  /** Does now what is due; answers what is new. */
  runSchedule(): Promise<Result<readonly Notice[], ApiFault>>
  registers(): Promise<Result<readonly RegisterInfo[], ApiFault>>
  registerVersion(id: string, version: number): Promise<Result<Register, ApiFault>>
  /** Loads a register's next version; a dry run answers what it would change. */
  loadRegister(form: unknown, dryRun: boolean): Promise<Result<RegisterDifference, ApiFault>>
  accounts(): Promise<Result<readonly AccountDetail[], ApiFault>>
  makeAccount(account: AccountRequest): Promise<Result<AccountDetail, ApiFault>>
  changeAccount(id: string, change: AccountChange): Promise<Result<AccountDetail, ApiFault>>
  /** Ties an account to what the city's identity provider calls the person; null unties it. */
  tieAccount(id: string, identity: string | null, reason: string): Promise<Result<void, ApiFault>>
  /** The code is told this once. */
  invite(id: string, validDays: number): Promise<Result<Invitation, ApiFault>>
  signOutAccount(id: string): Promise<Result<void, ApiFault>>
  devices(): Promise<Result<readonly Device[], ApiFault>>
  signOutDevice(id: string): Promise<Result<void, ApiFault>>
  audit(wish: AuditWish): Promise<Result<AuditPage, ApiFault>>
  /** Asks for everything; it is to be had once, at the path answered. */
  linkExport(): Promise<Result<ExportLink, ApiFault>>
}

/** Which part of the audit trail, newest first; `before` continues it. */
export interface AuditWish {
  /** An act ("period.lock") or a kind of acts ("period"). */
  readonly act?: string
  /** A part of the object's name. */
  readonly object?: string
  /** Whose acts. */
  readonly account?: string
  readonly before?: number
  readonly limit: number
}

export type ApiFault =
  | { readonly tag: 'offline' }
  | { readonly tag: 'timeout' }
  | { readonly tag: 'signedOut' }
  /** The server's problem+json: code, and findings where rows are at fault. */
  | {
      readonly tag: 'problem'
      readonly status: number
      readonly code: string
      readonly requestId: string
      readonly findings: readonly Finding[]
      readonly retryAfter: number | null
    }
  /** An answer that is none of ours (a proxy's page, another version). */
  | { readonly tag: 'foreignAnswer'; readonly status: number }

/** What was sent and not yet answered; survives closing the pane. */
export interface Outbox {
  put(entry: OutboxEntry): Promise<void>
  /** Oldest first. */
  list(): Promise<readonly OutboxEntry[]>
  remove(id: string): Promise<void>
}

/** The exact bytes of a sync, retained until they are answered. */
export interface OutboxEntry {
  readonly id: string
  readonly period: string
  readonly reporter: string
  readonly body: string
  readonly sheet: string
  /** ISO time of the first sending. */
  readonly at: string
}

/** What is remembered: the session on this device, and corrections with the workbook. */
export interface Memory {
  token(): Promise<string | null>
  setToken(token: string | null): Promise<void>
  corrections(sheet: string): Promise<readonly Correction[]>
  setCorrections(sheet: string, corrections: readonly Correction[]): Promise<void>
  /** A small preference of the person on this device, such as the period last chosen. */
  preference(name: string): Promise<string | null>
  setPreference(name: string, value: string): Promise<void>
}

/** The parsed form of a sync body, before it becomes bytes. */
export type { SyncRequest }

/** Time, chance and waiting, brought in by the door so that flows neither ask the clock nor roll dice. */
export interface Surroundings {
  /** ISO time, as the server's clock has it once it answered. */
  now(): string
  /** A fresh UUID. */
  newId(): string
  /** From 0 up to, not including, 1. */
  random(): number
  wait(milliseconds: number): Promise<void>
}

/** The person's own browser. */
export interface Links {
  /** Opens an address of our server outside the pane. */
  open(path: string): void
}

/** Every port that a flow may use. */
export interface Ports {
  readonly workbook: Workbook
  readonly api: Api
  readonly outbox: Outbox
  readonly memory: Memory
  readonly links: Links
  readonly surroundings: Surroundings
}
