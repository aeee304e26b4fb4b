import type { EarlierFigures } from '../../../shared/consolidation/changeSince.ts'
import type { UnitPeriod } from '../../../shared/consolidation/completeness.ts'
import type { FoldRow } from '../../../shared/consolidation/foldRow.ts'
import { JUDGEMENT_VERSION } from '../../../shared/consolidation/judgeCity.ts'
import type { LightOverride } from '../../../shared/wire/consolidation.ts'
import { PROTOCOL_VERSION } from '../../../shared/wire/protocol.ts'
import { reportStateOf } from '../../../shared/wire/reportState.ts'
import type { SubmissionState } from '../../../shared/wire/submissionActs.ts'
import { type Answer, type Database, rowOf, rowsOf, type Statement } from '../database/database.ts'
import { CHANGED_ROWS } from '../database/differingRows.ts'
import { type FoldRowsJson, foldRowsOf, selectFoldRows } from './foldRows.ts'

/** What a consolidated answer of a period is made from, or the last one where that still holds. */
export interface ConsolidationInputs {
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
  /** The answer that still holds; nothing below is read then. */
  readonly cached: { readonly seq: number; readonly body: string } | undefined
  readonly rows: readonly FoldRow[]
  readonly units: readonly UnitPeriod[]
  readonly overrides: ReadonlyMap<string, LightOverride>
  /** When the soft deadline's day ended, as UTC; null before that. */
  readonly deadlineEnd: string | null
  readonly before: EarlierPeriod | null
}

/** The period before of the same register, with its figures where they are cached and still hold. */
export interface EarlierPeriod {
  readonly period: string
  readonly registerVersion: number
  readonly basis: string
  readonly figures: EarlierFigures | undefined
}

/** An answer of other rules is not believed: the wire's number, and that of what the same rows give. */
const RULES = `${PROTOCOL_VERSION}.${JUDGEMENT_VERSION}`

/** The end of the soft deadline's day in China, as UTC. */
const DEADLINE_END = "(period.soft_deadline || 'T16:00:00.000Z')"

/**
 * One row `state`: the period (?1), what its answer depends on, and whether what is cached still holds. ?2 is China's day,
 * ?3 the number of the rules, ?4 the hash of the token of who asks: without a session nothing else is read; NULL asks no session.
 * A period itself says where its last row stands and how often anything else of it changed: an answer that holds costs a handful of rows.
 */
const STATE = `WITH inputs AS MATERIALIZED (
    SELECT city.era, city.seq, period.id, period.register_id, period.register_version, period.soft_deadline, ?2 > period.soft_deadline AS over,
      max(period.row_seq, coalesce(before.row_seq, 0)) AS row_seq, coalesce(before.row_seq, 0) AS before_row_seq,
      before.id AS before_id, before.register_version AS before_version, ${DEADLINE_END} AS deadline_end,
      city.era || '|' || before.id || '|' || before.register_id || '.' || before.register_version || '|' || ?3 AS before_basis,
      city.era || '|' || period.id || '|' || period.register_id || '.' || period.register_version || '|' || ?3 AS figures_basis,
      city.era || '|' || period.id || '|' || period.register_id || '.' || period.register_version || '|' || period.soft_deadline
        || '|' || min(?2, date(max(period.soft_deadline, coalesce((SELECT max(until) FROM extensions WHERE period = ?1), '')), '+1 day'))
        || '|' || period.acts
        || '|' || coalesce(before.id || '.' || before.register_version, '-') || '|' || ?3 AS basis
    FROM (SELECT 1 WHERE ?4 IS NULL OR EXISTS (SELECT 1 FROM tokens t JOIN accounts a ON a.id = t.account AND a.active = 1
      WHERE t.token_hash = ?4 AND t.revoked_at IS NULL)) CROSS JOIN city CROSS JOIN periods period ON period.id = ?1
    LEFT JOIN periods before ON before.id = (SELECT max(id) FROM periods WHERE register_id = period.register_id AND id < period.id)
  ), state AS MATERIALIZED (
    SELECT inputs.*, cached.as_of_seq AS cached_seq,
      coalesce(cached.basis = inputs.basis AND inputs.row_seq <= cached.as_of_seq, 0) AS holds
    FROM inputs LEFT JOIN consolidations cached ON cached.period = inputs.id
  )`

/** Only where no answer holds. */
const NEEDED = 'NOT holds'
const UNITS = `SELECT json_group_array(json_object('reporter', s.reporter, 'completeAt', CASE WHEN s.said = 'complete' THEN s.counted_at END,
    'extendedTo', e.until, 'said', s.said, 'signOff', s.sign_off, 'receipt', s.receipt, 'changedRows', json(${CHANGED_ROWS}),
    'acceptedAt', CASE WHEN s.receipt IN ('accepted', 'locked') THEN (SELECT max(at) FROM audit
      WHERE object = s.period || '/' || s.reporter AND act = 'submission.accept') END)) FROM submissions s LEFT JOIN extensions e ON e.period = s.period AND e.reporter = s.reporter WHERE s.period = id`
const OVERRIDES = `SELECT json_group_array(json_object('indicator', o.indicator, 'light', o.light, 'reason', o.reason,
    'by', coalesce(o.account_name, o.account), 'at', o.at)) FROM light_overrides o
    WHERE o.period = state.id AND o.light IS NOT NULL
    AND o.version = (SELECT max(version) FROM light_overrides WHERE period = o.period AND indicator = o.indicator)`

/**
 * What an answer about a period needs, in one round trip: the cached one, or else what a new one is made from. `today` is
 * China's day; `tokenHash` of who asks, null where that was decided before.
 */
export function consolidationStatements(db: Database, period: string, today: string, tokenHash: string | null): readonly Statement[] {
  const bound = (sql: string) => db.prepare(`${STATE} ${sql}`).bind(period, today, RULES, tokenHash)
  return [
    bound(`SELECT era, seq, id, register_id, register_version, soft_deadline, over, basis, figures_basis, deadline_end, holds, cached_seq,
      before_id, before_version, before_basis,
      CASE WHEN holds THEN (SELECT body FROM consolidations WHERE period = id) END AS body,
      CASE WHEN ${NEEDED} THEN (SELECT figures FROM period_figures WHERE period = before_id AND basis = before_basis
        AND before_row_seq <= as_of_seq) END AS before_figures,
      CASE WHEN ${NEEDED} THEN (${UNITS}) END AS units,
      CASE WHEN ${NEEDED} THEN (${OVERRIDES}) END AS overrides
      FROM state`),
    // Joined, not asked for in a condition: rows are read before a condition is.
    bound(
      selectFoldRows(`(SELECT id FROM state WHERE ${NEEDED}) needed CROSS JOIN records r ON r.period = needed.id`, 'WHERE r.deleted = 0'),
    ),
  ]
}

/** The row of `STATE`. */
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
  cached_seq: number | null
  before_id: string | null
  before_version: number | null
  before_basis: string | null
  body: string | null
  before_figures: string | null
  units: string | null
  overrides: string | null
}

/** The answers of `consolidationStatements`, in their order; undefined where there is no such period. */
export function consolidationInputsOf([states, rows]: readonly Answer[]): ConsolidationInputs | undefined {
  const state = rowOf<StateRow>(states)
  if (!state) return undefined
  const units: readonly StoredUnit[] = JSON.parse(state.units ?? '[]')
  const overrides: readonly (LightOverride & { readonly indicator: string })[] = JSON.parse(state.overrides ?? '[]')
  return {
    period: state.id,
    era: state.era,
    seq: state.seq,
    basis: state.basis,
    figuresBasis: state.figures_basis,
    registerId: state.register_id,
    registerVersion: state.register_version,
    softDeadline: state.soft_deadline,
    cached: state.holds === 1 && state.body !== null ? { seq: Number(state.cached_seq), body: state.body } : undefined,
    rows: foldRowsOf(rowsOf<FoldRowsJson>(rows)),
    units: units.map(unitPeriod),
    overrides: new Map(overrides.map(({ indicator, ...override }) => [indicator, override])),
    deadlineEnd: state.over === 1 ? state.deadline_end : null,
    before: earlierPeriod(state),
  }
}

/** A unit's period as `UNITS` selects it. */
type StoredUnit = Pick<Required<UnitPeriod>, 'reporter' | 'completeAt' | 'extendedTo' | 'changedRows' | 'acceptedAt'> & SubmissionState

const unitPeriod = ({ said, signOff, receipt, ...unit }: StoredUnit): UnitPeriod => ({
  ...unit,
  returned: receipt === 'returned',
  state: reportStateOf({ said, signOff, receipt }),
})

function earlierPeriod(state: StateRow): EarlierPeriod | null {
  const { before_id: period, before_version: registerVersion, before_basis: basis, before_figures: figures } = state
  if (period === null || registerVersion === null || basis === null) return null
  return { period, registerVersion, basis, figures: figures === null ? undefined : JSON.parse(figures) }
}
