import type { SentFile } from '../../../shared/wire/sync.ts'
import type { SyncRows } from '../../../shared/wire/syncRow.ts'
import type { Rejection } from './receipts.ts'

/** A sync as the store takes it: authorised, judged by register and checks, and the rows that these refused taken out. */
export interface Batch {
  readonly period: string
  readonly reporter: string
  readonly id: string
  readonly bodyHash: string
  readonly tokenHash: string
  readonly account: string
  /** The person's name at this moment: it is kept with what they did. */
  readonly accountName: string
  readonly role: string
  /** The unit's file that a coordinator sends for it; undefined where the unit itself sends. */
  readonly file: SentFile | undefined
  readonly requestId: string
  /** ISO time, and the city's own date. */
  readonly at: string
  readonly today: string
  readonly registerId: string
  readonly registerVersion: number
  readonly epoch: number
  readonly era: string | undefined
  readonly atomic: boolean
  readonly note: string | undefined
  readonly evidence: string | undefined
  /** The value fields that the request names, and the sound rows. */
  readonly named: SyncRows['named']
  readonly rows: SyncRows['rows']
  readonly rejected: readonly Rejection[]
}
