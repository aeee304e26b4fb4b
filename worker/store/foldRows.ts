import type { ValueField } from '../../shared/record/columnFields.ts'
import type { ServerRecord } from '../../shared/wire/sync.ts'

/** What the fold of a period looks at, in this order: one row as a JSON array, so that a period costs few values to carry. */
type Folded = readonly [
  reporter: string,
  subject: string,
  area: string,
  part: string,
  version: number,
  seq: number,
  by: string,
  at: string,
  deleted: number,
  target: number | null,
  cumulative: number | null,
  statedPercent: number | null,
  denominator: number | null,
  asOf: string | null,
  planned: string | null,
  actual: string | null,
  stage: string | null,
  done: number | null,
  progressText: string | null,
  /** 1 where any other field has a value. */
  more: number,
  origin: unknown,
]

/** Several rows as JSON. */
export interface FoldRows {
  rows: string
}

/**
 * Selects what the fold looks at; `from` is an SQL table or subquery in the columns of `records`, named r, with what
 * follows it. A reporter's rows of one subject come as one text; each row with a part comes alone, since a value holds
 * at most 2 MB and there may be thousands of parts.
 */
export const selectFoldRows = (from: string, where = ''): string =>
  `SELECT json_group_array(json_array(r.reporter, r.subject, r.area, r.part, r.version, r.seq, coalesce(a.name, r.account), r.at, r.deleted,
    r.target, r.cumulative, r.stated_percent, r.denominator, r.as_of, r.planned, r.actual, r.stage, r.done, r.progress_text,
    coalesce(r.period_value, r.previous, r.carry_over, r.invest_plan, r.invest_done, r.problems, r.next_steps, r.remark) IS NOT NULL,
    json(r.origin))) AS rows FROM ${from} LEFT JOIN accounts a ON a.id = r.account ${where}
    GROUP BY r.reporter, r.subject, CASE WHEN r.part = '' THEN '' ELSE r.area || '|' || r.part END`

const NOTHING: Readonly<Record<string, string>> = Object.freeze({})

/** Records for the fold: their values are those that the fold reads, and where others are, an empty remark says that there are. */
export const foldRecords = (rows: readonly FoldRows[]): ServerRecord[] =>
  rows.flatMap((row) => (JSON.parse(row.rows) as Folded[]).map(foldRecord))

function foldRecord(row: Folded): ServerRecord {
  const [reporter, subject, area, part, version, seq, by, at, deleted, target, cumulative, statedPercent, denominator, ...rest] = row
  const [asOf, planned, actual, stage, done, progressText, more, origin] = rest
  const values: { [Field in ValueField]?: string | number | boolean } = {}
  if (target !== null) values.target = target
  if (cumulative !== null) values.cumulative = cumulative
  if (statedPercent !== null) values.statedPercent = statedPercent
  if (denominator !== null) values.denominator = denominator
  if (asOf !== null) values.asOf = asOf
  if (planned !== null) values.planned = planned
  if (actual !== null) values.actual = actual
  if (stage !== null) values.stage = stage
  if (done !== null) values.done = done === 1
  if (progressText !== null) values.progressText = progressText
  if (more === 1) values.remark = ''
  return { reporter, subject, area, part, version, seq, by, at, deleted: deleted === 1, values, written: NOTHING, origin, reasons: NOTHING }
}
