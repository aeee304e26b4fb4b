import type { FindingCode } from '../finding/finding.ts'
import type { ValueField } from '../record/columnFields.ts'
import type { FigureRecord, Origin, RecordKey, RecordValues } from '../record/figureRecord.ts'
import type { SyncColumn } from './sync.ts'

/**
 * A row of a sync as everything behind `readSyncRows` knows it. On the wire a row is an array in the order that the
 * request's `fields` name: its positions are known there, and where the store hands rows to the database, and nowhere else.
 */
export interface SyncRow extends RecordKey {
  /** Its index in the request. */
  readonly row: number
  /** The version that it was edited from; 0 where the sender has seen none. */
  readonly base: number
  /** Whether the row is withdrawn; its values are not looked at then. */
  readonly deleted: boolean
  readonly written: FigureRecord['written']
  /** Where the values are in the workbook; null where that was not sent. */
  readonly origin: Origin | null
  /** Sentences that a person wrote for findings; null where none were sent, and those that are stored stay. */
  readonly reasons: { readonly [K in FindingCode]?: string } | null
  /** A value, or null that clears, for every field that the request names. */
  readonly values: RecordValues
}

/** The rows of one request. */
export interface SyncRows {
  /** The value fields that the request names, in its order. */
  readonly named: readonly ValueField[]
  readonly rows: readonly SyncRow[]
}

/** A client's mistake, not a sheet's: where, and which rule. */
export type RowFault =
  | { readonly tag: 'fields'; readonly reason: 'keyFirst' | 'repeated' }
  | {
      readonly tag: 'row'
      readonly row: number
      readonly column: SyncColumn | null
      readonly reason: string
      readonly origin: Origin | null
    }
  /** Two rows of the request have one key: the second would silently cover the first. */
  | { readonly tag: 'duplicate'; readonly row: number; readonly first: number; readonly origin: Origin | null }
