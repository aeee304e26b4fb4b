import type { ColumnUse } from '../../../shared/record/columnUse.ts'
import type { TroubleCode } from '../../../shared/register/registerTrouble.ts'
import type { Notice, RegisterDifference } from '../../../shared/wire/administration.ts'
import type { PeriodInfo } from '../../../shared/wire/period.ts'
import type { AuditWords } from '../../flow/administration/auditSheet.ts'
import type { ChaseWords, Standing } from '../../flow/administration/chaseList.ts'
import type { Done } from '../../state/administration/administration.ts'
import type { ChangesTexts } from './changesTexts.ts'

type Words = Readonly<Record<string, string>>

/** Words of a register's entries; a list, part or value without a word of its own is shown as it is. */
export interface RegisterWords {
  readonly title: string
  readonly lead: string
  readonly readLead: string
  readonly readSheet: string
  readonly readFile: string
  readonly settings: string
  readonly id: string
  readonly idForm: string
  readonly year: string
  readonly registerTitle: string
  readonly titlePlaceholder: string
  readonly like: string
  readonly forget: string
  troubles(from: string, count: number): string
  readonly troublesLead: string
  readonly troublesLeadFile: string
  found(value: string, at: string): string
  /** One for each reason: a missing one does not compile. */
  readonly reasons: Readonly<Record<TroubleCode, { readonly title: string; readonly fix: string }>>
  read(from: string, title: string): string
  counts(tasks: number, indicators: number, units: number): string
  readonly first: string
  same(version: number): string
  differs(version: number, count: number): string
  /** A target was changed, its wording in the document was not. */
  rawStays(raw: string): string
  readonly loadLead: string
  load(id: string, version: number): string
  readonly loaded: string
  version(version: number): string
  loadedAt(when: string): string
  readonly unused: string
  usedBy(periods: string): string
  readonly write: string
  sheetName(id: string, version: number): string
  readonly changes: Readonly<Record<RegisterDifference['changes'][number]['change'], string>>
  readonly lists: Words
  readonly parts: Words
  readonly values: Words
  readonly scopes: Words
  readonly ops: Readonly<Record<'>=' | '==' | '<=', string>>
}

/** Every sentence of the administration's screens in one language, fetched with them. */
export interface AdministrationTexts {
  readonly reason: string
  readonly reasonPlaceholder: string
  readonly copy: string
  readonly copied: string
  readonly copyFailed: string
  readonly register: string
  registerVersion(title: string, id: string, version: number): string
  becomes(before: string, after: string): string
  readonly nothing: string
  fullTime(iso: string): string
  readonly done: Readonly<Record<Done['tag'], (name: string) => string>>
  readonly periods: {
    readonly title: string
    readonly lead: string
    readonly none: string
    readonly noRegister: string
    readonly refresh: string
    readonly runSchedule: string
    readonly openTitle: string
    readonly openLead: string
    openAct(period: string): string
    readonly period: string
    readonly softDeadline: string
    readonly hardDeadline: string
    readonly wrongOrder: string
    readonly states: Readonly<Record<PeriodInfo['state'], string>>
    deadlines(soft: string, hard: string): string
    reportedBy(register: string, version: number): string
    readonly changeDeadlines: string
    readonly deadlinesLead: string
    readonly lock: string
    readonly lockLead: string
    readonly lockAnyway: string
    unsettled(names: readonly string[]): string
    reopenOver(hard: string): string
    readonly softOver: string
    readonly hardOver: string
    readonly reopen: string
    readonly reopenLead: string
    readonly move: string
    readonly moveLead: string
    readonly sameRegister: string
    readonly chase: string
    readonly chaseText: string
    readonly nobodyToChase: string
    /** "" where it is not known. */
    standing(standing: Standing, period: PeriodInfo): string
    /** `at` as ISO. */
    notice(kind: Notice['kind'], at: string): string
    readonly chaseWords: ChaseWords
  }
  readonly registers: RegisterWords
  readonly accounts: {
    readonly title: string
    readonly lead: string
    readonly search: string
    readonly searchPlaceholder: string
    count(found: number, all: number): string
    readonly make: string
    readonly id: string
    readonly idForm: string
    readonly name: string
    readonly namePlaceholder: string
    readonly role: string
    readonly ownRole: string
    readonly unit: string
    readonly noUnit: string
    readonly noDevice: string
    devices(count: number): string
    readonly neverSignedIn: string
    lastSignIn(when: string): string
    invited(until: string): string
    tied(identity: string): string
    readonly closed: string
    readonly change: string
    readonly invite: string
    readonly inviteLead: string
    readonly inviteAgainLead: string
    readonly validFor: string
    days(count: number): string
    readonly signOut: string
    readonly signOutLead: string
    readonly signOutMyself: string
    readonly tie: string
    readonly tieLead: string
    readonly identity: string
    readonly close: string
    readonly closeLead: string
    readonly reopen: string
    readonly reopenLead: string
    invitationFor(name: string): string
    invitationUntil(when: string): string
    readonly invitationDone: string
  }
  readonly layouts: {
    readonly lead: string
    readonly proposed: string
    readonly noneProposed: string
    readonly agreed: string
    readonly noneAgreed: string
    proposedBy(name: string, when: string): string
    agreedBy(name: string, when: string): string
    headings(count: number): string
    /** Of several columns headed alike the n-th. */
    nth(heading: string, n: number): string
    readonly uses: Readonly<Record<Exclude<ColumnUse, 'stored'>, string>>
    readonly agree: string
    readonly agreeLead: string
    readonly agreeAct: string
    readonly decline: string
    readonly declineLead: string
    readonly withdraw: string
    readonly withdrawLead: string
  }
  readonly devices: {
    readonly lead: string
    readonly current: string
    readonly unnamed: string
    readonly signOut: string
    since(when: string): string
    readonly back: string
  }
  readonly changes: ChangesTexts
  readonly audit: {
    readonly title: string
    readonly lead: string
    readonly act: string
    readonly who: string
    readonly object: string
    readonly objectPlaceholder: string
    readonly read: string
    readonly write: string
    readonly none: string
    readonly older: string
    readonly beforeAfter: string
    reason(text: string): string
    /** By kind of act; "" for all. */
    readonly kinds: Words
    readonly wholeCity: string
    readonly layoutOfCity: string
    layoutOf(unit: string): string
    /** How a heading is read; `field` "" for not at all. */
    columnRead(heading: string, field: string): string
    /** Of what an act took away. */
    readonly taken: Words
    readonly acts: Words
    readonly parts: Words
    readonly values: Words
    readonly sheet: Omit<AuditWords, 'time' | 'act' | 'object' | 'changes'>
  }
  readonly backup: {
    readonly title: string
    readonly lead: string
    readonly without: string
    readonly act: string
    readonly opened: string
    readonly again: string
    readonly restoreTitle: string
    readonly restore: string
  }
}
