import { z } from 'zod'

/** A figure with the rows it was made of; scaled integers in the base measure. Missing is null, never 0. */
export const sourceSchema = z.strictObject({
  reporter: z.string(),
  area: z.string(),
  version: z.int(),
  seq: z.int(),
  by: z.string(),
  at: z.string(),
  value: z.int().nullable(),
  /** The workbook's own cell, where the client told it. */
  cell: z.string().nullable(),
})

export const consolidatedAreaSchema = z.strictObject({
  area: z.string(),
  target: z.int().nullable(),
  cumulative: z.int().nullable(),
  /** Percent points, scaled; half-up to two decimals. */
  percent: z.int().nullable(),
  asOf: z.string().nullable(),
  sources: z.array(sourceSchema),
})

export const consolidatedIndicatorSchema = z.strictObject({
  indicator: z.string(),
  measure: z.string().nullable(),
  target: z.int().nullable(),
  cumulative: z.int().nullable(),
  percent: z.int().nullable(),
  /** 'complete': every area of record reported; 'partial': some are missing; 'missing': none reported. */
  state: z.enum(['complete', 'partial', 'missing']),
  /** The city row where one stands beside county rows: compared, never added. */
  stated: z.int().nullable(),
  areas: z.array(consolidatedAreaSchema),
})

export const reporterStatusSchema = z.strictObject({
  reporter: z.string(),
  name: z.string(),
  /** Subjects it must report, and those it has not. */
  required: z.int(),
  reported: z.int(),
  missing: z.array(z.strictObject({ subject: z.string(), area: z.string() })),
  lastAt: z.string().nullable(),
})

/** GET /v1/periods/{period}/consolidation (coordinators). */
export const consolidationSchema = z.strictObject({
  period: z.string(),
  registerVersion: z.int(),
  asOfSeq: z.int(),
  era: z.string(),
  indicators: z.array(consolidatedIndicatorSchema),
  narratives: z.array(
    z.strictObject({
      task: z.string(),
      reporter: z.string(),
      text: z.string(),
      asOf: z.string().nullable(),
      by: z.string(),
      at: z.string(),
    }),
  ),
  reporters: z.array(reporterStatusSchema),
})
export type Consolidation = z.infer<typeof consolidationSchema>
export type ConsolidatedIndicator = z.infer<typeof consolidatedIndicatorSchema>
