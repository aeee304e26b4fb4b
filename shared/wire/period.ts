import { z } from 'zod'

/** A month: "2021-05". */
export const periodIdSchema = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)

/** A month that is reported on. */
export const periodInfoSchema = z.strictObject({
  /** "2021-05" */
  id: periodIdSchema,
  registerId: z.string(),
  registerVersion: z.int(),
  /** Grows with every lock and reopening; a sync names the one it was prepared under. */
  epoch: z.int(),
  state: z.enum(['open', 'locked']),
  /** ISO dates; on time until the soft deadline, refused after the hard one. */
  softDeadline: z.string(),
  hardDeadline: z.string(),
})
export type PeriodInfo = z.infer<typeof periodInfoSchema>
/** GET /v1/periods. */
export const periodsAnswerSchema = z.strictObject({ periods: z.array(periodInfoSchema) })
