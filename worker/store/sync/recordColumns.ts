import { VALUE_FIELDS, VALUES, type ValueField } from '../../../shared/record/columnFields.ts'
import type { ServerRecord } from '../../../shared/wire/sync.ts'

/** The column of each value field, in the order of the wire: `statedPercent` is `stated_percent`. */
export const VALUE_COLUMNS: readonly { readonly field: ValueField; readonly column: string }[] = VALUE_FIELDS.map((field) => ({
  field,
  column: VALUES[field].column,
}))

/** The key of `records`; in `history` the version belongs to it. */
const RECORD_KEY: readonly string[] = ['period', 'reporter', 'subject', 'area', 'part']

/** The columns of `records` and of `history`. */
export const SNAPSHOT_COLUMNS: readonly string[] = [
  ...RECORD_KEY,
  'version',
  'seq',
  'account',
  'account_name',
  'at',
  'on_behalf',
  'deleted',
  ...VALUE_COLUMNS.map(({ column }) => column),
  'written',
  'origin',
  'reasons',
]

/** To end an `INSERT INTO records`: a row that is there becomes its next version. */
export const REPLACE_RECORD = `ON CONFLICT (${RECORD_KEY.join(', ')}) DO UPDATE SET ${SNAPSHOT_COLUMNS.slice(RECORD_KEY.length)
  .map((column) => `${column} = excluded.${column}`)
  .join(', ')}`

/** A row of `records` or `history`. */
export type RecordRow = Readonly<Record<string, string | number | null>>

/** A record as the wire has it. */
export function serverRecord(row: RecordRow): ServerRecord {
  const values: { [Field in ValueField]?: string | number | boolean } = {}
  for (const { field, column } of VALUE_COLUMNS) {
    const value = row[column]
    if (value !== null && value !== undefined) values[field] = VALUES[field].kind === 'flag' ? value === 1 : value
  }
  return {
    reporter: String(row.reporter),
    subject: String(row.subject),
    area: String(row.area),
    part: String(row.part),
    version: Number(row.version),
    seq: Number(row.seq),
    account: String(row.account),
    by: String(row.account_name ?? row.account),
    at: String(row.at),
    onBehalf: row.on_behalf === 1,
    deleted: row.deleted === 1,
    values,
    written: textsOf(row.written),
    origin: row.origin ? JSON.parse(String(row.origin)) : null,
    reasons: textsOf(row.reasons),
  }
}

/** Most rows have none: "{}" is not parsed. */
const textsOf = (json: string | number | null | undefined): Record<string, string> =>
  json && json !== '{}' ? JSON.parse(String(json)) : {}
