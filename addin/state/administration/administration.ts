import type { ReportingUnit } from '../../../shared/register/register.ts'
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
} from '../../../shared/wire/administration.ts'
import type { PeriodInfo } from '../../../shared/wire/period.ts'
import type { AuditWords } from '../../flow/administration/auditSheet.ts'
import type { ChasedUnit } from '../../flow/administration/chaseList.ts'
import type { RegisterReading, RegisterSource } from '../../flow/administration/readRegister.ts'
import type { Store } from '../createStore.ts'

/** What was done last, to be said once; `name` is what it was done to. */
export interface Done {
  readonly tag:
    | 'periodOpened'
    | 'periodChanged'
    | 'periodLocked'
    | 'periodReopened'
    | 'scheduleRun'
    | 'registerLoaded'
    | 'sheetWritten'
    | 'accountMade'
    | 'accountChanged'
    | 'accountClosed'
    | 'accountSignedOut'
    | 'accountTied'
    | 'deviceSignedOut'
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
  readonly chases: Store<ReadonlyMap<string, readonly ChasedUnit[]>>
  readonly reading: Store<RegisterReading | null>
  readonly accounts: Store<readonly AccountDetail[] | null>
  /** The units that accounts can belong to. */
  readonly units: Store<readonly ReportingUnit[]>
  readonly invitation: Store<ShownInvitation | null>
  readonly devices: Store<readonly Device[] | null>
  readonly audit: Store<AuditView | null>
  readonly exported: Store<ExportLink | null>
  readonly done: Store<Done | null>
}

/** What the city's own staff can do; each ends in a store or a fault, and answers whether it was done. */
export interface AdministrationActions {
  loadPeriods(): Promise<boolean>
  propose(period: string, registerId: string, registerVersion: number): Promise<boolean>
  openPeriod(period: string, plan: PeriodPlan): Promise<boolean>
  changePeriod(period: PeriodInfo, plan: PeriodPlan): Promise<boolean>
  turnPeriod(period: PeriodInfo, act: 'lock' | 'reopen', reason: string): Promise<boolean>
  chase(period: PeriodInfo): Promise<boolean>
  runSchedule(): Promise<boolean>

  readRegister(source: RegisterSource): Promise<boolean>
  /** Loads the register that was read. */
  loadRegister(): Promise<boolean>
  forgetReading(): void
  writeRegister(register: RegisterInfo, sheetName: string): Promise<boolean>

  loadAccounts(): Promise<boolean>
  makeAccount(account: AccountRequest): Promise<boolean>
  changeAccount(id: string, change: AccountChange): Promise<boolean>
  invite(account: AccountDetail, validDays: number): Promise<boolean>
  forgetInvitation(): void
  signOutAccount(account: AccountDetail): Promise<boolean>
  tieAccount(account: AccountDetail, identity: string | null, reason: string): Promise<boolean>

  loadDevices(): Promise<boolean>
  signOutDevice(device: Device): Promise<boolean>

  readAudit(filter: AuditFilter): Promise<boolean>
  continueAudit(): Promise<boolean>
  /** Writes all entries of the filter into a sheet. */
  writeAudit(words: AuditWords, filterName: string): Promise<boolean>

  linkExport(): Promise<boolean>
}

/** What the screens of the administration are made from. */
export interface Administration {
  readonly stores: AdministrationStores
  readonly actions: AdministrationActions
}
