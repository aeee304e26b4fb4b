import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { StoredLayout } from '../../shared/wire/layouts.ts'
import type { Database } from './database/database.ts'
import { prepareNamed } from './database/prepareNamed.ts'
import { runGuarded } from './database/runGuarded.ts'
import { answered, CITY, findLayout, type LayoutFault, type LayoutOf, layoutAct, versionCondition } from './layouts.ts'
import { type Actor, stillAllowed } from './people/actor.ts'

/**
 * Lets all units use what one of them proposes, at the version that the coordinator has looked at, in place of what was
 * agreed of that layout before. What the unit remembers later changes nothing of it.
 */
export async function agreeLayout(
  db: Database,
  proposed: LayoutOf & { readonly version: number },
  actor: Actor,
): Promise<Result<StoredLayout, LayoutFault>> {
  const unit = await findLayout(db, proposed)
  if (!unit || proposed.reporter === CITY) return fail({ tag: 'unknown' })
  const of = { reporter: CITY, layout: proposed.layout }
  const before = await findLayout(db, of)
  const waits = {
    sql: 'SELECT count(*) = 1 FROM layouts WHERE reporter = ? AND layout = ? AND proposed_at IS NOT NULL',
    values: [proposed.reporter, proposed.layout],
  }
  const conditions = { ...stillAllowed(actor), precondition: versionCondition(proposed, proposed.version), state: waits }
  const values = { reporter: proposed.reporter, layout: proposed.layout }
  const done = await runGuarded(db, conditions, [
    prepareNamed(
      db,
      `INSERT INTO layouts (reporter, layout, version, register_id, headings, columns, account, account_name, at, source)
      SELECT '${CITY}', layout, 1, register_id, headings, columns, :account, :accountName, :at, reporter FROM layouts
      WHERE reporter = :reporter AND layout = :layout
      ON CONFLICT (reporter, layout) DO UPDATE SET version = version + 1, register_id = excluded.register_id,
      headings = excluded.headings, columns = excluded.columns, account = excluded.account, account_name = excluded.account_name, at = excluded.at, source = excluded.source`,
      { ...values, account: actor.session.account.id, accountName: actor.session.account.name, at: actor.at },
    ),
    prepareNamed(db, 'UPDATE layouts SET proposed_at = NULL WHERE reporter = :reporter AND layout = :layout', values),
    layoutAct(db, actor, of, {
      act: 'layout.agree',
      before,
      after: { reporter: unit.reporter, version: unit.version, register: unit.register, columns: unit.columns },
    }),
  ])
  return done.ok ? answered(db, of) : done
}

/** Takes back what was agreed for the city, or puts back what a unit proposes; the unit's own memory stays. */
export async function withdrawLayout(db: Database, of: LayoutOf, reason: string, actor: Actor): Promise<Result<void, LayoutFault>> {
  const before = await findLayout(db, of)
  const isCity = of.reporter === CITY
  if (!before || (!isCity && before.proposedAt === null)) return fail({ tag: 'unknown' })
  const done = await runGuarded(db, stillAllowed(actor), [
    isCity
      ? prepareNamed(db, 'DELETE FROM layouts WHERE reporter = :reporter AND layout = :layout', { ...of })
      : prepareNamed(db, 'UPDATE layouts SET proposed_at = NULL, declined = :reason WHERE reporter = :reporter AND layout = :layout', {
          ...of,
          reason,
        }),
    layoutAct(db, actor, of, { act: isCity ? 'layout.withdraw' : 'layout.decline', reason, before, after: null }),
  ])
  return done.ok ? ok(undefined) : done
}
