import { z } from 'zod'
import type { Immutable } from '../base/immutable.ts'
import { VALUE_FIELDS } from '../record/columnFields.ts'
import { findingSchema } from './finding.ts'
import { MAX_SYNC_ROWS } from './protocol.ts'

/**
 * Columns of a sync row: the key, the version it was edited from (0: none), then values; `written`, `origin` and
 * `reasons` as JSON objects; `deleted` true withdraws the row (its values are then not looked at). `reasons` maps a
 * finding's code to the sentence a person wrote for it.
 */
export const KEY_COLUMNS = ['subject', 'area', 'part', 'base'] as const
/** All that `fields` of a request may name. */
export const SYNC_COLUMNS = [...KEY_COLUMNS, ...VALUE_FIELDS, 'written', 'origin', 'reasons', 'deleted'] as const
export type SyncColumn = (typeof SYNC_COLUMNS)[number]

/**
 * POST /v1/periods/{period}/reporters/{reporter}/sync with an Idempotency-Key (a UUID; chunk n of a larger sheet adds
 * ".n"). `?dryRun=true` answers the same and writes nothing. `fields` begins with
 * KEY_COLUMNS; every row has a value for each field, in that order. Figures are integers scaled by 10⁴ in the base
 * measure, dates ISO. A value field that `fields` does not name is left as it is; null clears.
 */
export const syncRequestSchema = z.strictObject({
  schema: z.literal(1),
  registerVersion: z.int().min(1),
  /** The epoch that the request was prepared under: a lock or a reopening in between refuses it. */
  periodEpoch: z.int().min(0),
  /** True: all rows or none; rows that would have been applied are answered as `held`. One request only, no chunks. */
  atomic: z.boolean(),
  /** The database's era that the bases were read in; a restored database answers eraChanged. */
  era: z.string().max(64).optional(),
  /** Why, where figures that the coordinator has accepted are corrected; and where the evidence is. */
  note: z.string().min(1).max(500).optional(),
  evidence: z.string().max(500).optional(),
  fields: z.array(z.enum(SYNC_COLUMNS)).min(KEY_COLUMNS.length).max(SYNC_COLUMNS.length),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null(), z.record(z.string(), z.unknown())]))).max(MAX_SYNC_ROWS),
})
export type SyncRequest = z.infer<typeof syncRequestSchema>

/** A file as the unit gave it to the office: its name, and the SHA-256 of its bytes in hexadecimal. */
export const sentFileSchema = z.strictObject({ name: z.string().min(1).max(200), sha256: z.string().regex(/^[0-9a-f]{64}$/) })
export type SentFile = z.infer<typeof sentFileSchema>

/**
 * POST /v1/periods/{period}/reporters/{reporter}/sync-on-behalf: a sync by a coordinator, from the unit's own file (代报). A
 * coordinator has seen no version that the unit itself wrote: with base 0, or the version that was last sent on behalf, what
 * the unit wrote differently comes back as a conflict.
 */
export const onBehalfRequestSchema = syncRequestSchema.extend({ file: sentFileSchema })
export type OnBehalfRequest = z.infer<typeof onBehalfRequestSchema>

const unreadRows = { rows: z.array(z.unknown()).max(MAX_SYNC_ROWS) }
/** The requests, but for their rows, which `readSyncRows` reads in one pass; `file` is undefined where the unit itself sends. */
export const syncEnvelopeSchema = syncRequestSchema.extend({ ...unreadRows, file: z.undefined().optional() })
export const onBehalfEnvelopeSchema = onBehalfRequestSchema.extend(unreadRows)
export type SyncEnvelope = z.infer<typeof syncEnvelopeSchema>
export type OnBehalfEnvelope = z.infer<typeof onBehalfEnvelopeSchema>

/** What of a row can have a cell of its own in the workbook. */
export const ORIGIN_CELLS = ['subject', 'area', 'part', ...VALUE_FIELDS] as const

/** Where a row is in the workbook that it was sent from: sheet, Excel's row number, and the address of each value ("E7"). */
const originSchema = z.strictObject({
  sheet: z.string(),
  row: z.int(),
  cells: z.partialRecord(z.enum(ORIGIN_CELLS), z.string()),
})

/** A record as the server has it: key, version, who and when, and every value that is not null. */
export const serverRecordSchema = z.strictObject({
  reporter: z.string(),
  subject: z.string(),
  area: z.string(),
  part: z.string(),
  version: z.int(),
  /** The sync that wrote it, in the city's order. */
  seq: z.int(),
  /** Whose account wrote it, the person's name at the time, and ISO time. */
  account: z.string(),
  by: z.string(),
  at: z.string(),
  /** Whether a coordinator wrote this version for the unit, from the unit's file. */
  onBehalf: z.boolean(),
  deleted: z.boolean(),
  values: z.partialRecord(z.enum(VALUE_FIELDS), z.union([z.string(), z.number(), z.boolean()])),
  written: z.record(z.string(), z.string()),
  /** Null where the client did not say it. */
  origin: originSchema.nullable(),
  reasons: z.record(z.string(), z.string()),
})
export type ServerRecord = Immutable<z.infer<typeof serverRecordSchema>>

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
  /** Sound, but not written: the request was atomic, and another row was rejected or in conflict. */
  z.strictObject({ row: z.int(), status: z.literal('held'), version: z.int() }),
])
export type RowOutcome = Immutable<z.infer<typeof rowOutcomeSchema>>

/** What became of a sync; answered alike whenever the same id comes again. */
export const syncAnswerSchema = z.strictObject({
  /** The position that this sync wrote at; null for a dry run, or where nothing changed. */
  seq: z.int().nullable(),
  /** The period's epoch that it was judged under. */
  periodEpoch: z.int(),
  dryRun: z.boolean(),
  /** The id was used before: this is the stored answer. */
  replayed: z.boolean(),
  outcomes: z.array(rowOutcomeSchema),
})
export type SyncAnswer = Immutable<z.infer<typeof syncAnswerSchema>>
