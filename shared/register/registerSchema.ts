import { z } from 'zod'
import { STAGES } from '../quantity/stage.ts'
import { INDICATOR_KINDS, UNIT_KINDS } from './register.ts'
import { targetFigure } from './targetFigure.ts'

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
/** A decimal text with 万 or 亿 ("2.9万"). */
const figure = z.string().refine((text) => targetFigure(text) !== undefined)
const dayOfMonth = z.int().min(1).max(31)

const area = z.strictObject({ code, name, level: z.enum(['prefecture', 'county']).optional(), aliases: names.optional() })

const measure = z.strictObject({
  name,
  synonyms: names.optional(),
  synonymsFor: z.array(z.strictObject({ word: name, indicators: names })).optional(),
})

const unit = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,31}$/)
    .optional(),
  name,
  kind: z.enum(UNIT_KINDS).optional(),
  aliases: names.optional(),
  area: code.nullable().optional(),
})

const countyScope = z.strictObject({
  kind: z.enum(['all', 'relevant', 'none']),
  phrase: name.nullable().optional(),
  areas: z.array(code).optional(),
})

const task = z.strictObject({
  id: z.string().regex(/^\d{1,3}(\.\d{1,3})?$/),
  categoryNo: z.int().min(1).optional(),
  taskNo: z.int().min(1).nullable().optional(),
  text: name,
  leadUnits: names.min(1),
  reporter: name.optional(),
  counties: z.union([z.enum(['all', 'none']), countyScope]).optional(),
  origin: z.enum(['provincial+municipal', 'municipal']).optional(),
})

const target = z.strictObject({ value: figure, op: z.enum(['>=', '==', '<=']).optional(), raw: name.optional() })

const indicator = z.strictObject({
  id: z.string().regex(/^\d{1,3}(\.\d{1,3})?\.[a-z]{1,2}$/),
  taskId: name.optional(),
  name,
  kind: z.enum(INDICATOR_KINDS).optional(),
  measure: name.nullable().optional(),
  countMeasure: name.optional(),
  target: z.union([figure, target]).nullable().optional(),
  countyTargets: z.record(code, figure).optional(),
  area: code.optional(),
  scopeText: name.nullable().optional(),
  deadline: z.union([date, z.strictObject({ raw: name, date: date.optional() })]).optional(),
  countsStage: z.enum(STAGES).optional(),
  direction: z.enum(['up', 'down']).optional(),
  rollup: z.enum(['sum', 'ratio_of_sums', 'latest']).optional(),
  reporter: name.optional(),
  reportedBy: z.enum(['city', 'counties']).optional(),
  requiredAreas: z.array(code).optional(),
  statePercent: z.boolean().optional(),
})

const assignment = z.strictObject({
  subject: name,
  reporter: name,
  areas: z.array(code).min(1),
  ofRecord: z.boolean().optional(),
  required: z.boolean().optional(),
})

const succession = z.strictObject({
  subject: name.optional(),
  reporter: name,
  predecessor: name,
  from: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/),
})

/** The JSON form of a register, as docs/register.md describes it. Unknown keys are refused: a misspelt one would be lost. */
export const registerSchema = z.strictObject({
  schema: z.literal(1).optional(),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  year: z.int().min(2000).max(2100),
  version: z.int().min(1).optional(),
  title: name.optional(),
  city: code,
  areas: z.array(area).min(1),
  zones: z.array(z.strictObject({ name, aliases: names.optional() })).optional(),
  measures: z.array(measure).optional(),
  units: z.array(unit).min(1),
  categories: z.array(z.strictObject({ no: z.int().min(1), title: name })).optional(),
  tasks: z.array(task).min(1),
  indicators: z.array(indicator),
  assignments: z.array(assignment).optional(),
  succeeds: z.array(succession).optional(),
  lights: z.strictObject({ yellowFrom: figure, redAbove: figure, dueWithinDays: z.int().min(0).max(366) }).optional(),
  calendar: z.strictObject({ monthlyBy: dayOfMonth, yearBy: dayOfMonth, graceDays: z.int().min(0).max(60) }).optional(),
  plans: z.array(z.strictObject({ indicator: name, points: z.array(z.strictObject({ date, percent: figure })).min(1) })).optional(),
})

/** What a sheet of tasks is read against: a form without tasks and what hangs on them. */
export const registerBasisSchema = registerSchema.omit({
  categories: true,
  tasks: true,
  indicators: true,
  assignments: true,
  succeeds: true,
})
