import { z } from 'zod'
import type { Immutable } from '../base/immutable.ts'
import { serverRecordSchema } from './sync.ts'

/**
 * GET /v1/periods/{period}/records?since=&limit= (coordinators) and
 * GET /v1/periods/{period}/reporters/{reporter}/records?since=&limit=: what changed after `since`, in order of seq,
 * tombstones included. Pages are whole seqs; `next` is null at the end.
 */
export const recordsPageSchema = z.strictObject({
  era: z.string(),
  records: z.array(serverRecordSchema),
  /** Of one unit, with since=0: rows of those whose duties it took over, as far as they stand for its own; they stay theirs. */
  inherited: z.array(serverRecordSchema),
  /** Ask again with since=next; null at the end. */
  next: z.int().nullable(),
  /** The city's latest position when this was read. */
  asOfSeq: z.int(),
})
export type RecordsPage = Immutable<z.infer<typeof recordsPageSchema>>

/** A version of a record, with the note and the evidence that came with its sync where accepted figures were corrected. */
export const recordVersionSchema = serverRecordSchema.extend({ note: z.string().nullable(), evidence: z.string().nullable() })
export type RecordVersion = Immutable<z.infer<typeof recordVersionSchema>>

/** GET …/history: every version of one record, oldest first. */
export const historyAnswerSchema = z.strictObject({ versions: z.array(recordVersionSchema) })
