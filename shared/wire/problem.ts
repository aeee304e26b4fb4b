import { z } from 'zod'
import type { Immutable } from '../base/immutable.ts'
import { keysOf } from '../base/keysOf.ts'
import { findingSchema } from './finding.ts'

/** Every error the server answers, by code: its HTTP status. The pane words each in one Chinese sentence. */
export const PROBLEM_STATUS = {
  malformed: 400,
  invalidBody: 400,
  duplicateRow: 400,
  idempotencyKeyMissing: 400,
  notSignedIn: 401,
  invitationInvalid: 401,
  forbidden: 403,
  notFound: 404,
  methodNotAllowed: 405,
  periodNotOpen: 409,
  epochStale: 409,
  registerStale: 409,
  eraChanged: 409,
  noteRequired: 409,
  confirmationNeeded: 409,
  stateNotAllowed: 409,
  alreadyExists: 409,
  linkSpent: 410,
  preconditionFailed: 412,
  bodyTooLarge: 413,
  unsupportedMediaType: 415,
  idempotencyKeyReused: 422,
  preconditionRequired: 428,
  tooManyRequests: 429,
  internal: 500,
  busy: 503,
} as const
/** The code of a problem; a new one is a new version of the protocol. */
export type ProblemCode = keyof typeof PROBLEM_STATUS

/** application/problem+json (RFC 9457). Never a stack, never SQL. */
export const problemSchema = z.strictObject({
  /** A name, not an address to look up: "urn:livelihood-progress:problem:forbidden". */
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(keysOf(PROBLEM_STATUS)),
  /** The id that the log has it under. */
  requestId: z.string(),
  /** Where in the request the fault is; never the value that was sent. */
  detail: z.string().optional(),
  /** Where rows or cells are at fault. */
  findings: z.array(findingSchema).optional(),
})
export type Problem = Immutable<z.infer<typeof problemSchema>>
