import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { LayoutRequest, StoredLayout } from '../../shared/wire/layouts.ts'
import type { Database, Statement } from './database/database.ts'
import type { Condition } from './database/guards.ts'
import { prepareNamed } from './database/prepareNamed.ts'
import { type GuardFault, runGuarded } from './database/runGuarded.ts'
import { type Actor, actBy, stillAllowed } from './people/actor.ts'
import { auditStatement } from './people/audit.ts'

/** The reporter of what the city has agreed. */
export const CITY = ''

/** A unit remembers so many; of more it forgets the ones of longest ago. */
const MOST = 300

/** What of a layout: of a unit's, or of the city's. */
export interface LayoutOf {
  readonly reporter: string
  readonly layout: string
}

/** Why a layout was not changed. */
export type LayoutFault = GuardFault | { readonly tag: 'unknown' }

interface LayoutRow {
  layout: string
  reporter: string
  source: string | null
  reporter_name: string | null
  version: number
  register_id: string
  headings: string
  columns: string
  by: string
  at: string
  proposed_at: string | null
  declined: string | null
}

/** Its JSON was written by `rememberLayout`, from what the wire's schema had taken. */
function layoutOfRow(row: LayoutRow): StoredLayout {
  const reporter = row.source ?? row.reporter
  const headings: StoredLayout['headings'] = JSON.parse(row.headings)
  const columns: StoredLayout['columns'] = JSON.parse(row.columns)
  return {
    layout: row.layout,
    scope: row.reporter === CITY ? 'city' : 'unit',
    reporter,
    reporterName: row.reporter_name ?? reporter,
    version: row.version,
    register: row.register_id,
    headings,
    columns,
    by: row.by,
    at: row.at,
    proposedAt: row.proposed_at,
    declined: row.declined,
  }
}

async function list(db: Database, where: string, ...values: string[]): Promise<readonly StoredLayout[]> {
  const { results } = await db
    .prepare(
      `SELECT l.*, coalesce(l.account_name, l.account) AS "by", u.name AS reporter_name FROM layouts l
      LEFT JOIN units u ON u.id = coalesce(l.source, l.reporter) WHERE ${where} ORDER BY l.reporter, l.at DESC, l.layout`,
    )
    .bind(...values)
    .all<LayoutRow>()
  return results.map(layoutOfRow)
}

/** What a unit's sheets are read by: the city's, then its own, the latest first. */
export const listUnitLayouts = (db: Database, reporter: string): Promise<readonly StoredLayout[]> =>
  list(db, `l.reporter IN ('${CITY}', ?)`, reporter)

/** The city's, then what units propose. */
export const listCityLayouts = (db: Database): Promise<readonly StoredLayout[]> =>
  list(db, `l.reporter = '${CITY}' OR l.proposed_at IS NOT NULL`)

/** One of them. */
export async function findLayout(db: Database, { reporter, layout }: LayoutOf): Promise<StoredLayout | undefined> {
  const [found] = await list(db, 'l.reporter = ? AND l.layout = ?', reporter, layout)
  return found
}

/** The layout is at this version; at 0 where nobody remembers it. */
export const versionCondition = ({ reporter, layout }: LayoutOf, version: number): Condition => ({
  sql: 'SELECT coalesce(max(version), 0) = ? FROM layouts WHERE reporter = ? AND layout = ?',
  values: [version, reporter, layout],
})

/** An act on a unit's or the city's layout, as the audit trail has it. */
export const layoutAct = (
  db: Database,
  actor: Actor,
  of: LayoutOf,
  entry: { readonly act: string; readonly reason?: string; readonly before: StoredLayout | undefined; readonly after: unknown },
): Statement =>
  auditStatement(db, {
    ...actBy(actor),
    act: entry.act,
    object: of.reporter === CITY ? of.layout : `${of.reporter}/${of.layout}`,
    reason: entry.reason ?? null,
    before: entry.before ? { version: entry.before.version, register: entry.before.register, columns: entry.before.columns } : null,
    after: entry.after,
  })

/** Remembers what a unit's people said of a layout; the same again changes nothing. */
export async function rememberLayout(
  db: Database,
  of: LayoutOf,
  { base, register, headings, columns }: LayoutRequest,
  actor: Actor,
): Promise<Result<StoredLayout, LayoutFault>> {
  const before = await findLayout(db, of)
  const same = JSON.stringify([before?.register, before?.headings, before?.columns]) === JSON.stringify([register, headings, columns])
  if (before && same) return ok(before)
  const registered = { sql: 'SELECT EXISTS (SELECT 1 FROM registers WHERE id = ?)', values: [register] }
  const done = await runGuarded(db, { ...stillAllowed(actor), register: registered, precondition: versionCondition(of, base) }, [
    prepareNamed(
      db,
      `INSERT INTO layouts (reporter, layout, version, register_id, headings, columns, account, account_name, at)
      VALUES (:reporter, :layout, 1, :register, :headings, :columns, :account, :accountName, :at)
      ON CONFLICT (reporter, layout) DO UPDATE SET version = version + 1, register_id = excluded.register_id,
      headings = excluded.headings, columns = excluded.columns, account = excluded.account, account_name = excluded.account_name, at = excluded.at`,
      {
        ...of,
        register,
        headings: JSON.stringify(headings),
        columns: JSON.stringify(columns),
        account: actor.session.account.id,
        accountName: actor.session.account.name,
        at: actor.at,
      },
    ),
    prepareNamed(
      db,
      `DELETE FROM layouts WHERE reporter = :reporter AND layout IN (SELECT layout FROM layouts WHERE reporter = :reporter
      ORDER BY proposed_at IS NULL, at DESC, layout LIMIT -1 OFFSET ${MOST})`,
      { reporter: of.reporter },
    ),
    layoutAct(db, actor, of, { act: 'layout.remember', before, after: { version: base + 1, register, columns } }),
  ])
  return done.ok ? answered(db, of) : done
}

/** Forgets a layout for its unit. What the city has agreed of it stays. */
export async function forgetLayout(db: Database, of: LayoutOf, actor: Actor): Promise<Result<void, LayoutFault>> {
  const before = await findLayout(db, of)
  if (!before) return fail({ tag: 'unknown' })
  const done = await runGuarded(db, stillAllowed(actor), [
    db.prepare('DELETE FROM layouts WHERE reporter = ? AND layout = ?').bind(of.reporter, of.layout),
    layoutAct(db, actor, of, { act: 'layout.forget', before, after: null }),
  ])
  return done.ok ? ok(undefined) : done
}

/** Proposes for the city what a unit remembers; refused where it is not what the person has seen. */
export async function proposeLayout(db: Database, of: LayoutOf, version: number, actor: Actor): Promise<Result<StoredLayout, LayoutFault>> {
  const before = await findLayout(db, of)
  if (!before) return fail({ tag: 'unknown' })
  if (before.proposedAt !== null && before.version === version) return ok(before)
  const done = await runGuarded(db, { ...stillAllowed(actor), precondition: versionCondition(of, version) }, [
    db
      .prepare('UPDATE layouts SET proposed_at = ?, declined = NULL WHERE reporter = ? AND layout = ?')
      .bind(actor.at, of.reporter, of.layout),
    layoutAct(db, actor, of, { act: 'layout.propose', before, after: { version } }),
  ])
  return done.ok ? answered(db, of) : done
}

/** What is stored after an act. */
export async function answered(db: Database, of: LayoutOf): Promise<Result<StoredLayout, LayoutFault>> {
  const after = await findLayout(db, of)
  return after ? ok(after) : fail({ tag: 'unknown' })
}
