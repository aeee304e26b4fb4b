import type { ValueField } from '../../../shared/record/figureRecord.ts'
import { VALUE_COLUMNS } from './recordColumns.ts'
import { STATUS } from './storedOutcomes.ts'

/** Where a row's parts stand in the arrays that `sent` reads (as `SyncRow`); then one array of the values in the order of `filled`. */
const INPUT_HEAD = ['row', 'subject', 'area', 'part', 'base', 'deleted', 'written', 'origin', 'reasons'] as const
const VALUES_AT = INPUT_HEAD.length

/** Statements that judge bind ?1 period, ?2 reporter and, from here on, the JSON parts of the rows. */
export const FIRST_PART = 6

/** From here on a part is read where it is mentioned, since most rows never need it. */
const LAZY_HEAD = 6

/** Rows that the receipt (?2 reporter, ?3 id) says are applied: none where it wrote nothing. */
const APPLIED_ROWS = `(SELECT o.value ->> 0 FROM receipts r, json_each(r.outcomes) o
  WHERE r.reporter = ?2 AND r.id = ?3 AND r.seq IS NOT NULL AND o.value ->> 1 = ${STATUS.applied})`

/** The value fields that a request names, and those of them that a row fills, in the order of the rows' values. */
export interface Carried {
  readonly named: readonly ValueField[]
  readonly filled: readonly ValueField[]
}

const memo = new Map<string, string>()

/**
 * The common table expressions that judge a sync's rows: `input` (the rows as sent) and `judged`, a row each with
 * `cv` (the current version), `status` and `fields` (the names of the fields in conflict, as JSON).
 *
 *     current | base            | withdrawn by  | result
 *     none    | 0               | nobody        | applied, version 1
 *     none    | 0               | the sender    | unchanged, version 0
 *     any     | = current       | anybody       | applied where something differs, else unchanged
 *     any     | older           | nobody        | each field: what the sender changed since base wins over what stayed;
 *             |                 |               | both changed it, differently: conflict
 *     any     | older           | the other     | conflict, a person decides
 *     any     | older           | the sender    | conflict where the other changed anything, else applied
 *
 * With `rows` 'applied', only the rows that the receipt says so, and instead of status and fields the image to store
 * as r_…: nothing is judged twice, and neither statement is longer to prepare than it needs to be.
 * Fields that are `named` but not `filled` are null in every row: they clear, and are not carried.
 * `sent` holds each row's text once: json_each renders `value` anew at every mention, which costs four times as much.
 * A base that the server does not have (above the current version) is counted as `unknown_base` by `judgeTotals`.
 */
export function judgeSql(carried: Carried, parts: number, rows: 'all' | 'applied' = 'all'): string {
  const key = `${rows}:${parts}:${carried.named.join()}:${carried.filled.join()}`
  const known = memo.get(key)
  if (known !== undefined) return known
  const sql = write(carried, parts, rows)
  if (memo.size > 50) memo.clear()
  memo.set(key, sql)
  return sql
}

function write({ named, filled }: Carried, parts: number, rows: 'all' | 'applied'): string {
  const columns = VALUE_COLUMNS.filter(({ field }) => named.includes(field))
  const all = columns.length === VALUE_COLUMNS.length
  const order = new Map(filled.map((field, index) => [field, index]))
  const read = [...INPUT_HEAD.slice(0, LAZY_HEAD).map((name, index) => `v ->> ${index} AS "${name}"`), `v ->> ${VALUES_AT} AS w`].join(', ')
  const sent = (column: string) => {
    const at = order.get(VALUE_COLUMNS.find((entry) => entry.column === column)?.field as ValueField)
    return at === undefined ? 'NULL' : `(i.w ->> ${at})`
  }
  const [sentWritten, sentOrigin, sentReasons] = INPUT_HEAD.slice(LAZY_HEAD).map((_, index) => `(i.v ->> ${LAZY_HEAD + index})`)
  const source = Array.from({ length: parts }, (_, part) => `SELECT value AS v FROM json_each(?${FIRST_PART + part})`).join(' UNION ALL ')

  const current = 'i.base = c.version'
  const differs = (column: string) => `${sent(column)} IS NOT c.${column}`
  const mine = (column: string) => `${sent(column)} IS NOT b.${column}`
  const theirs = (column: string) => `c.${column} IS NOT b.${column}`
  const both = (column: string) => `(${differs(column)} AND ${mine(column)} AND ${theirs(column)})`
  const any = (terms: readonly string[]) => (terms.length === 0 ? '0' : `(${terms.join(' OR ')})`)

  // One text beside one text: where they are equal, so is every field; only where they are not is each looked at.
  const held = `json_array(${filled.map(heldText).join(', ')})`
  const cleared = columns.filter(({ field }) => !order.has(field)).map(({ column }) => `c.${column} IS NOT NULL`)
  const anyDiffers = any([...cleared, `(i.w <> ${held} AND ${any(columns.map(({ column }) => differs(column)))})`])
  const anyBoth = any(columns.map(({ column }) => both(column)))
  const anyMine = any(columns.map(({ column }) => `(${differs(column)} AND ${mine(column)})`))
  const anyTheirs = any(VALUE_COLUMNS.map(({ column }) => theirs(column)))
  const wordsOf = (written: string | undefined, field: string) => `json_extract(${written}, '$.${field}')`
  const mergedWritten = `json_patch('{}', json_object(${VALUE_COLUMNS.map(({ field, column }) => {
    const theirsStay = wordsOf('c.written', field)
    const isNamed = named.includes(field)
    return `'${field}', ${isNamed ? `CASE WHEN ${current} OR (${differs(column)} AND ${mine(column)}) THEN ${wordsOf(sentWritten, field)} ELSE ${theirsStay} END` : theirsStay}`
  }).join(', ')}))`
  const written = `CASE
    WHEN i.deleted THEN coalesce(c.written, '{}')
    WHEN c.version IS NULL ${all ? `OR ${current}` : ''} THEN ${sentWritten}
    WHEN ${sentWritten} = '{}' AND c.written = '{}' THEN '{}'
    ELSE ${mergedWritten} END`
  const reasons = `CASE
    WHEN i.deleted OR ${sentReasons} IS NULL THEN coalesce(c.reasons, '{}')
    WHEN c.version IS NULL OR ${current} THEN ${sentReasons}
    ELSE json_patch(c.reasons, ${sentReasons}) END`

  const status = `CASE
    WHEN c.version IS NULL THEN CASE WHEN i.deleted THEN ${STATUS.unchanged} ELSE ${STATUS.applied} END
    WHEN i.deleted AND c.deleted THEN ${STATUS.unchanged}
    WHEN ${current} THEN CASE
      WHEN i.deleted OR c.deleted OR ${anyDiffers} OR (${written}) IS NOT c.written OR (${sentReasons} IS NOT NULL AND ${sentReasons} IS NOT c.reasons)
      THEN ${STATUS.applied} ELSE ${STATUS.unchanged} END
    WHEN i.deleted THEN CASE WHEN b.version IS NULL OR ${anyTheirs} THEN ${STATUS.conflict} ELSE ${STATUS.applied} END
    WHEN c.deleted AND b.deleted IS NOT 1 THEN ${STATUS.conflict}
    WHEN ${anyBoth} THEN ${STATUS.conflict}
    WHEN c.deleted OR ${anyMine} THEN ${STATUS.applied}
    ELSE ${STATUS.unchanged} END`
  const fields = `CASE WHEN c.version IS NULL OR ${current} THEN NULL
    WHEN i.deleted THEN ${namesWhere(VALUE_COLUMNS, theirs)}
    ELSE ${namesWhere(columns, both)} END`

  const image = VALUE_COLUMNS.map(({ field, column }) =>
    named.includes(field)
      ? `CASE WHEN i.deleted THEN c.${column} WHEN c.version IS NULL OR ${current} OR ${mine(column)} THEN ${sent(column)} ELSE c.${column} END AS r_${column}`
      : `c.${column} AS r_${column}`,
  )
  const where = rows === 'all' ? '' : `WHERE (v ->> 0) IN ${APPLIED_ROWS}`
  const wanted =
    rows === 'all'
      ? [`${status} AS status`, `${fields} AS fields`]
      : [
          ...image,
          `${written} AS r_written`,
          `CASE WHEN i.deleted OR ${sentOrigin} IS NULL THEN c.origin ELSE ${sentOrigin} END AS r_origin`,
          `${reasons} AS r_reasons`,
        ]
  return `WITH sent AS MATERIALIZED (${source}), input AS MATERIALIZED (SELECT ${read}, v FROM sent ${where}),
judged AS (SELECT i."row" AS "row", i.subject, i.area, i.part, i.base, i.deleted, c.version AS cv,
  ${wanted.join(',\n  ')}
FROM input i
LEFT JOIN records c ON c.period = ?1 AND c.reporter = ?2 AND c.subject = i.subject AND c.area = i.area AND c.part = i.part
LEFT JOIN history b ON i.base > 0 AND i.base < c.version AND b.period = ?1 AND b.reporter = ?2 AND b.subject = i.subject
  AND b.area = i.area AND b.part = i.part AND b.version = i.base)`
}

/** JSON of the names of the fields for which a condition on their column holds. */
function namesWhere(columns: typeof VALUE_COLUMNS, condition: (column: string) => string): string {
  const names = columns.map(({ field, column }) => `CASE WHEN ${condition(column)} THEN ',"${field}"' ELSE '' END`)
  return `'[' || substr(${names.join(' || ') || "''"}, 2) || ']'`
}

/** A held value as a request writes it in JSON. */
function heldText(field: ValueField): string {
  const column = `c.${VALUE_COLUMNS.find((entry) => entry.field === field)?.column}`
  return field === 'done' ? `CASE ${column} WHEN 1 THEN json('true') WHEN 0 THEN json('false') END` : column
}

/** To follow `judgeSql`: one row with every outcome as JSON, and how many applied, conflicted, or named an unknown base. */
export const JUDGE_TOTALS = `SELECT json_group_array(json_array("row", status, coalesce(cv, 0) + (status = ${STATUS.applied}),
  json(CASE WHEN status = ${STATUS.conflict} THEN fields END))) AS outcomes,
  coalesce(sum(status = ${STATUS.applied}), 0) AS applied, coalesce(sum(status = ${STATUS.conflict}), 0) AS conflicts,
  coalesce(sum(base > coalesce(cv, 0)), 0) AS unknown_bases FROM judged`
