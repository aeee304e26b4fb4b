import type { Register, ReportingUnit } from '../../../shared/register/register.ts'
import type {
  AccountChange,
  AccountDetail,
  AccountRequest,
  AuditEntry,
  Device,
  ExportLink,
  Invitation,
  PeriodPlan,
  RegisterInfo,
  TurnRequest,
} from '../../../shared/wire/administration.ts'
import type { FigureChange } from '../../../shared/wire/changes.ts'
import type { StoredLayout } from '../../../shared/wire/layouts.ts'
import type { PeriodInfo } from '../../../shared/wire/period.ts'
import type { AuditWords } from '../../flow/administration/auditSheet.ts'
import type { ChangesWords } from '../../flow/administration/changesSheet.ts'
import type { Chase } from '../../flow/administration/chaseList.ts'
import type { FoundChanges } from '../../flow/administration/collectChanges.ts'
import type { RegisterReading, RegisterSource } from '../../flow/administration/readRegister.ts'
import type { HistoryEntry } from '../../flow/unit/rowHistory.ts'
import type { ChangesFilter } from '../../ports/administrationApi.ts'
import type { Store } from '../createStore.ts'

/** What was done last, to be said once; `name` is what it was done to. */
export interface Done {
  readonly tag:
    | 'periodOpened'
    | 'periodOpenedLate'
    | 'periodOpenedOver'
    | 'periodChanged'
    | 'periodLocked'
    | 'periodReopened'
    | 'periodReopenedOver'
    | 'scheduleRun'
    | 'registerLoaded'
    | 'sheetWritten'
    | 'accountMade'
    | 'accountChanged'
    | 'accountClosed'
    | 'accountSignedOut'
    | 'accountTied'
    | 'deviceSignedOut'
    | 'layoutAgreed'
    | 'layoutDeclined'
    | 'layoutWithdrawn'
  readonly name: string
}

/** The deadlines that a register's calendar gives a period that is to be opened. */
export interface Proposal {
  readonly period: string
  readonly registerId: string
  readonly registerVersion: number
  readonly softDeadline: string
  readonly hardDeadline: string
}

/** Which entries of the audit trail are shown; "" for all. */
export interface AuditFilter {
  readonly act: string
  readonly object: string
  readonly account: string
}

/** The part of the audit trail that is shown; `next` continues it. */
export interface AuditView {
  readonly filter: AuditFilter
  readonly entries: readonly AuditEntry[]
  readonly next: number | null
}

/** The changes of figures that are shown; `next` continues them. With the register of each period that they are of. */
export interface ChangesView extends FoundChanges {
  readonly filter: ChangesFilter
  readonly registers: ReadonlyMap<string, Register>
}

/** A change among all. */
export const changeKey = ({ period, reporter, subject, area, part, version }: FigureChange): string =>
  [period, reporter, subject, area, part, version].join('|')

/** A one-time code, in memory for as long as it is shown and stored nowhere. */
export interface ShownInvitation extends Invitation {
  readonly account: string
  readonly name: string
}

/** One store a truth; null until it was first asked for. */
export interface AdministrationStores {
  readonly registers: Store<readonly RegisterInfo[] | null>
  readonly proposal: Store<Proposal | null>
  /** Who was reminded and who still owes the report, by period, as far as it was asked for. */
  readonly chases: Store<ReadonlyMap<string, Chase>>
  readonly reading: Store<RegisterReading | null>
  readonly accounts: Store<readonly AccountDetail[] | null>
  /** The units that accounts can belong to. */
  readonly units: Store<readonly ReportingUnit[]>
  readonly invitation: Store<ShownInvitation | null>
  readonly devices: Store<readonly Device[] | null>
  readonly audit: Store<AuditView | null>
  readonly changes: Store<ChangesView | null>
  /** The versions of changed rows and what was said of them, by `changeKey`, as far as they were asked for. */
  readonly histories: Store<ReadonlyMap<string, readonly HistoryEntry[]>>
  /** What is agreed for the city, then what units propose. */
  readonly layouts: Store<readonly StoredLayout[] | null>
  readonly exported: Store<ExportLink | null>
  readonly done: Store<Done | null>
}

/** What the city's own staff can do; each ends in a store or a fault, and answers whether it was done. */
export interface AdministrationActions {
  /** Reads the periods and the registers that one can be opened against. */
  loadPeriods(): Promise<boolean>
  /** Works out the deadlines that the register’s calendar gives a period. */
  propose(period: string, registerId: string, registerVersion: number): Promise<boolean>
  /** Opens a period; false where somebody was quicker. */
  openPeriod(period: string, plan: PeriodPlan): Promise<boolean>
  /** Changes the register or the deadlines of a period as the person has seen it. */
  changePeriod(period: PeriodInfo, plan: PeriodPlan): Promise<boolean>
  /** Locks the period that the person has seen, or opens it again; `confirmed` where units have not reported all and the person was told. */
  turnPeriod(period: PeriodInfo, act: 'lock' | 'reopen', turn: TurnRequest): Promise<boolean>
  /** Reads who was reminded and who still owes the report. */
  chase(period: PeriodInfo): Promise<boolean>
  /** Does the scheduled work now, and reads again who was reminded. */
  runSchedule(): Promise<boolean>

  /** Reads a register from the open sheet or a file, and what loading it would change. Loads nothing. */
  readRegister(source: RegisterSource): Promise<boolean>
  /** Loads the register that was read. */
  loadRegister(): Promise<boolean>
  /** Back to reading another one. */
  forgetReading(): void
  /** Writes a version into a sheet, to be changed by hand and read again. */
  writeRegister(register: RegisterInfo, sheetName: string): Promise<boolean>

  /** Reads the accounts, and the units that they can belong to. */
  loadAccounts(): Promise<boolean>
  /** False where the name in addresses is taken. */
  makeAccount(account: AccountRequest): Promise<boolean>
  /** Changes an account, or closes it. */
  changeAccount(id: string, change: AccountChange): Promise<boolean>
  /** Makes a one-time code, which is shown until it is put away. */
  invite(account: AccountDetail, validDays: number): Promise<boolean>
  /** Puts the code away: it cannot be shown again. */
  forgetInvitation(): void
  /** Signs somebody out everywhere. */
  signOutAccount(account: AccountDetail): Promise<boolean>
  /** False where another account is tied to that person. */
  tieAccount(account: AccountDetail, identity: string | null, reason: string): Promise<boolean>

  /** Reads where the person is signed in. */
  loadDevices(): Promise<boolean>
  /** Signs out a device of one’s own. */
  signOutDevice(device: Device): Promise<boolean>

  /** Reads the layouts that units propose for the city, and what was agreed. */
  loadLayouts(): Promise<boolean>
  /** Lets all units use what one proposes, as the person has seen it. */
  agreeLayout(layout: StoredLayout): Promise<boolean>
  /** Takes back what was agreed, or puts a proposal back. */
  withdrawLayout(layout: StoredLayout, reason: string): Promise<boolean>

  /** Reads the newest entries that a filter shows. */
  readAudit(filter: AuditFilter): Promise<boolean>
  /** Reads older ones. */
  continueAudit(): Promise<boolean>
  /** Writes all entries of the filter into a sheet. */
  writeAudit(words: AuditWords, filterName: string): Promise<boolean>

  /** Looks for the newest changes of figures that a filter shows. */
  readChanges(filter: ChangesFilter): Promise<boolean>
  /** Looks for older ones. */
  continueChanges(): Promise<boolean>
  /** Writes all changes of the filter into a sheet, in the words made for the registers of their periods. */
  writeChanges(words: (registers: ReadonlyMap<string, Register>) => ChangesWords, filterName: string): Promise<boolean>
  /** Reads every version of the row that was changed. */
  readRowHistory(change: FigureChange): Promise<boolean>

  /** Opens a link to everything, which can be used once. */
  linkExport(): Promise<boolean>
}

/** What the screens of the administration are made from. */
export interface Administration {
  readonly stores: AdministrationStores
  readonly actions: AdministrationActions
}
