import { z } from 'zod'
import { VALUE_FIELDS } from '../sheet/figureRecord.ts'
import { findingSchema } from './finding.ts'
import { MAX_SYNC_ROWS } from './protocol.ts'

/** Columns of a sync row: the key, the version it was edited from (0: none), then values; `written`, `origin` and `reasons` as JSON objects. */
export const KEY_COLUMNS = ['subject', 'area', 'part', 'base'] as const
export const SYNC_COLUMNS = [...KEY_COLUMNS, ...VALUE_FIELDS, 'written', 'origin', 'reasons'] as const
export type SyncColumn = (typeof SYNC_COLUMNS)[number]

/**
 * POST /v1/periods/{period}/reporters/{reporter}/sync with an Idempotency-Key (a UUID). `fields` begins with
 * KEY_COLUMNS; every row has a value for each field, in that order. Figures are integers scaled by 10⁴ in the base
 * measure, dates ISO. A value field that `fields` does not name is left as it is; null clears.
 */
export const syncRequestSchema = z.strictObject({
  schema: z.literal(1),
  registerVersion: z.int().min(1),
  periodEpoch: z.int().min(0),
  atomic: z.boolean(),
  fields: z.array(z.enum(SYNC_COLUMNS)).min(KEY_COLUMNS.length).max(SYNC_COLUMNS.length),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null(), z.record(z.string(), z.unknown())]))).max(MAX_SYNC_ROWS),
})
export type SyncRequest = z.infer<typeof syncRequestSchema>

/** A record as the server holds it: key, version, who and when, and every value that is not null. */
export const serverRecordSchema = z.strictObject({
  reporter: z.string(),
  subject: z.string(),
  area: z.string(),
  part: z.string(),
  version: z.int(),
  /** The sync that wrote it, in the city's order. */
  seq: z.int(),
  /** Account name, and ISO time. */
  by: z.string(),
  at: z.string(),
  deleted: z.boolean(),
  values: z.partialRecord(z.enum(VALUE_FIELDS), z.union([z.string(), z.number(), z.boolean()])),
  written: z.record(z.string(), z.string()),
  origin: z.unknown().nullable(),
  reasons: z.record(z.string(), z.string()),
})
export type ServerRecord = z.infer<typeof serverRecordSchema>

/** What became of a row; `row` is its index in the request. */
export const rowOutcomeSchema = z.discriminatedUnion('status', [
  z.strictObject({ row: z.int(), status: z.literal('applied'), version: z.int() }),
  z.strictObject({ row: z.int(), status: z.literal('unchanged'), version: z.int() }),
  z.strictObject({
    row: z.int(),
    status: z.literal('conflict'),
    version: z.int(),
    fields: z.array(z.enum(VALUE_FIELDS)),
    server: serverRecordSchema,
  }),
  z.strictObject({ row: z.int(), status: z.literal('rejected'), findings: z.array(findingSchema) }),
])
export type RowOutcome = z.infer<typeof rowOutcomeSchema>

export const syncAnswerSchema = z.strictObject({
  /** The position that this sync wrote at; null for a dry run, or where nothing changed. */
  seq: z.int().nullable(),
  periodEpoch: z.int(),
  dryRun: z.boolean(),
  replayed: z.boolean(),
  outcomes: z.array(rowOutcomeSchema),
})
export type SyncAnswer = z.infer<typeof syncAnswerSchema>
