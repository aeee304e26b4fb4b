import { z } from 'zod'
import type { Register } from '../../shared/register/register.ts'

/**
 * Enough of the register's shape to know it from a foreign answer; its content was checked where it was loaded, and
 * fields that later versions add are let through.
 */
const shape = z.looseObject({
  schema: z.literal(1),
  id: z.string(),
  year: z.int(),
  version: z.int(),
  city: z.string(),
  areas: z.array(z.looseObject({ code: z.string(), name: z.string() })),
  zones: z.array(z.looseObject({ name: z.string() })),
  measures: z.array(z.looseObject({ name: z.string() })),
  units: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  categories: z.array(z.looseObject({ no: z.int(), title: z.string() })),
  tasks: z.array(z.looseObject({ id: z.string(), text: z.string() })),
  indicators: z.array(z.looseObject({ id: z.string(), taskId: z.string(), name: z.string() })),
  assignments: z.array(z.looseObject({ subject: z.string(), reporter: z.string() })),
})

export const registerShape = shape as unknown as z.ZodType<Register>
