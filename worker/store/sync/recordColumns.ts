import { VALUE_FIELDS, type ValueField } from '../../../shared/record/figureRecord.ts'
import type { ServerRecord } from '../../../shared/wire/sync.ts'

/** The column of each value field, in the order of the wire. */
export const VALUE_COLUMNS: readonly { readonly field: ValueField; readonly column: string }[] = VALUE_FIELDS.map((field) => ({
  field,
  column: field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
}))

/** The columns of `records` and of `history`, in the order of the migrations. */
export const IMAGE_COLUMNS: readonly string[] = [
  'period',
  'reporter',
  'subject',
  'area',
  'part',
  'version',
  'seq',
  'account',
  'at',
  'deleted',
  ...VALUE_COLUMNS.map(({ column }) => column),
  'written',
  'origin',
  'reasons',
]

/** A row of `records` or `history` joined with the account's name as `by_name`. */
export type RecordRow = Record<string, string | number | null>

/** Selects images with the writer's name; `from` is an SQL table or subquery with IMAGE_COLUMNS, named r. */
export const selectImages = (from: string): string =>
  `SELECT r.*, coalesce(a.name, r.account) AS by_name FROM ${from} LEFT JOIN accounts a ON a.id = r.account`

/** A record as the wire says it. Throws on a row that is not ours. */
export function serverRecord(row: RecordRow): ServerRecord {
  const values: Record<string, string | number | boolean> = {}
  for (const { field, column } of VALUE_COLUMNS) {
    const value = row[column]
    if (value !== null && value !== undefined) values[field] = field === 'done' ? value === 1 : value
  }
  return {
    reporter: String(row.reporter),
    subject: String(row.subject),
    area: String(row.area),
    part: String(row.part),
    version: Number(row.version),
    seq: Number(row.seq),
    by: String(row.by_name),
    at: String(row.at),
    deleted: row.deleted === 1,
    values: values as ServerRecord['values'],
    written: object(row.written),
    origin: row.origin ? (JSON.parse(String(row.origin)) as unknown) : null,
    reasons: object(row.reasons),
  }
}

const object = (text: string | number | null | undefined): Record<string, string> =>
  text && text !== '{}' ? (JSON.parse(String(text)) as Record<string, string>) : {}
