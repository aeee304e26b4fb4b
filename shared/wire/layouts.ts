import { z } from 'zod'
import type { Immutable } from '../base/immutable.ts'
import { keysOf } from '../base/keysOf.ts'
import { COLUMN_FIELDS } from '../record/columnFields.ts'
import { COLUMN_USES } from '../record/columnUse.ts'
import { MOST_HEADINGS } from '../record/rememberedLayout.ts'

/** Words of a heading: times and numbers are named by their kind, so that no figure is in it. */
const heading = z
  .string()
  .min(1)
  .max(200)
  .regex(/^\P{N}+$/u)
/** What `layoutOf` answers. */
export const layoutId = z.string().regex(/^[0-9a-f]{16}$/)
const reason = z.string().trim().min(1).max(500)

/** What was said of one column; what nothing was said of is absent, null is none. */
export const rememberedColumnSchema = z.strictObject({
  heading,
  occurrence: z.int().min(1).max(200),
  field: z.enum(keysOf(COLUMN_FIELDS)).nullable().exactOptional(),
  subject: z
    .string()
    .regex(/^\d{1,3}(\.\d{1,3})?(\.[a-z]{1,2})?$/)
    .nullable()
    .exactOptional(),
  area: z
    .string()
    .regex(/^\d{6}$/)
    .nullable()
    .exactOptional(),
  use: z.enum(COLUMN_USES).exactOptional(),
})

/** What a unit is to remember of a layout. */
const said = {
  /** The register that subjects and areas are of. */
  register: z.string().max(40),
  /** Over its columns, in their order: for whoever has to judge it. */
  headings: z.array(heading).max(MOST_HEADINGS),
  columns: z.array(rememberedColumnSchema).min(1).max(60),
}

/** PUT …/layouts/{layout}: all that is said of its columns, in place of what was said at version `base` (0: nothing). */
export const layoutRequestSchema = z.strictObject({ ...said, base: z.int().min(0) })
export type LayoutRequest = Immutable<z.infer<typeof layoutRequestSchema>>

/** A remembered layout. */
export const storedLayoutSchema = z.strictObject({
  layout: z.string(),
  scope: z.enum(['unit', 'city']),
  /** The unit whose it is; of the city's, whose it was. */
  reporter: z.string(),
  reporterName: z.string(),
  version: z.int(),
  register: z.string(),
  headings: z.array(z.string()),
  columns: z.array(
    z.strictObject({
      ...rememberedColumnSchema.shape,
      heading: z.string(),
      occurrence: z.int(),
      subject: z.string().nullable().exactOptional(),
      area: z.string().nullable().exactOptional(),
    }),
  ),
  /** Who said so last, or agreed, and when. */
  by: z.string(),
  at: z.string(),
  /** Of a unit's: since when it is proposed for the city. */
  proposedAt: z.string().nullable(),
  /** Of a unit's: why the city did not take it. */
  declined: z.string().nullable(),
})
export type StoredLayout = Immutable<z.infer<typeof storedLayoutSchema>>
/** GET …/layouts: those that a unit's sheets are read by, or those that are proposed and agreed in the city. */
export const layoutsAnswerSchema = z.strictObject({ layouts: z.array(storedLayoutSchema) })

/** POST …/propose: the version that is proposed. */
export const proposeLayoutSchema = z.strictObject({ version: z.int().min(1) })
/** POST /v1/layouts/{layout}/agree: whose, and the version that was looked at. */
export const agreeLayoutSchema = z.strictObject({ reporter: z.string().max(40), version: z.int().min(1) })
/** POST /v1/layouts/{layout}/withdraw: the city's (reporter null), or what a unit proposes. */
export const withdrawLayoutSchema = z.strictObject({ reporter: z.string().min(1).max(40).nullable(), reason })
