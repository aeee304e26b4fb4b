import { z } from 'zod'
import { periodIdSchema } from './period.ts'
import { accountSchema, ROLES } from './session.ts'

const reason = z.string().trim().min(1).max(500)
const date = z.iso.date()
const accountId = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/)

/** PUT /v1/periods/{period}: opens a period, or changes one (with If-Match: its epoch). */
export const periodRequestSchema = z.strictObject({
  registerId: z.string().max(40),
  registerVersion: z.int().min(1),
  /** Both or neither: a new period takes them from the register's calendar, one that is there keeps its own. */
  softDeadline: date.optional(),
  hardDeadline: date.optional(),
  reason,
})
export type PeriodPlan = z.input<typeof periodRequestSchema>
/** POST /v1/periods/{period}/lock and /reopen, with If-Match: the epoch. */
export const reasonSchema = z.strictObject({ reason })
/** PUT /v1/periods/{period}/reporters/{reporter}/extension: the last day on which this unit alone may still send; null takes it back. */
export const extensionSchema = z.strictObject({ until: date.nullable(), reason })

export const accountDetailSchema = accountSchema.extend({
  active: z.boolean(),
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
export const accountsAnswerSchema = z.strictObject({ accounts: z.array(accountDetailSchema) })
const accountFields = {
  name: z.string().trim().min(1).max(60),
  role: z.enum(ROLES),
  reporter: accountId.nullable(),
}
export const accountRequestSchema = z.strictObject({ id: accountId, ...accountFields })
export type AccountRequest = z.input<typeof accountRequestSchema>
export const accountChangeSchema = z.strictObject({ ...accountFields, active: z.boolean(), reason })
export type AccountChange = z.input<typeof accountChangeSchema>
export const invitationRequestSchema = z.strictObject({ validDays: z.int().min(1).max(90).default(14) })
/** The code is told once. */
export const invitationSchema = z.strictObject({ code: z.string(), expiresAt: z.string() })
export type Invitation = z.infer<typeof invitationSchema>
export const devicesAnswerSchema = z.strictObject({
  devices: z.array(
    z.strictObject({
      id: z.string(),
      device: z.string(),
      createdAt: z.string(),
      /** The device that asks. */
      current: z.boolean(),
    }),
  ),
})
export type Device = z.infer<typeof devicesAnswerSchema>['devices'][number]

export const registerInfoSchema = z.strictObject({ id: z.string(), version: z.int(), title: z.string(), loadedAt: z.string() })
export const registersAnswerSchema = z.strictObject({ registers: z.array(registerInfoSchema) })
/** What loading a register changes against the version before, by list ("indicators") and id ("7.1.a"). */
export const registerDifferenceSchema = z.strictObject({
  id: z.string(),
  version: z.int(),
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
})
export type RegisterInfo = z.infer<typeof registerInfoSchema>
export type RegisterDifference = z.infer<typeof registerDifferenceSchema>

export const auditEntrySchema = z.strictObject({
  id: z.int(),
  at: z.string(),
  account: z.string().nullable(),
  act: z.string(),
  object: z.string(),
  reason: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
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
export const noticesAnswerSchema = z.strictObject({ notices: z.array(noticeSchema) })
export type Notice = z.infer<typeof noticeSchema>

/** POST /v1/exports: where everything is to be had, once, and until when. */
export const exportLinkSchema = z.strictObject({ path: z.string().regex(/^\/v1\/exports\/[A-Za-z0-9_-]{43}$/), expiresAt: z.string() })
export type ExportLink = z.infer<typeof exportLinkSchema>

export const importAnswerSchema = z.strictObject({ lines: z.int(), contentHash: z.string(), era: z.string() })
