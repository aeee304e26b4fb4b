import type { EarlierFigures } from '../../shared/consolidation/changeSince.ts'
import type { UnitPeriod } from '../../shared/consolidation/completeness.ts'
import { JUDGEMENT_VERSION } from '../../shared/consolidation/judgeCity.ts'
import type { LightOverride } from '../../shared/wire/consolidation.ts'
import { PROTOCOL_VERSION } from '../../shared/wire/protocol.ts'
import type { ServerRecord } from '../../shared/wire/sync.ts'
import { type Answer, type Database, rowOf, rowsOf, type Statement } from './database/database.ts'
import { type FoldRows, foldRecords, selectFoldRows } from './foldRows.ts'

/** Where a period stands, and its last consolidated answer where that still holds, or what a new one is made from. */
export interface ConsolidationGround {
  readonly period: string
  readonly era: string
  /** The position of what was read. */
  readonly seq: number
  /** All that the answer depends on but the rows; of characters that an ETag may have. */
  readonly basis: string
  /** The same of the period's figures alone. */
  readonly figuresBasis: string
  readonly registerId: string
  readonly registerVersion: number
  readonly softDeadline: string
  readonly kept: { readonly seq: number; readonly body: string } | undefined
  readonly materials: Materials
}

/** Empty where an answer is kept. */
export interface Materials {
  readonly records: readonly ServerRecord[]
  readonly units: readonly UnitPeriod[]
  readonly overrides: ReadonlyMap<string, LightOverride>
  /** When the soft deadline's day ended, as UTC; null before that. */
  readonly deadlineEnd: string | null
  readonly before: EarlierPeriod | null
}

/** The period before of the same register, with its figures where they are kept and still hold. */
export interface EarlierPeriod {
  readonly period: string
  readonly registerVersion: number
  readonly basis: string
  readonly figures: EarlierFigures | undefined
}

/** The end of the soft deadline's day in China, as UTC. */
const DEADLINE_END = "(period.soft_deadline || 'T16:00:00.000Z')"

const untouched = (period: string, since: string): string =>
  `NOT EXISTS (SELECT 1 FROM records WHERE period = ${period} AND seq > ${since})`

/**
 * One row `state`: the period (?1), what its answer depends on, and whether what is kept still holds. ?2 is China's day,
 * ?3 the rules' number, ?4 the hash of the token of who asks: without a session nothing more is read; NULL asks no session.
 */
const STATE = `WITH ground AS MATERIALIZED (
    SELECT city.era, city.seq, period.id, period.register_id, period.register_version, period.soft_deadline, ?2 > period.soft_deadline AS over,
      before.id AS before_id, before.register_version AS before_version, ${DEADLINE_END} AS deadline_end,
      city.era || '|' || before.id || '|' || before.register_id || '.' || before.register_version || '|' || ?3 AS before_basis,
      city.era || '|' || period.id || '|' || period.register_id || '.' || period.register_version || '|' || ?3 AS figures_basis,
      city.era || '|' || period.id || '|' || period.register_id || '.' || period.register_version || '|' || period.soft_deadline
        || '|' || min(?2, date(max(period.soft_deadline, coalesce((SELECT max(until) FROM extensions WHERE period = ?1), '')), '+1 day'))
        || '|' || (SELECT coalesce(sum(version), 0) FROM submissions WHERE period = ?1)
        || '|' || (SELECT count(*) FROM light_overrides WHERE period = ?1)
        || '|' || coalesce(before.id || '.' || before.register_version, '-') || '|' || city.names || '|' || ?3 AS basis
    FROM city JOIN periods period ON period.id = ?1
    LEFT JOIN periods before ON before.id = (SELECT max(id) FROM periods WHERE register_id = period.register_id AND id < period.id)
  ), state AS MATERIALIZED (
    SELECT ground.*, kept.as_of_seq AS kept_seq,
      coalesce(kept.basis = ground.basis AND (kept.as_of_seq = ground.seq OR (${untouched('ground.id', 'kept.as_of_seq')}
        AND ${untouched('ground.before_id', 'kept.as_of_seq')})), 0) AS holds,
      ?4 IS NULL OR EXISTS (SELECT 1 FROM tokens t JOIN accounts a ON a.id = t.account AND a.active = 1
        WHERE t.token_hash = ?4 AND t.revoked_at IS NULL) AS known
    FROM ground LEFT JOIN consolidations kept ON kept.period = ground.id
  )`

/**
 * What an answer about a period needs, in one round trip: the kept one, or else what a new one is made from. `today` is
 * China's day; `tokenHash` of who asks, null where that was decided before.
 */
export function consolidationStatements(db: Database, period: string, today: string, tokenHash: string | null): readonly Statement[] {
  const bound = (sql: string) => db.prepare(`${STATE} ${sql}`).bind(period, today, RULES, tokenHash)
  return [
    bound(`SELECT era, seq, id, register_id, register_version, soft_deadline, over, basis, figures_basis, deadline_end, holds, kept_seq,
      before_id, before_version, before_basis,
      CASE WHEN known AND holds THEN (SELECT body FROM consolidations WHERE period = id) END AS body,
      CASE WHEN known AND NOT holds THEN (SELECT figures FROM period_figures WHERE period = before_id AND basis = before_basis
        AND (as_of_seq = seq OR ${untouched('before_id', 'as_of_seq')})) END AS before_figures,
      CASE WHEN known AND NOT holds THEN (SELECT json_group_array(json_array(s.reporter, CASE WHEN s.said = 'complete' THEN s.said_at END, e.until))
        FROM submissions s LEFT JOIN extensions e ON e.period = s.period AND e.reporter = s.reporter WHERE s.period = id) END AS units,
      CASE WHEN known AND NOT holds THEN (SELECT json_group_array(json_array(o.indicator, o.light, o.reason, coalesce(a.name, o.account), o.at))
        FROM light_overrides o LEFT JOIN accounts a ON a.id = o.account WHERE o.period = state.id AND o.light IS NOT NULL
        AND o.version = (SELECT max(version) FROM light_overrides WHERE period = o.period AND indicator = o.indicator)) END AS overrides
      FROM state`),
    bound(selectFoldRows('records r', 'WHERE r.period = ?1 AND r.deleted = 0 AND (SELECT known AND NOT holds FROM state)')),
  ]
}

/** What only some answers need: rows of the period before, and the images that rows changed since the deadline had at its end. */
export interface MoreMaterials {
  readonly before: readonly ServerRecord[]
  /** Null before the deadline's end, and where nothing was written since. */
  readonly atDeadline: readonly ServerRecord[] | null
}

/**
 * Reads what `ground` lacks, in a round trip of its own, and only where it lacks something. A row of the period before
 * that is written in between makes this answer no worse, and what is kept of it does not hold.
 */
export async function readMore(db: Database, { period, materials }: ConsolidationGround): Promise<MoreMaterials> {
  const { records, deadlineEnd: end, before } = materials
  const statements = [
    before !== null && before.figures === undefined
      ? db.prepare(selectFoldRows('records r', 'WHERE r.period = ? AND r.deleted = 0')).bind(before.period)
      : undefined,
    end === null ? undefined : imagesAt(db, period, end),
  ]
  const asked = statements.filter((statement) => statement !== undefined)
  const answers = asked.length === 0 ? [] : await db.batch<Record<string, unknown>>(asked)
  const rows = statements.map((statement) => (statement === undefined ? [] : recordsOf(answers.shift())))
  const [earlier = [], images = []] = rows
  return { before: earlier, atDeadline: end === null ? null : rowsAtDeadline(records, images, end) }
}

/** The image of each row written at or after a moment as it was before it, withdrawn ones included; none where it did not exist. */
const imagesAt = (db: Database, period: string, end: string): Statement =>
  db
    .prepare(
      selectFoldRows(`(SELECT h.* FROM records c JOIN history h ON h.period = ?1 AND h.reporter = c.reporter AND h.subject = c.subject
        AND h.area = c.area AND h.part = c.part AND h.version = (SELECT max(version) FROM history WHERE period = ?1 AND reporter = c.reporter
        AND subject = c.subject AND area = c.area AND part = c.part AND at < ?2) WHERE c.period = ?1 AND c.at >= ?2) r`),
    )
    .bind(period, end)

interface StateRow {
  era: string
  seq: number
  id: string
  register_id: string
  register_version: number
  soft_deadline: string
  over: number
  basis: string
  figures_basis: string
  deadline_end: string
  holds: number
  kept_seq: number | null
  before_id: string | null
  before_version: number | null
  before_basis: string | null
  body: string | null
  before_figures: string | null
  units: string | null
  overrides: string | null
}

/** The answers of `consolidationStatements`, in their order; undefined where there is no such period. */
export function consolidationGroundOf([states, live]: readonly Answer[]): ConsolidationGround | undefined {
  const state = rowOf<StateRow>(states)
  if (!state) return undefined
  return {
    period: state.id,
    era: state.era,
    seq: state.seq,
    basis: state.basis,
    figuresBasis: state.figures_basis,
    registerId: state.register_id,
    registerVersion: state.register_version,
    softDeadline: state.soft_deadline,
    kept: state.holds === 1 && state.body !== null ? { seq: Number(state.kept_seq), body: state.body } : undefined,
    materials: {
      records: recordsOf(live),
      units: tuples<[string, string | null, string | null]>(state.units).map(([reporter, completeAt, extendedTo]) => ({
        reporter,
        completeAt,
        extendedTo,
      })),
      overrides: new Map(
        tuples<[string, LightOverride['light'], string, string, string]>(state.overrides).map(([indicator, light, reason, by, at]) => [
          indicator,
          { light, reason, by, at },
        ]),
      ),
      deadlineEnd: state.over === 1 ? state.deadline_end : null,
      before: earlierPeriod(state),
    },
  }
}

function earlierPeriod(state: StateRow): EarlierPeriod | null {
  const { before_id: period, before_version: registerVersion, before_basis: basis, before_figures: figures } = state
  if (period === null || registerVersion === null || basis === null) return null
  return { period, registerVersion, basis, figures: figures === null ? undefined : (JSON.parse(figures) as EarlierFigures) }
}

/** What was not written since stands as it is; of the rest the image of that moment, if there was one. */
function rowsAtDeadline(live: readonly ServerRecord[], images: readonly ServerRecord[], end: string): readonly ServerRecord[] | null {
  const before = live.filter(({ at }) => at < end)
  return before.length === live.length && images.length === 0 ? null : [...before, ...images]
}

const recordsOf = (answer: Answer | undefined): readonly ServerRecord[] => foldRecords(rowsOf<FoldRows>(answer))
const tuples = <T>(json: string | null): T[] => (json === null ? [] : (JSON.parse(json) as T[]))

const RULES = `${PROTOCOL_VERSION}.${JUDGEMENT_VERSION}`
/** A value holds at most 2 MB; a larger answer is made each time. */
const MAX_KEPT_BYTES = 1_900_000

/** Keeps an answer, and the figures that the next period is compared with; of one basis an older one never replaces a newer one. */
export async function keepConsolidation(
  db: Database,
  of: ConsolidationGround,
  made: { readonly body: string; readonly figures: EarlierFigures; readonly before: EarlierFigures | undefined },
): Promise<void> {
  const { before } = of.materials
  const fits = made.body.length < MAX_KEPT_BYTES / 3 || new TextEncoder().encode(made.body).length < MAX_KEPT_BYTES
  await db.batch([
    ...(fits ? [keep(db, 'consolidations', 'body', of.period, of.seq, of.basis, made.body)] : []),
    keepFigures(db, of.period, of.seq, of.figuresBasis, made.figures),
    ...(before !== null && made.before !== undefined ? [keepFigures(db, before.period, of.seq, before.basis, made.before)] : []),
  ])
}

const keepFigures = (db: Database, period: string, seq: number, basis: string, figures: EarlierFigures): Statement =>
  keep(db, 'period_figures', 'figures', period, seq, basis, JSON.stringify(figures))

const keep = (db: Database, table: string, column: string, period: string, seq: number, basis: string, value: string): Statement =>
  db
    .prepare(
      `INSERT INTO ${table} (period, as_of_seq, basis, ${column}) VALUES (?, ?, ?, ?) ON CONFLICT (period) DO UPDATE SET
      as_of_seq = excluded.as_of_seq, basis = excluded.basis, ${column} = excluded.${column}
      WHERE excluded.as_of_seq >= as_of_seq OR excluded.basis <> basis`,
    )
    .bind(period, seq, basis, value)
