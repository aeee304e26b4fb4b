import { z } from 'zod'
import { consolidationSchema } from './consolidation.ts'
import { periodIdSchema, periodsAnswerSchema } from './period.ts'
import { recordsPageSchema } from './records.ts'
import { accountSchema, sessionAnswerSchema, sessionRequestSchema } from './session.ts'
import { syncAnswerSchema, syncRequestSchema } from './sync.ts'

/** What a route takes and answers; the worker validates by it, the OpenAPI document is made from it. */
export interface RouteContract {
  readonly summary: string
  readonly query?: z.ZodObject
  readonly headers?: z.ZodObject
  readonly body?: z.ZodType
  /** The schema of a 200; null where the answer is 204. */
  readonly answer: z.ZodType | null
}

const whole = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)

/** Parameters of paths, by name. */
export const PATH_PARAMETERS = {
  period: periodIdSchema,
  reporter: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/),
} as const

export const pageQuery = z.strictObject({ since: whole.default(0), limit: whole.pipe(z.int().min(1).max(10_000)).default(1_000) })
const flag = z.enum(['true', 'false']).transform((text) => text === 'true')
export const syncQuery = z.strictObject({ dryRun: flag.default(false) })
/** A UUID; chunk n of a larger sheet adds ".n". */
export const idempotencyKey = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.\d{1,4})?$/i)

/** Every route of the server but those of operations, by method and path. */
export const CONTRACT = {
  'POST /v1/sessions': {
    summary: 'Turn a one-time invitation code into a session',
    body: sessionRequestSchema,
    answer: sessionAnswerSchema,
  },
  'DELETE /v1/sessions/current': { summary: 'Sign this device out', answer: null },
  'GET /v1/me': { summary: 'Who is signed in', answer: accountSchema },
  'GET /v1/periods': { summary: 'All periods, newest first', answer: periodsAnswerSchema },
  'GET /v1/periods/{period}/register': {
    summary: 'The register that the period is reported against',
    answer: z.looseObject({ schema: z.literal(1) }),
  },
  'GET /v1/periods/{period}/reporters/{reporter}/records': {
    summary: "A unit's records that changed",
    query: pageQuery,
    answer: recordsPageSchema,
  },
  'GET /v1/periods/{period}/records': { summary: 'Records of all units that changed', query: pageQuery, answer: recordsPageSchema },
  'POST /v1/periods/{period}/reporters/{reporter}/sync': {
    summary: 'Send what a sheet says',
    query: syncQuery,
    headers: z.object({ 'idempotency-key': idempotencyKey }),
    body: syncRequestSchema,
    answer: syncAnswerSchema,
  },
  'GET /v1/periods/{period}/consolidation': { summary: "The city's figures", answer: consolidationSchema },
} as const satisfies Record<`${'GET' | 'POST' | 'PUT' | 'DELETE'} /v1/${string}`, RouteContract>

export type RouteKey = keyof typeof CONTRACT
