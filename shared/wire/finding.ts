import { z } from 'zod'
import { keysOf } from '../base/keysOf.ts'
import { FINDING_SEVERITY } from '../finding/finding.ts'

/** What a check found at a cell, as the domain has it (`Finding`): the sentence is made where a person reads it. */
export const findingSchema = z.strictObject({
  code: z.enum(keysOf(FINDING_SEVERITY)),
  severity: z.enum(['error', 'warning', 'info']),
  sheet: z.string(),
  cell: z.string(),
  cells: z.array(z.string()).optional(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  record: z.string().optional(),
  field: z.string().optional(),
})
