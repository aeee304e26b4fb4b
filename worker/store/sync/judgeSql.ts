import type { ValueField } from '../../../shared/record/columnFields.ts'
import { VALUE_COLUMNS } from './recordColumns.ts'
import { type Carried, placeOf, type SentColumn } from './sentRows.ts'
import { STATUS } from './storedOutcomes.ts'

/** What every statement that judges binds first, by number, since one is mentioned many times; after them come the parts of the rows. */
export const BOUND = { period: '?1', reporter: '?2', id: '?3', account: '?4', at: '?5' } as const
const FIRST_PART = Object.keys(BOUND).length + 1

/** Columns that are read once for each row; written, origin and reasons, which most rows never need, where they are mentioned. */
const EAGER: readonly SentColumn[] = ['row', 'subject', 'area', 'part', 'base', 'deleted']

/** Rows that the receipt says are applied: none where it wrote nothing. */
const APPLIED_ROWS = `(SELECT o.value ->> 0 FROM receipts r, json_each(r.outcomes) o
  WHERE r.reporter = ${BOUND.reporter} AND r.id = ${BOUND.id} AND r.seq IS NOT NULL AND o.value ->> 1 = ${STATUS.applied})`

const MAX_REMEMBERED = 50
const remembered = new Map<string, string>()

/**
 * The common table expressions that judge a sync's rows: `input` (the rows as sent) and `judged`, a row each with
 * `cv` and `cat` (the current version and its time), `status` and `fields` (the names of the fields in conflict, as JSON).
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
 * With `rows` 'applied', only the rows that the receipt says so, and instead of status and fields the snapshot to store
 * as r_…: nothing is judged twice, and neither statement is longer to prepare than it needs to be.
 * Fields that are `named` but not `filled` are null in every row: they clear, and are not carried.
 * `sent` holds each row's text once: json_each renders `value` again at every mention, which costs four times as much.
 * A base that the server does not have (above the current version) is counted as `unknown_bases` by `JUDGE_TOTALS`.
 *
 * In the SQL: i is the row as sent, c the current version, b the version that it was edited from where that is older.
 */
export function judgeSql(carried: Carried, parts: number, rows: 'all' | 'applied' = 'all'): string {
  // Writing the text takes longer than running it for a few rows, and a unit's sheets ask with the same fields again.
  const key = `${rows}:${parts}:${carried.named.join()}:${carried.filled.join()}`
  const known = remembered.get(key)
  if (known !== undefined) return known
  const sql = writeSql(carried, parts, rows)
  if (remembered.size > MAX_REMEMBERED) remembered.clear()
  remembered.set(key, sql)
  return sql
}

function writeSql(carried: Carried, parts: number, rows: 'all' | 'applied'): string {
  const terms = fieldTerms(carried)
  const source = Array.from({ length: parts }, (_, part) => `SELECT value AS v FROM json_each(?${FIRST_PART + part})`).join(' UNION ALL ')
  const read = EAGER.map((column) => `v ->> ${placeOf(column)} AS "${column}"`)
  const where = rows === 'all' ? '' : `WHERE (v ->> ${placeOf('row')}) IN ${APPLIED_ROWS}`
  const wanted = rows === 'all' ? [`${statusSql(terms)} AS status`, `${fieldsSql(terms)} AS fields`] : snapshotSql(terms)
  return `WITH sent AS MATERIALIZED (${source}),
input AS MATERIALIZED (SELECT ${read.join(', ')}, v ->> ${placeOf('values')} AS sent_values, v FROM sent ${where}),
judged AS (SELECT i."row" AS "row", i.subject, i.area, i.part, i.base, i.deleted, c.version AS cv, c.at AS cat,
  ${wanted.join(',\n  ')}
FROM input i
LEFT JOIN records c ON c.period = ${BOUND.period} AND c.reporter = ${BOUND.reporter}
  AND c.subject = i.subject AND c.area = i.area AND c.part = i.part
LEFT JOIN history b ON i.base > 0 AND i.base < c.version AND b.period = ${BOUND.period} AND b.reporter = ${BOUND.reporter}
  AND b.subject = i.subject AND b.area = i.area AND b.part = i.part AND b.version = i.base)`
}

/** The sender has seen the current version. */
const CURRENT = 'i.base = c.version'
const SENT_WRITTEN = `(i.v ->> ${placeOf('written')})`
const SENT_ORIGIN = `(i.v ->> ${placeOf('origin')})`
const SENT_REASONS = `(i.v ->> ${placeOf('reasons')})`

/** What can be said of one field of a row, each a condition or a value in SQL. */
interface FieldTerms {
  readonly field: ValueField
  readonly column: string
  readonly isNamed: boolean
  /** Its place among the sent values; -1 where no row fills the field. */
  readonly at: number
  /** What was sent; NULL where no row fills the field. */
  readonly sent: string
  /** What was sent is not what is current. */
  readonly differs: string
  /** The sender changed it since the base; the other did; both did, and differently. */
  readonly mine: string
  readonly theirs: string
  readonly both: string
}

const fieldTerms = ({ named, filled }: Carried): readonly FieldTerms[] =>
  VALUE_COLUMNS.map(({ field, column }) => {
    const at = filled.indexOf(field)
    const sent = at < 0 ? 'NULL' : `(i.sent_values ->> ${at})`
    const [differs, mine, theirs] = [`${sent} IS NOT c.${column}`, `${sent} IS NOT b.${column}`, `c.${column} IS NOT b.${column}`]
    const both = `(${differs} AND ${mine} AND ${theirs})`
    return { field, column, isNamed: named.includes(field), at, sent, differs, mine, theirs, both }
  })

const namedOf = (terms: readonly FieldTerms[]) => terms.filter(({ isNamed }) => isNamed)
const any = (conditions: readonly string[]): string => (conditions.length === 0 ? '0' : `(${conditions.join(' OR ')})`)

/** What becomes of a row, by the table of `judgeSql`. */
function statusSql(terms: readonly FieldTerms[]): string {
  const named = namedOf(terms)
  const anyBoth = any(named.map(({ both }) => both))
  const anyMine = any(named.map(({ differs, mine }) => `(${differs} AND ${mine})`))
  const anyTheirs = any(terms.map(({ theirs }) => theirs))
  return `CASE
    WHEN c.version IS NULL THEN CASE WHEN i.deleted THEN ${STATUS.unchanged} ELSE ${STATUS.applied} END
    WHEN i.deleted AND c.deleted THEN ${STATUS.unchanged}
    WHEN ${CURRENT} THEN CASE
      WHEN i.deleted OR c.deleted OR ${anyDiffers(terms)} OR (${writtenSql(terms)}) IS NOT c.written
        OR (${SENT_REASONS} IS NOT NULL AND ${SENT_REASONS} IS NOT c.reasons)
      THEN ${STATUS.applied} ELSE ${STATUS.unchanged} END
    WHEN i.deleted THEN CASE WHEN b.version IS NULL OR ${anyTheirs} THEN ${STATUS.conflict} ELSE ${STATUS.applied} END
    WHEN c.deleted AND b.deleted IS NOT 1 THEN ${STATUS.conflict}
    WHEN ${anyBoth} THEN ${STATUS.conflict}
    WHEN c.deleted OR ${anyMine} THEN ${STATUS.applied}
    ELSE ${STATUS.unchanged} END`
}

/** Whether any named field differs: one text against one text first, since where they are equal so is every field. */
function anyDiffers(terms: readonly FieldTerms[]): string {
  const named = namedOf(terms)
  // In the order of the sent values, which is the request's and not that of the columns.
  const filled = terms.filter(({ at }) => at >= 0).sort((one, other) => one.at - other.at)
  const cleared = named.filter(({ at }) => at < 0).map(({ column }) => `c.${column} IS NOT NULL`)
  const stored = `json_array(${filled.map(storedText).join(', ')})`
  return any([...cleared, `(i.sent_values <> ${stored} AND ${any(named.map(({ differs }) => differs))})`])
}

/** A stored value as a request writes it in JSON. */
const storedText = ({ field, column }: FieldTerms): string =>
  field === 'done' ? `CASE c.${column} WHEN 1 THEN json('true') WHEN 0 THEN json('false') END` : `c.${column}`

/** The fields in conflict: of a withdrawal all that the other side changed since. */
const fieldsSql = (terms: readonly FieldTerms[]): string => `CASE WHEN c.version IS NULL OR ${CURRENT} THEN NULL
    WHEN i.deleted THEN ${namesWhere(terms, 'theirs')}
    ELSE ${namesWhere(namedOf(terms), 'both')} END`

/** JSON of the names of the fields of which something holds. */
function namesWhere(terms: readonly FieldTerms[], condition: 'theirs' | 'both'): string {
  const names = terms.map((term) => `CASE WHEN ${term[condition]} THEN ',"${term.field}"' ELSE '' END`)
  return `'[' || substr(${names.join(' || ') || "''"}, 2) || ']'`
}

/** The row as it is to be stored, each column as r_…: a withdrawal leaves all that it had. */
const snapshotSql = (terms: readonly FieldTerms[]): readonly string[] => [
  ...terms.map(({ column, isNamed, sent, mine }) =>
    isNamed
      ? `CASE WHEN i.deleted THEN c.${column} WHEN c.version IS NULL OR ${CURRENT} OR ${mine} THEN ${sent} ELSE c.${column} END AS r_${column}`
      : `c.${column} AS r_${column}`,
  ),
  `${writtenSql(terms)} AS r_written`,
  `CASE WHEN i.deleted OR ${SENT_ORIGIN} IS NULL THEN c.origin ELSE ${SENT_ORIGIN} END AS r_origin`,
  `${REASONS} AS r_reasons`,
]

/** Reasons of other findings stay when some are sent from an older version. */
const REASONS = `CASE
    WHEN i.deleted OR ${SENT_REASONS} IS NULL THEN coalesce(c.reasons, '{}')
    WHEN c.version IS NULL OR ${CURRENT} THEN ${SENT_REASONS}
    ELSE json_patch(c.reasons, ${SENT_REASONS}) END`

/** What the cells said, by field: the words go with the figure that is stored, whose ever it is. */
function writtenSql(terms: readonly FieldTerms[]): string {
  const wordsOf = (written: string, field: string) => `json_extract(${written}, '$.${field}')`
  const merged = terms.map(({ field, isNamed, differs, mine }) => {
    const stay = wordsOf('c.written', field)
    const taken = `CASE WHEN ${CURRENT} OR (${differs} AND ${mine}) THEN ${wordsOf(SENT_WRITTEN, field)} ELSE ${stay} END`
    return `'${field}', ${isNamed ? taken : stay}`
  })
  return `CASE
    WHEN i.deleted THEN coalesce(c.written, '{}')
    WHEN c.version IS NULL ${terms.every(({ isNamed }) => isNamed) ? `OR ${CURRENT}` : ''} THEN ${SENT_WRITTEN}
    WHEN ${SENT_WRITTEN} = '{}' AND c.written = '{}' THEN '{}'
    ELSE json_patch('{}', json_object(${merged.join(', ')})) END`
}

/** To follow `judgeSql`: one row with every outcome as JSON, and how many applied, conflicted, or named an unknown base. */
export const JUDGE_TOTALS = `SELECT json_group_array(json_array("row", status, coalesce(cv, 0) + (status = ${STATUS.applied}),
  json(CASE WHEN status = ${STATUS.conflict} THEN fields END))) AS outcomes,
  coalesce(sum(status = ${STATUS.applied}), 0) AS applied, coalesce(sum(status = ${STATUS.conflict}), 0) AS conflicts,
  coalesce(sum(base > coalesce(cv, 0)), 0) AS unknown_bases FROM judged`
