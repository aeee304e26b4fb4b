import type { FigureRecord } from './figureRecord.ts'
import { type RecordKey, recordKeyText } from './figureRecord.ts'
import type { Correction } from './reading.ts'

/**
 * A unit's own list (台账) of single projects of one indicator, many rows an area, and what they add up to. The sums stand
 * among the records in place of the rows; they are sent once a person has said that the rows are to be added up.
 */
export interface Ledger {
  /** The table's id. */
  readonly table: string
  /** The indicator of which each row is a part. */
  readonly subject: string
  /** figures: those of the rows are added. rows: each row is one of what is counted, and those at the counted stage count. */
  readonly by: 'figures' | 'rows'
  /** The heading of the column that tells the rows apart (路线名称). */
  readonly items: string
  /** By area, in the order of their first rows. */
  readonly sums: readonly LedgerSum[]
  /** What is remembered when a person says that the rows are to be added up. */
  readonly answer: Correction
  /** Whether a person has said so. */
  readonly isAnswered: boolean
}

/** What the rows of one area add up to: the record of this key says the figures. */
export interface LedgerSum extends RecordKey {
  /** Excel's row numbers, in order. */
  readonly rows: readonly number[]
  /** How many of them have no completed figure, or are not at the stage that counts. */
  readonly without: number
}

/** The sums that wait for a person's word, by row and key (`sumPlace`). */
export const waitingSums = (ledgers: readonly Ledger[]): ReadonlySet<string> =>
  new Set(ledgers.flatMap(({ isAnswered, sums }) => (isAnswered ? [] : sums.map((sum) => sumPlace(sum.rows[0] ?? 0, sum)))))

/** What tells a sum from another record of the same key: the row at which it begins. */
export const sumPlace = (row: number, key: RecordKey): string => `${row}|${recordKeyText(key)}`

/** Fewer rows are a repetition rather than a ledger, as are fewer than two an area. */
const FEWEST = 4

/** Whether there are as many rows as a ledger of projects has. */
export const mayBeLedger = (rows: readonly Pick<FigureRecord, 'area'>[]): boolean =>
  rows.length >= FEWEST && rows.length >= 2 * new Set(rows.map(({ area }) => area)).size
