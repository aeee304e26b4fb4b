import { FOLD_FIELDS, type FoldField, type FoldRow } from '../../../shared/consolidation/foldRow.ts'
import { isReport, VALUE_FIELDS, VALUES, type ValueField } from '../../../shared/record/columnFields.ts'
import type { Database } from '../database/database.ts'

/** Several rows as one text of JSON: what a database charges and copies by the value comes as few of them. */
export interface FoldRowsJson {
  readonly rows: string
}

/** A row in that text: arrays, since names would be most of its bytes. `values` are in the order of `FOLD_FIELDS`. */
type FoldRowJson = readonly [
  reporter: string,
  subject: string,
  area: string,
  part: string,
  version: number,
  seq: number,
  account: string,
  by: string,
  at: string,
  onBehalf: 0 | 1,
  deleted: 0 | 1,
  reports: 0 | 1,
  origin: FoldRow['origin'],
  values: readonly (string | number | null)[],
]

const columnOf = (field: ValueField): string => `r.${VALUES[field].column}`
/** Whether the row has a value of one of these fields. */
const hasAny = (fields: readonly ValueField[]): string => `coalesce(${fields.map(columnOf).join(', ')}) IS NOT NULL`
const ROW_JSON = `json_array(r.reporter, r.subject, r.area, r.part, r.version, r.seq, r.account, coalesce(r.account_name, r.account), r.at, r.on_behalf, r.deleted,
    ${hasAny(VALUE_FIELDS.filter(isReport))}, json(r.origin), json_array(${FOLD_FIELDS.map(columnOf).join(', ')}))`

/**
 * Selects what the fold of a period looks at (`FoldRowsJson`); `from` is an SQL table or subquery in the columns of
 * `records`, named r, with what follows it. A reporter's rows of one subject come as one text; each row with a part comes
 * alone, since a value holds at most 2 MB and there may be thousands of parts.
 */
export const selectFoldRows = (from: string, where = ''): string =>
  `SELECT json_group_array(${ROW_JSON}) AS rows FROM ${from} ${where}
    GROUP BY r.reporter, r.subject, CASE WHEN r.part = '' THEN '' ELSE r.area || '|' || r.part END`

/** The rows of a period that are there. */
export async function periodFoldRows(db: Database, period: string): Promise<readonly FoldRow[]> {
  const { results } = await db.prepare(selectFoldRows('records r', 'WHERE r.period = ? AND r.deleted = 0')).bind(period).all<FoldRowsJson>()
  return foldRowsOf(results)
}

/** The rows of such an answer. */
export const foldRowsOf = (answers: readonly FoldRowsJson[]): readonly FoldRow[] =>
  answers.flatMap(({ rows }) => {
    const all: readonly FoldRowJson[] = JSON.parse(rows)
    return all.map(foldRow)
  })

function foldRow(row: FoldRowJson): FoldRow {
  const [reporter, subject, area, part, version, seq, account, by, at, onBehalf, deleted, reports, origin, stored] = row
  const values: { [Field in FoldField]?: string | number | boolean } = {}
  for (const [index, field] of FOLD_FIELDS.entries()) {
    const value = stored[index] ?? null
    if (value !== null) values[field] = VALUES[field].kind === 'flag' ? value === 1 : value
  }
  const flags = { onBehalf: onBehalf === 1, deleted: deleted === 1, reports: reports === 1 }
  return { reporter, subject, area, part, version, seq, account, by, at, origin, values, ...flags }
}
