import { z } from 'zod'
import { asScaled, SCALED_LIMIT } from '../quantity/scaled.ts'

const scaled = z
  .int()
  .min(-SCALED_LIMIT + 1)
  .max(SCALED_LIMIT - 1)
  .transform(asScaled)

/**
 * What distinguishes a complete register from a form: every target scaled, every default filled in. It looks at nothing
 * else: `registerSchema` does, once `formOfComplete` has made a form of it.
 */
export const completeShape = z.looseObject({
  areas: z.array(z.unknown()),
  tasks: z.array(z.looseObject({ countyScope: z.looseObject({}) })),
  indicators: z.array(
    z.looseObject({
      target: z.strictObject({ value: scaled, op: z.string(), opExplicit: z.boolean(), raw: z.string() }).nullable(),
      countyTargets: z.record(z.string(), scaled).optional(),
      deadline: z.strictObject({ raw: z.string().nullable(), date: z.string(), implied: z.boolean() }),
    }),
  ),
  assignments: z.array(z.unknown()),
  succeeds: z.array(z.unknown()).optional(),
  lights: z.strictObject({ yellowFrom: scaled, redAbove: scaled, dueWithinDays: z.int() }).optional(),
  plans: z
    .array(z.strictObject({ indicator: z.string(), points: z.array(z.strictObject({ date: z.string(), percent: scaled })) }))
    .optional(),
})
/** JSON that looks like a complete register; all that is not named in the shape is unknown. */
export type CompleteShape = z.infer<typeof completeShape>
