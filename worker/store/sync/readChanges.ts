import { NUMBER_FIELDS, VALUES } from '../../../shared/record/columnFields.ts'
import { AFTER } from '../../../shared/wire/changeAfter.ts'
import type { ChangeCursor, ChangesPage, ChangesQuery, FigureChange } from '../../../shared/wire/changes.ts'
import { type Database, rowOf, rowsOf } from '../database/database.ts'
import { prepareNamed } from '../database/prepareNamed.ts'

/** At most so many versions are looked at for one page, whatever the filters: a page can be short, or empty, and go on. */
export const SCANNED_CHANGES = 5_000

/** What a change can have come after is decided here; the figures of the version, and of the one before it. */
type ChangeRow = Readonly<Record<string, string | number | null>>

const FIGURES = NUMBER_FIELDS.map((field) => ({ field, column: VALUES[field].column }))
const anyFigure = (term: (column: string) => string): string => FIGURES.map(({ column }) => term(column)).join(' OR ')

/** The order of the index `history_changes`: a sync after the other, and in each by the row. */
const ORDER = ['seq', 'period', 'reporter', 'subject', 'area', 'part', 'version'] as const
const KEY = 'subject, area, part, version'

/** The next versions in this order, from the index alone. A first version changes nothing. */
const scanned = (newestFirst: boolean): string => `scanned AS MATERIALIZED (
    SELECT ${ORDER.join(', ')} FROM history INDEXED BY history_changes
    WHERE version > 1 AND (${ORDER.join(', ')}) ${newestFirst ? '<' : '>'} (:seq, :sincePeriod, :sinceReporter, :sinceSubject, :sinceArea, :sincePart, :sinceVersion)
    ORDER BY ${inOrder(newestFirst)} LIMIT :scanned)`

const inOrder = (newestFirst: boolean): string => ORDER.map((column) => `${column} ${newestFirst ? 'DESC' : 'ASC'}`).join(', ')

/** Of these the ones that the index itself can tell to be asked for. */
const KEPT = `kept AS MATERIALIZED (
    SELECT * FROM scanned WHERE (:period IS NULL OR period = :period) AND (:reporter IS NULL OR reporter = :reporter)
      AND (:subject IS NULL OR subject = :subject) AND (:area IS NULL OR area = :area))`

const firstAct = (act: string): string => `(SELECT min(at) FROM audit WHERE object = of.object AND act = '${act}')`

/**
 * What their units' periods went through, and when first: returned (the period, or a row of it, by the office or by the unit's
 * reviewer), approved by the unit, accepted by the office; and the day after which they were late, their own where it is later.
 */
const UNIT_PERIODS = `unit_periods AS MATERIALIZED (
    SELECT of.period, of.reporter, ${firstAct('submission.approve')} AS approved, ${firstAct('submission.accept')} AS accepted,
      (SELECT min(at) FROM (SELECT ${firstAct('submission.return')} AS at UNION ALL SELECT ${firstAct('submission.send-back')}
        UNION ALL SELECT min(at) FROM audit WHERE object > of.object || '/' AND object < of.object || '0' AND act = 'record.return')) AS returned,
      (SELECT max(p.soft_deadline, coalesce(e.until, '')) FROM periods p LEFT JOIN extensions e ON e.period = p.id AND e.reporter = of.reporter
        WHERE p.id = of.period) AS deadline
    FROM (SELECT DISTINCT period, reporter, period || '/' || reporter AS object FROM kept) of)`

/** What units are called in the registers of these periods. */
const NAMED = `named AS MATERIALIZED (
    SELECT p.id AS period, unit.value ->> 'id' AS reporter, unit.value ->> 'name' AS name FROM (SELECT DISTINCT period FROM kept) of
    JOIN periods p ON p.id = of.period JOIN registers r ON r.id = p.register_id AND r.version = p.register_version
    JOIN json_each(r.body, '$.units') unit)`

const CHANGES = `changes AS (
    SELECT k.*, h.at, h.account, coalesce(h.account_name, h.account) AS name, h.on_behalf, coalesce(n.name, u.name, k.reporter) AS reporter_name,
      h.deleted AS withdrawn, b.deleted AS was_withdrawn,
      ${FIGURES.map(({ column }) => `CASE WHEN h.deleted = 0 THEN h.${column} END AS ${column}, CASE WHEN b.deleted = 0 THEN b.${column} END AS ${column}_before`).join(',\n      ')},
      coalesce(q.returned < h.at, 0) AS after_return, coalesce(q.approved < h.at, 0) AS after_approval,
      coalesce(q.accepted < h.at, 0) AS after_acceptance, coalesce(q.deadline < date(h.at, '+8 hours'), 0) AS after_deadline
    FROM kept k JOIN history h USING (period, reporter, ${KEY})
    JOIN history b ON b.period = k.period AND b.reporter = k.reporter AND b.subject = k.subject AND b.area = k.area AND b.part = k.part
      AND b.version = k.version - 1
    JOIN unit_periods q ON q.period = k.period AND q.reporter = k.reporter
    LEFT JOIN named n ON n.period = k.period AND n.reporter = k.reporter LEFT JOIN units u ON u.id = k.reporter)`

const WANTED = `(withdrawn <> was_withdrawn OR ${anyFigure((column) => `${column} IS NOT ${column}_before`)})
    AND (:account IS NULL OR account = :account)
    AND (:from IS NULL OR date(at, '+8 hours') >= :from) AND (:to IS NULL OR date(at, '+8 hours') <= :to)
    AND (:decreases = 0 OR withdrawn > was_withdrawn OR ${anyFigure((column) => `${column} < ${column}_before`)})
    AND (:after IS NULL OR ${AFTER.map((after) => `(:after = '${after}' AND after_${after})`).join(' OR ')})`

/**
 * Changes of figures, of all units and periods, in order of their position or against it. One page looks at no more than
 * `SCANNED_CHANGES` versions; each that passes costs itself, the version before it, and for its unit's period a few looks
 * into the audit trail.
 */
export async function readChanges(db: Database, query: ChangesQuery): Promise<ChangesPage> {
  const place = placeOf(query)
  const cte = `WITH ${scanned(query.newestFirst)}`
  const [ends, found] = await db.batch([
    prepareNamed(
      db,
      `${cte} SELECT *, (SELECT count(*) FROM scanned) AS scanned FROM scanned ORDER BY ${inOrder(!query.newestFirst)} LIMIT 1`,
      place,
    ),
    prepareNamed(
      db,
      `${cte}, ${KEPT}, ${UNIT_PERIODS}, ${NAMED}, ${CHANGES} SELECT * FROM changes WHERE ${WANTED} ORDER BY ${inOrder(query.newestFirst)} LIMIT :limit`,
      { ...place, ...filtersOf(query) },
    ),
  ])
  const rows = rowsOf<ChangeRow>(found)
  const end = rowOf<ChangeRow>(ends)
  const page = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? page.at(-1) : end?.scanned === SCANNED_CHANGES ? end : undefined
  return { changes: page.map(changeOf), next: last === undefined ? null : JSON.stringify(ORDER.map((column) => last[column])) }
}

/** Before the first change, or after the last one. */
const BEGIN: ChangeCursor = [0, '', '', '', '', '', 1]
const END: ChangeCursor = [Number.MAX_SAFE_INTEGER, '', '', '', '', '', 1]

function placeOf({ since, newestFirst }: ChangesQuery) {
  const [seq, sincePeriod, sinceReporter, sinceSubject, sinceArea, sincePart, sinceVersion] = since ?? (newestFirst ? END : BEGIN)
  return { seq, sincePeriod, sinceReporter, sinceSubject, sinceArea, sincePart, sinceVersion, scanned: SCANNED_CHANGES }
}

/** One row more than the page: whether it goes on. */
const filtersOf = ({ period, reporter, subject, area, account, from, to, after, decreases, limit }: ChangesQuery) => ({
  period: period ?? null,
  reporter: reporter ?? null,
  subject: subject ?? null,
  area: area ?? null,
  account: account ?? null,
  from: from ?? null,
  to: to ?? null,
  after: after ?? null,
  decreases: decreases ? 1 : 0,
  limit: limit + 1,
})

function changeOf(row: ChangeRow): FigureChange {
  return {
    period: String(row.period),
    reporter: String(row.reporter),
    reporterName: String(row.reporter_name),
    subject: String(row.subject),
    area: String(row.area),
    part: String(row.part),
    version: Number(row.version),
    seq: Number(row.seq),
    at: String(row.at),
    account: String(row.account),
    by: String(row.name),
    onBehalf: row.on_behalf === 1,
    act: row.withdrawn === 1 ? 'withdrawn' : row.was_withdrawn === 1 ? 'restored' : 'changed',
    values: FIGURES.flatMap(({ field, column }) => {
      const [before, after] = [figure(row[`${column}_before`]), figure(row[column])]
      return before === after ? [] : [{ field, before, after }]
    }),
    after: AFTER.filter((after) => row[`after_${after}`] === 1),
  }
}

const figure = (value: string | number | null | undefined): number | null => (value == null ? null : Number(value))
