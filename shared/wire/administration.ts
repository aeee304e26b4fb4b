import { z } from 'zod'
import { nameText } from '../base/plainText.ts'
import { periodIdSchema } from './period.ts'
import { accountSchema, ROLES } from './session.ts'

/** Why a privileged act was done: it is in the audit trail, and shown to whom it concerns. */
const reason = z.string().trim().min(1).max(500)
const date = z.iso.date()
/** Short, and of letters that need no escaping: it is part of addresses. */
const accountId = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/)

/** PUT /v1/periods/{period}: opens a period, or changes one (with If-Match: its epoch). */
export const periodRequestSchema = z.strictObject({
  registerId: z.string().max(40),
  registerVersion: z.int().min(1),
  /** Both or neither: without them a new period takes them from the register's calendar, and one that is there keeps its own. */
  softDeadline: date.optional(),
  hardDeadline: date.optional(),
  reason,
})
/** As it is sent, before what is left out was filled in. */
export type PeriodPlan = z.input<typeof periodRequestSchema>
/** POST /v1/periods/{period}/reopen, with If-Match: the epoch. */
export const reasonSchema = z.strictObject({ reason })
/** POST /v1/periods/{period}/lock: `confirmed` where the person was told that units have not reported all; without it that is refused (confirmationNeeded). */
export const lockSchema = z.strictObject({ reason, confirmed: z.literal(true).optional() })
export type TurnRequest = z.input<typeof lockSchema>
/** PUT /v1/periods/{period}/reporters/{reporter}/extension: the last day on which this unit alone may still send; null takes it back. */
export const extensionSchema = z.strictObject({ until: date.nullable(), reason })

/** An account as the administration sees it. */
export const accountDetailSchema = accountSchema.extend({
  /** False once it is closed: it is signed out everywhere, and nobody signs in as it. */
  active: z.boolean(),
  /** How many devices are signed in. */
  devices: z.int(),
  createdAt: z.string(),
  /** When somebody last signed in as this account, on whatever device; null where nobody ever did. */
  lastSignInAt: z.string().nullable(),
  /** Until when an invitation can still be used; null where none waits. */
  invitedUntil: z.string().nullable(),
  /** What the city's identity provider calls the person; null where the account is tied to nobody there. */
  identity: z.string().nullable(),
})
export type AccountDetail = z.infer<typeof accountDetailSchema>
/** GET /v1/accounts. */
export const accountsAnswerSchema = z.strictObject({ accounts: z.array(accountDetailSchema) })
const accountFields = {
  name: z.string().overwrite(nameText).min(1).max(60),
  role: z.enum(ROLES),
  reporter: accountId.nullable(),
}
/** POST /v1/accounts. */
export const accountRequestSchema = z.strictObject({ id: accountId, ...accountFields })
export type AccountRequest = z.input<typeof accountRequestSchema>
/** PUT /v1/accounts/{account}: all of it; `active` false closes it. */
export const accountChangeSchema = z.strictObject({ ...accountFields, active: z.boolean(), reason })
export type AccountChange = z.input<typeof accountChangeSchema>
/** POST /v1/accounts/{account}/invitations. */
export const invitationRequestSchema = z.strictObject({ validDays: z.int().min(1).max(90).default(14) })
/** The code is shown once: the server has only its hash. */
export const invitationSchema = z.strictObject({ code: z.string(), expiresAt: z.string() })
export type Invitation = z.infer<typeof invitationSchema>
/** GET /v1/me/devices: where the account is signed in, newest first. */
export const devicesAnswerSchema = z.strictObject({
  devices: z.array(
    z.strictObject({
      id: z.string(),
      /** What the person called it at sign-in. */
      device: z.string(),
      createdAt: z.string(),
      /** The device that asks. */
      current: z.boolean(),
    }),
  ),
})
export type Device = z.infer<typeof devicesAnswerSchema>['devices'][number]

/** A version of a register that was loaded. */
export const registerInfoSchema = z.strictObject({ id: z.string(), version: z.int(), title: z.string(), loadedAt: z.string() })
/** GET /v1/registers. */
export const registersAnswerSchema = z.strictObject({ registers: z.array(registerInfoSchema) })
/** What loading a register changes against the version before, by list ("indicators") and id ("7.1.a"). */
export const registerDifferenceSchema = z.strictObject({
  id: z.string(),
  version: z.int(),
  /** Null where it is the first. */
  previousVersion: z.int().nullable(),
  dryRun: z.boolean(),
  changes: z.array(
    z.strictObject({
      list: z.string(),
      key: z.string(),
      change: z.enum(['added', 'removed', 'changed']),
      before: z.unknown().optional(),
      after: z.unknown().optional(),
    }),
  ),
  /** What a person should look at in it, though it is sound: targets of counties that do not add up (countyTargetsSum); with the cell of its sheet. */
  remarks: z.array(z.strictObject({ code: z.string(), cell: z.string().nullable(), at: z.string(), value: z.string() })),
})
export type RegisterInfo = z.infer<typeof registerInfoSchema>
export type RegisterDifference = z.infer<typeof registerDifferenceSchema>

/** One privileged act. */
export const auditEntrySchema = z.strictObject({
  id: z.int(),
  at: z.string(),
  account: z.string().nullable(),
  /** The name of whoever had the account at the time. */
  by: z.string().nullable(),
  /** Kind and act: "period.lock". */
  act: z.string(),
  /** What it was done to: "2021-05/jiaotong". */
  object: z.string(),
  reason: z.string().nullable(),
  /** What was so before and after it, as JSON of the act's own shape. */
  before: z.unknown(),
  after: z.unknown(),
  /** The request's id, as its answer and the log have it. */
  requestId: z.string(),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>
/** `next` is to be asked with as `since`, or as `before` where the newest come first; null at the end. */
export const auditAnswerSchema = z.strictObject({ entries: z.array(auditEntrySchema), next: z.int().nullable() })
export type AuditPage = z.infer<typeof auditAnswerSchema>

/** What is due for a unit; written once by the scheduled work. */
export const noticeSchema = z.strictObject({
  period: periodIdSchema,
  reporter: z.string(),
  kind: z.enum(['reminder', 'softDeadlinePassed', 'hardDeadlinePassed']),
  at: z.string(),
})
/** GET /v1/periods/{period}/notices; POST /v1/scheduled answers the new ones. */
export const noticesAnswerSchema = z.strictObject({ notices: z.array(noticeSchema) })
export type Notice = z.infer<typeof noticeSchema>

/** POST /v1/exports: where everything is to be had, once, and until when. */
export const exportLinkSchema = z.strictObject({ path: z.string().regex(/^\/v1\/exports\/[A-Za-z0-9_-]{43}$/), expiresAt: z.string() })
export type ExportLink = z.infer<typeof exportLinkSchema>

/** POST /v1/import: how many lines were read, the hash of what is stored now (that of the export), and the new era. */
export const importAnswerSchema = z.strictObject({ lines: z.int(), contentHash: z.string(), era: z.string() })
