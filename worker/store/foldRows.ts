import type { ServerRecord } from '../../shared/wire/sync.ts'

/** A row with what the fold of a period looks at, and nothing more. */
export interface FoldRow {
  reporter: string
  subject: string
  area: string
  part: string
  version: number
  seq: number
  by_name: string
  at: string
  deleted: number
  target: number | null
  cumulative: number | null
  stated_percent: number | null
  denominator: number | null
  as_of: string | null
  planned: string | null
  actual: string | null
  stage: string | null
  done: number | null
  progress_text: string | null
  /** 1 where any other field has a value. */
  more: number
  origin: string | null
}

/** Selects what the fold looks at; `from` is an SQL table or subquery in the columns of `records`, named r. */
export const selectFoldRows = (from: string): string =>
  `SELECT r.reporter, r.subject, r.area, r.part, r.version, r.seq, coalesce(a.name, r.account) AS by_name, r.at, r.deleted, r.target,
    r.cumulative, r.stated_percent, r.denominator, r.as_of, r.planned, r.actual, r.stage, r.done, r.progress_text,
    coalesce(r.period_value, r.previous, r.carry_over, r.invest_plan, r.invest_done, r.problems, r.next_steps, r.remark) IS NOT NULL AS more,
    r.origin FROM ${from} LEFT JOIN accounts a ON a.id = r.account`

const NOTHING: Readonly<Record<string, string>> = Object.freeze({})

/** A record for the fold: its values are those that the fold reads, and where others are, an empty remark says that there are. */
export function foldRecord(row: FoldRow): ServerRecord {
  const values: ServerRecord['values'] = {}
  if (row.target !== null) values.target = row.target
  if (row.cumulative !== null) values.cumulative = row.cumulative
  if (row.stated_percent !== null) values.statedPercent = row.stated_percent
  if (row.denominator !== null) values.denominator = row.denominator
  if (row.as_of !== null) values.asOf = row.as_of
  if (row.planned !== null) values.planned = row.planned
  if (row.actual !== null) values.actual = row.actual
  if (row.stage !== null) values.stage = row.stage
  if (row.done !== null) values.done = row.done === 1
  if (row.progress_text !== null) values.progressText = row.progress_text
  if (row.more === 1) values.remark = ''
  return {
    reporter: row.reporter,
    subject: row.subject,
    area: row.area,
    part: row.part,
    version: row.version,
    seq: row.seq,
    by: row.by_name,
    at: row.at,
    deleted: row.deleted === 1,
    values,
    written: NOTHING,
    origin: row.origin === null ? null : (JSON.parse(row.origin) as unknown),
    reasons: NOTHING,
  }
}
