import { z } from 'zod'
import { fail, ok, type Result } from '../base/result.ts'
import { SCALED_LIMIT } from '../quantity/scaled.ts'
import { checkRegister, type RegisterFlaw } from './checkRegister.ts'
import { completeRegister, targetFigure } from './completeRegister.ts'
import { formOfRegister } from './formOfRegister.ts'
import type { Register } from './register.ts'
import type { RegisterForm } from './registerForm.ts'

const code = z.string().regex(/^\d{6}$/)
/** Control characters and halves of surrogate pairs have no place in a name, a text or a document. */
const name = z
  .string()
  .trim()
  .min(1)
  .max(4000)
  .refine((text) => !/(?![\n\t])\p{Cc}|\p{Cs}/u.test(text))
const names = z.array(name)
const date = z.iso.date()
const figure = z.string().refine((text) => targetFigure(text) !== undefined)
const stage = z.enum([
  'completed',
  'started',
  'accepted',
  'basically_completed',
  'selected',
  'approved',
  'planned',
  'not_started',
  'in_progress',
])
const countyScope = z.enum(['all', 'relevant', 'none'])

/** The JSON form of a register, as docs/register.md tells it. Unknown keys are refused: a misspelt one would be lost. */
export const registerSchema = z.strictObject({
  schema: z.literal(1).optional(),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  year: z.int().min(2000).max(2100),
  version: z.int().min(1).optional(),
  title: name.optional(),
  city: code,
  areas: z.array(z.strictObject({ code, name, level: z.enum(['prefecture', 'county']).optional(), aliases: names.optional() })).min(1),
  zones: z.array(z.strictObject({ name, aliases: names.optional() })).optional(),
  measures: z
    .array(
      z.strictObject({
        name,
        synonyms: names.optional(),
        synonymsFor: z.array(z.strictObject({ word: name, indicators: names })).optional(),
      }),
    )
    .optional(),
  units: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(/^[a-z][a-z0-9-]{0,31}$/)
          .optional(),
        name,
        kind: z
          .enum([
            'municipal_department',
            'party_organ',
            'mass_organisation',
            'leading_group_office',
            'enterprise',
            'institution',
            'county_government',
            'supervision_office',
          ])
          .optional(),
        aliases: names.optional(),
        area: code.nullable().optional(),
      }),
    )
    .min(1),
  categories: z.array(z.strictObject({ no: z.int().min(1), title: name })).optional(),
  tasks: z
    .array(
      z.strictObject({
        id: z.string().regex(/^\d{1,3}(\.\d{1,3})?$/),
        categoryNo: z.int().min(1).optional(),
        taskNo: z.int().min(1).nullable().optional(),
        text: name,
        leadUnits: names.min(1),
        reporter: name.optional(),
        counties: z
          .union([
            z.enum(['all', 'none']),
            z.strictObject({ kind: countyScope, phrase: name.nullable().optional(), areas: z.array(code).optional() }),
          ])
          .optional(),
        origin: z.enum(['provincial+municipal', 'municipal']).optional(),
      }),
    )
    .min(1),
  indicators: z.array(
    z.strictObject({
      id: z.string().regex(/^\d{1,3}(\.\d{1,3})?\.[a-z]{1,2}$/),
      taskId: name.optional(),
      name,
      kind: z.enum(['count', 'percent', 'milestone', 'narrative']).optional(),
      measure: name.nullable().optional(),
      countMeasure: name.optional(),
      target: z
        .union([figure, z.strictObject({ value: figure, op: z.enum(['>=', '==', '<=']).optional(), raw: name.optional() })])
        .nullable()
        .optional(),
      area: code.optional(),
      scopeText: name.nullable().optional(),
      deadline: z.union([date, z.strictObject({ raw: name, date: date.optional() })]).optional(),
      countsStage: stage.optional(),
      direction: z.enum(['up', 'down']).optional(),
      rollup: z.enum(['sum', 'ratio_of_sums', 'latest']).optional(),
      reporter: name.optional(),
      reportedBy: z.enum(['city', 'counties']).optional(),
      requiredAreas: z.array(code).optional(),
      statePercent: z.boolean().optional(),
    }),
  ),
  assignments: z
    .array(
      z.strictObject({
        subject: name,
        reporter: name,
        areas: z.array(code).min(1),
        ofRecord: z.boolean().optional(),
        required: z.boolean().optional(),
      }),
    )
    .optional(),
  lights: z.strictObject({ yellowFrom: figure, redAbove: figure, dueWithinDays: z.int().min(0).max(366) }).optional(),
  calendar: z
    .strictObject({ monthlyBy: z.int().min(1).max(31), yearBy: z.int().min(1).max(31), graceDays: z.int().min(0).max(60) })
    .optional(),
  plans: z.array(z.strictObject({ indicator: name, points: z.array(z.strictObject({ date, percent: figure })).min(1) })).optional(),
})

/** What a sheet of tasks is read against: a form without tasks and what hangs on them. */
export const registerBasisSchema = registerSchema.omit({ categories: true, tasks: true, indicators: true, assignments: true })

/** What tells a complete register from a form: every target scaled, every default filled in. `registerSchema` looks at the rest. */
const scaled = z
  .int()
  .min(-SCALED_LIMIT + 1)
  .max(SCALED_LIMIT - 1)
const completeShape = z.looseObject({
  areas: z.array(z.unknown()),
  tasks: z.array(z.looseObject({ countyScope: z.looseObject({}) })),
  indicators: z.array(
    z.looseObject({
      target: z.strictObject({ value: scaled, op: z.string(), opExplicit: z.boolean(), raw: z.string() }).nullable(),
      deadline: z.strictObject({ raw: z.string().nullable(), date: z.string(), implied: z.boolean() }),
    }),
  ),
  assignments: z.array(z.unknown()),
  lights: z.strictObject({ yellowFrom: scaled, redAbove: scaled, dueWithinDays: z.int() }).optional(),
  plans: z
    .array(z.strictObject({ indicator: z.string(), points: z.array(z.strictObject({ date: z.string(), percent: scaled })) }))
    .optional(),
})

export type RegisterFault =
  /** The JSON has not the documented shape: where, and what was expected there. */
  | { readonly tag: 'malformed'; readonly issues: readonly { readonly path: string; readonly message: string }[] }
  /** It has the shape, yet its parts do not fit together. */
  | { readonly tag: 'flawed'; readonly flaws: readonly RegisterFlaw[] }

/**
 * Reads a register in its JSON form, fills in what it leaves out, and checks that its parts fit together. A complete
 * register as the server gives it is read as well.
 */
export function parseRegister(json: unknown): Result<Register, RegisterFault> {
  const complete = completeShape.safeParse(json)
  const parsed = registerSchema.safeParse(complete.success ? formOfRegister(complete.data as unknown as Register) : json)
  if (!parsed.success) {
    return fail({
      tag: 'malformed',
      issues: parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
    })
  }
  const form: RegisterForm = parsed.data
  const register = completeRegister(form)
  const flaws = checkRegister(register)
  return flaws.length > 0 ? fail({ tag: 'flawed', flaws }) : ok(register)
}
