import { NUMBER_FIELDS } from '../../shared/record/columnFields.ts'
import type {
  AccountDetail,
  AuditEntry,
  AuditPage,
  Device,
  ExportLink,
  Invitation,
  Notice,
  RegisterDifference,
  RegisterInfo,
} from '../../shared/wire/administration.ts'
import { AFTER } from '../../shared/wire/changeAfter.ts'
import type { ChangesPage, FigureChange } from '../../shared/wire/changes.ts'
import { periodIdShape } from './answers.ts'
import { anything, listOf, matching, object, oneOf, orAbsent, orNull, type Shape, text, truth, whole } from './shape.ts'

/** What the routes of the city's own staff answer with 2xx. */
export const noticesShape: Shape<{ notices: Notice[] }> = object<{ notices: Notice[] }>({
  notices: listOf(
    object<Notice>({
      period: periodIdShape,
      reporter: text,
      kind: oneOf('reminder', 'softDeadlinePassed', 'hardDeadlinePassed'),
      at: text,
    }),
  ),
})

/** GET …/registers: the versions that are loaded. */
export const registersShape: Shape<{ registers: RegisterInfo[] }> = object<{ registers: RegisterInfo[] }>({
  registers: listOf(object<RegisterInfo>({ id: text, version: whole, title: text, loadedAt: text })),
})

/** GET /v1/changes: which figures were changed, by whom, and after what. */
export const changesShape: Shape<ChangesPage> = object<ChangesPage>({
  changes: listOf(
    object<FigureChange>({
      period: text,
      reporter: text,
      reporterName: text,
      subject: text,
      area: text,
      part: text,
      version: whole,
      seq: whole,
      at: text,
      account: text,
      by: text,
      onBehalf: truth,
      act: oneOf('changed', 'withdrawn', 'restored'),
      values: listOf(
        object<FigureChange['values'][number]>({ field: oneOf(...NUMBER_FIELDS), before: orNull(whole), after: orNull(whole) }),
      ),
      after: listOf(oneOf(...AFTER)),
    }),
  ),
  next: orNull(text),
})

type Change = RegisterDifference['changes'][number]
/** POST …/registers: what loading a version changes, or changed. */
export const registerDifferenceShape: Shape<RegisterDifference> = object<RegisterDifference>({
  id: text,
  version: whole,
  previousVersion: orNull(whole),
  dryRun: truth,
  changes: listOf(
    object<Change>({
      list: text,
      key: text,
      change: oneOf('added', 'removed', 'changed'),
      before: orAbsent(anything),
      after: orAbsent(anything),
    }),
  ),
  remarks: listOf(object<RegisterDifference['remarks'][number]>({ code: text, cell: orNull(text), at: text, value: text })),
})

/** One account, as its administrator sees it. */
export const accountDetailShape: Shape<AccountDetail> = object<AccountDetail>({
  id: text,
  name: text,
  role: oneOf('clerk', 'reviewer', 'coordinator', 'administrator', 'auditor', 'reader'),
  reporter: orNull(text),
  reporterName: orNull(text),
  active: truth,
  devices: whole,
  createdAt: text,
  lastSignInAt: orNull(text),
  invitedUntil: orNull(text),
  identity: orNull(text),
})
/** GET …/accounts. */
export const accountsShape: Shape<{ accounts: AccountDetail[] }> = object<{ accounts: AccountDetail[] }>({
  accounts: listOf(accountDetailShape),
})

/** A one-time code: it is in this answer and nowhere else. */
export const invitationShape: Shape<Invitation> = object<Invitation>({ code: text, expiresAt: text })

/** GET …/me/devices: where the person's own account is signed in. */
export const devicesShape: Shape<{ devices: Device[] }> = object<{ devices: Device[] }>({
  devices: listOf(object<Device>({ id: text, device: text, createdAt: text, current: truth })),
})

/** A page of the audit trail, newest first. */
export const auditShape: Shape<AuditPage> = object<AuditPage>({
  entries: listOf(
    object<AuditEntry>({
      id: whole,
      at: text,
      account: orNull(text),
      by: orNull(text),
      act: text,
      object: text,
      reason: orNull(text),
      before: anything,
      after: anything,
      requestId: text,
    }),
  ),
  next: orNull(whole),
})

/** The path at which everything is to be had once; a path of another form is not followed. */
export const exportLinkShape: Shape<ExportLink> = object<ExportLink>({
  path: matching(/^\/v1\/exports\/[A-Za-z0-9_-]{43}$/),
  expiresAt: text,
})
