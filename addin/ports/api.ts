import type { Result } from '../../shared/base/result.ts'
import type { Register } from '../../shared/register/register.ts'
import type { Consolidation, LightAnswer, LightRequest } from '../../shared/wire/consolidation.ts'
import type { DocumentAsk, DocumentLink } from '../../shared/wire/document.ts'
import type { PeriodInfo } from '../../shared/wire/period.ts'
import type { RecordsPage } from '../../shared/wire/records.ts'
import type { Account, SessionAnswer } from '../../shared/wire/session.ts'
import type { SignInOptions } from '../../shared/wire/signIn.ts'
import type { SyncAnswer } from '../../shared/wire/sync.ts'
import type { AdministrationApi } from './administrationApi.ts'
import type { ApiFault } from './apiFault.ts'
import type { LayoutsApi } from './layoutsApi.ts'
import type { OutboxEntry } from './outbox.ts'
import type { UnitPeriodApi } from './unitPeriodApi.ts'

/** The bytes of a sync, and the id under which the server remembers that it has them. */
export type SyncSending = Pick<OutboxEntry, 'id' | 'period' | 'reporter' | 'body'>

/** The server, as the flows see it. Only `api/` implements it. What a `signal` stops ends as `cancelled`; it only stops what changes nothing. */
export interface Api extends UnitPeriodApi, AdministrationApi, LayoutsApi {
  /** The token is in this answer alone. `device` is what the person will recognise in a list of devices. */
  signIn(code: string, device: string): Promise<Result<SessionAnswer, ApiFault>>
  /** Ends the session of the token that is sent. */
  signOut(): Promise<Result<void, ApiFault>>
  /** Which ways of signing in the city offers next to invitation codes. */
  signInOptions(): Promise<Result<SignInOptions, ApiFault>>
  /** Whose the token is. */
  me(): Promise<Result<Account, ApiFault>>
  /** The version of the register that the period is reported against. */
  register(period: string): Promise<Result<Register, ApiFault>>
  /** Every period that the account may see. */
  periods(): Promise<Result<readonly PeriodInfo[], ApiFault>>
  /** A page of a unit's rows, tombstones included, from a position on. */
  records(period: string, reporter: string, since: number, signal?: AbortSignal): Promise<Result<RecordsPage, ApiFault>>
  /** A page of all units' rows, tombstones included, from a position on. */
  cityRecords(period: string, since: number, signal?: AbortSignal): Promise<Result<RecordsPage, ApiFault>>
  /** Sends exactly these bytes under this id; the same id may be sent again at will. */
  sync(sending: SyncSending): Promise<Result<SyncAnswer, ApiFault>>
  /** The same for a unit, by a coordinator; `dryRun` asks what would come of it, and writes nothing. */
  syncOnBehalf(sending: SyncSending, dryRun: boolean): Promise<Result<SyncAnswer, ApiFault>>
  /** The city's figures of a period, as of one position. */
  consolidation(period: string, signal?: AbortSignal): Promise<Result<Consolidation, ApiFault>>
  /** Puts a light in place of the judged one; null takes it back. */
  putLight(period: string, indicator: string, asked: LightRequest): Promise<Result<LightAnswer, ApiFault>>
  /** Asks for a document; it is to be had once, at the path answered. */
  linkDocument(period: string, ask: DocumentAsk, signal?: AbortSignal): Promise<Result<DocumentLink, ApiFault>>
}
