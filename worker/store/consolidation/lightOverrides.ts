import { ok, type Result } from '../../../shared/base/result.ts'
import type { LightAnswer, LightOverride, LightRequest } from '../../../shared/wire/consolidation.ts'
import { type Database, firstRow } from '../database/database.ts'
import { type GuardFault, runGuarded } from '../database/runGuarded.ts'
import { type Actor, actBy, stillAllowed } from '../people/actor.ts'
import { auditStatement } from '../people/audit.ts'

/** Puts a light in place of the judged one, or takes it back; append-only, and recorded with what was in force before. */
export async function overrideLight(
  db: Database,
  of: LightRequest & { readonly period: string; readonly indicator: string },
  actor: Actor,
): Promise<Result<LightAnswer, GuardFault>> {
  const { period, indicator, light, reason } = of
  const last = `(SELECT max(version) FROM light_overrides WHERE period = ?1 AND indicator = ?2)`
  const [inForce] = (
    await db
      .prepare(`SELECT light, reason FROM light_overrides WHERE period = ?1 AND indicator = ?2 AND version = ${last}`)
      .bind(period, indicator)
      .all<{ light: string | null; reason: string }>()
  ).results
  const done = await runGuarded(db, stillAllowed(actor), [
    db
      .prepare(
        `INSERT INTO light_overrides (period, indicator, version, light, reason, account, account_name, at)
        VALUES (?1, ?2, coalesce(${last}, 0) + 1, ?3, ?4, ?5, ?6, ?7)`,
      )
      .bind(period, indicator, light, reason, actor.session.account.id, actor.session.account.name, actor.at),
    auditStatement(db, {
      ...actBy(actor),
      act: 'light.override',
      object: `${period}/${indicator}`,
      reason,
      before: inForce ?? null,
      after: { light, reason },
    }),
    db
      .prepare(
        `SELECT light, reason, account_name AS "by", at FROM light_overrides WHERE period = ?1 AND indicator = ?2 AND version = ${last}`,
      )
      .bind(period, indicator),
  ])
  if (!done.ok) return done
  const now = firstRow<Omit<LightOverride, 'light'> & { light: LightOverride['light'] | null }>(done.value.at(-1))
  return ok({ indicator, override: now.light === null ? null : { ...now, light: now.light } })
}
