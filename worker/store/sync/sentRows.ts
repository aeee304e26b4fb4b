import type { ValueField } from '../../../shared/record/columnFields.ts'
import type { SyncRow, SyncRows } from '../../../shared/wire/syncRow.ts'

/** The value fields that a request names, and those of them that some row fills: the order of the values in a sent row. */
export interface Carried {
  readonly named: readonly ValueField[]
  readonly filled: readonly ValueField[]
}

/**
 * A field that is null in every row clears, and needs no place in what the database is given. Sheets fill a few of the
 * fields; a client may name them all.
 */
export const carriedFields = ({ named, rows }: SyncRows): Carried => ({
  named,
  filled: named.filter((field) => rows.some(({ values }) => values[field] !== null)),
})

/**
 * How a row travels into the database: as an array, since names would be most of its bytes, and the bytes are what costs.
 * This is the one order of that array; `judgeSql` takes the places from it.
 */
const COLUMNS = ['row', 'subject', 'area', 'part', 'base', 'deleted', 'written', 'origin', 'reasons', 'values'] as const
/** A place of the array. */
export type SentColumn = (typeof COLUMNS)[number]

/** The place of a column in a sent row, counted from 0. */
export const placeOf = (column: SentColumn): number => COLUMNS.indexOf(column)

/** A row in the order of `COLUMNS`. */
export const sentRow = (row: SyncRow, { filled }: Carried): readonly unknown[] => [
  row.row,
  row.subject,
  row.area,
  row.part,
  row.base,
  row.deleted ? 1 : 0,
  row.written,
  row.origin,
  row.reasons,
  filled.map((field) => row.values[field] ?? null),
]
