import { z } from 'zod'
import { nameText } from '../base/plainText.ts'

/** What a person may be; who may do what is `POLICY`, and at which state `SUBMISSION_ACTS`. */
export const ROLES = ['clerk', 'reviewer', 'coordinator', 'administrator', 'auditor', 'reader'] as const

/** Who is signed in. */
export const accountSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  /** The reporting unit whose rows this person reads and writes; null for the city's own staff. */
  reporter: z.string().nullable(),
  reporterName: z.string().nullable(),
})
export type Account = z.infer<typeof accountSchema>
export type Role = Account['role']

/** POST /v1/sessions: a one-time invitation code becomes a token. */
export const sessionRequestSchema = z.strictObject({
  code: z.string().min(1).max(64),
  /** What the person will recognise in a list of devices. */
  device: z.string().overwrite(nameText).max(120),
})
export type SessionRequest = z.infer<typeof sessionRequestSchema>

/** With a random key of the client's a lost answer can be asked for again within a quarter of an hour: the code stays used once. */
export const sessionHeaders = z.object({ 'idempotency-key': z.guid().optional() })

/** A session that has begun. */
export const sessionAnswerSchema = z.strictObject({
  /** 256 random bits, base64url; shown once, since the server has only its hash. */
  token: z.string(),
  account: accountSchema,
  /** The database's era; the client remembers it, to notice a restored one. */
  era: z.string(),
})
export type SessionAnswer = z.infer<typeof sessionAnswerSchema>
