import { z } from 'zod'
import { NUMBER_FIELDS } from '../record/columnFields.ts'
import { AFTER } from './changeAfter.ts'
import { periodIdSchema } from './period.ts'

const flag = z.enum(['true', 'false']).transform((text) => text === 'true')

/** Where a page ended: position, period, unit, subject, area, part and version of the last change that it looked at. */
const cursorSchema = z.tuple([
  z.int().min(0),
  periodIdSchema,
  z.string().max(40),
  z.string().max(40),
  z.string().max(6),
  z.string().max(200),
  z.int().min(1),
])
export type ChangeCursor = z.infer<typeof cursorSchema>

/** GET /v1/changes: which changes of figures, of all units and periods. */
export const changesQuery = z.strictObject({
  /** `next` of the page before. */
  since: z
    .string()
    .max(1_000)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom' })
        return z.NEVER
      }
    })
    .pipe(cursorSchema)
    .optional(),
  limit: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(1_000))
    .default(100),
  newestFirst: flag.default(false),
  period: periodIdSchema.optional(),
  reporter: z.string().min(1).max(40).optional(),
  /** An indicator, or a task for its text's figures. */
  subject: z.string().min(1).max(40).optional(),
  area: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  account: z.string().min(1).max(40).optional(),
  /** China's days, both inclusive. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  after: z.enum(AFTER).optional(),
  /** Only where a figure fell, or the row was withdrawn. */
  decreases: flag.default(false),
})
export type ChangesQuery = z.output<typeof changesQuery>

/** One version of a row by which a figure changed: from what to what, by whom, and what had happened to the unit's period before. */
export const figureChangeSchema = z.strictObject({
  period: z.string(),
  reporter: z.string(),
  reporterName: z.string(),
  subject: z.string(),
  area: z.string(),
  part: z.string(),
  version: z.int(),
  seq: z.int(),
  /** ISO, UTC. */
  at: z.string(),
  /** Whose account, and the person's name at the time. */
  account: z.string(),
  by: z.string(),
  /** Whether a coordinator wrote this version for the unit, from the unit's file. */
  onBehalf: z.boolean(),
  act: z.enum(['changed', 'withdrawn', 'restored']),
  /** Scaled by 10⁴; null where there was none, or is none any more. */
  values: z.array(z.strictObject({ field: z.enum(NUMBER_FIELDS), before: z.int().nullable(), after: z.int().nullable() })),
  after: z.array(z.enum(AFTER)),
})
export type FigureChange = z.infer<typeof figureChangeSchema>

/** A page of changes in order of seq, or against it; ask again with `since`=next, also where the page is empty; null at the end. */
export const changesAnswerSchema = z.strictObject({ changes: z.array(figureChangeSchema), next: z.string().nullable() })
export type ChangesPage = z.infer<typeof changesAnswerSchema>
