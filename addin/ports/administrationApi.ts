import type { Result } from '../../shared/base/result.ts'
import type { Register } from '../../shared/register/register.ts'
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
  TurnRequest,
} from '../../shared/wire/administration.ts'
import type { After } from '../../shared/wire/changeAfter.ts'
import type { ChangesPage } from '../../shared/wire/changes.ts'
import type { PeriodInfo } from '../../shared/wire/period.ts'
import type { ApiFault } from './apiFault.ts'

/** What the city's own staff asks of the server. `epoch` is the one that the person has seen: If-Match. */
export interface AdministrationApi {
  /** Opens a period (epoch null), or changes the one whose epoch is given. */
  putPeriod(period: string, plan: PeriodPlan, epoch: number | null): Promise<Result<PeriodInfo, ApiFault>>
  /** Locks a period for everybody, or opens it again. */
  turnPeriod(period: string, act: 'lock' | 'reopen', turn: TurnRequest, epoch: number): Promise<Result<PeriodInfo, ApiFault>>
  /** Who was reminded, when, and of what. */
  notices(period: string): Promise<Result<readonly Notice[], ApiFault>>
  /** Does now what is due; answers what is new. */
  runSchedule(): Promise<Result<readonly Notice[], ApiFault>>
  /** The versions that are loaded, of all registers. */
  registers(): Promise<Result<readonly RegisterInfo[], ApiFault>>
  /** One version of a register, whole. */
  registerVersion(id: string, version: number): Promise<Result<Register, ApiFault>>
  /** Loads a register's next version; a dry run answers what it would change. */
  loadRegister(form: unknown, dryRun: boolean): Promise<Result<RegisterDifference, ApiFault>>
  /** Everybody who can sign in, and who could. */
  accounts(): Promise<Result<readonly AccountDetail[], ApiFault>>
  /** An account that nobody has signed in to yet: it takes an invitation. */
  makeAccount(account: AccountRequest): Promise<Result<AccountDetail, ApiFault>>
  /** Changes name, role or unit, closes an account or opens it again. */
  changeAccount(id: string, change: AccountChange): Promise<Result<AccountDetail, ApiFault>>
  /** Ties an account to what the city's identity provider calls the person; null unties it. */
  tieAccount(id: string, identity: string | null, reason: string): Promise<Result<void, ApiFault>>
  /** The code is in this answer and nowhere else. */
  invite(id: string, validDays: number): Promise<Result<Invitation, ApiFault>>
  /** Signs an account out on all of its devices, at once. */
  signOutAccount(id: string): Promise<Result<void, ApiFault>>
  /** Where the person's own account is signed in. */
  devices(): Promise<Result<readonly Device[], ApiFault>>
  /** Signs out one of them. */
  signOutDevice(id: string): Promise<Result<void, ApiFault>>
  /** A page of the audit trail. */
  audit(query: AuditQuery): Promise<Result<AuditPage, ApiFault>>
  /** A page of changes of figures across the city, newest first. */
  changes(query: ChangesQuery): Promise<Result<ChangesPage, ApiFault>>
  /** Asks for everything; it is to be had once, at the path answered. */
  linkExport(): Promise<Result<ExportLink, ApiFault>>
}

/** Which part of the audit trail, newest first; `before` continues it. */
export interface AuditQuery {
  /** An act ("period.lock") or a kind of acts ("period"). */
  readonly act?: string
  /** A part of the object's name. */
  readonly object?: string
  /** Whose acts. */
  readonly account?: string
  readonly before?: number
  readonly limit: number
}

/** Which changes of figures; what is left out asks for all. Dates are China's days, both inclusive. */
export interface ChangesFilter {
  readonly period?: string
  readonly reporter?: string
  readonly subject?: string
  readonly area?: string
  readonly account?: string
  readonly from?: string
  readonly to?: string
  readonly after?: After
  readonly decreases?: 'true'
}

/** A page of them; `since` continues one. */
export interface ChangesQuery extends ChangesFilter {
  readonly since: string | null
  readonly limit: number
}
