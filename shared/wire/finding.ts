import { z } from 'zod'
import { FINDING_SEVERITY, type FindingCode } from '../finding/finding.ts'

export const findingSchema = z.strictObject({
  code: z.enum(Object.keys(FINDING_SEVERITY) as [FindingCode, ...FindingCode[]]),
  severity: z.enum(['error', 'warning', 'info']),
  sheet: z.string(),
  cell: z.string(),
  cells: z.array(z.string()).optional(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  record: z.string().optional(),
  field: z.string().optional(),
})
