import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { PeriodInfo } from '../../shared/wire/period.ts'
import type { Database } from './database/database.ts'
import { type GuardFault, runGuarded } from './database/runGuarded.ts'
import { type Actor, actBy, stillAllowed } from './people/actor.ts'
import { auditStatement } from './people/audit.ts'
import { findPeriod } from './periods.ts'

/** Why a period was not opened, changed, locked or reopened. */
export type PeriodFault =
  | GuardFault
  | { readonly tag: 'unknownRegister' }
  | { readonly tag: 'preconditionRequired' }
  | { readonly tag: 'unknown' }

/** A period as it is to be. */
export interface PeriodPlan {
  readonly id: string
  readonly registerId: string
  readonly registerVersion: number
  readonly softDeadline: string
  readonly hardDeadline: string
  readonly reason: string
}

/** Opens a period, or changes one whose epoch is `epoch`; another register version begins a new epoch. */
export async function putPeriod(
  db: Database,
  plan: PeriodPlan,
  epoch: number | undefined,
  actor: Actor,
): Promise<Result<PeriodInfo, PeriodFault>> {
  const before = await findPeriod(db, plan.id)
  if (before && epoch === undefined) return fail({ tag: 'preconditionRequired' })
  const register = await db
    .prepare('SELECT 1 AS found FROM registers WHERE id = ? AND version = ?')
    .bind(plan.registerId, plan.registerVersion)
    .first()
  if (!register) return fail({ tag: 'unknownRegister' })
  // Looked at in the batch, where nobody can come between: what was read above may be old by then.
  const precondition = before
    ? { sql: 'SELECT epoch = ? FROM periods WHERE id = ?', values: [epoch ?? -1, plan.id] }
    : { sql: 'SELECT NOT EXISTS (SELECT 1 FROM periods WHERE id = ?)', values: [plan.id] }
  const done = await runGuarded(db, { ...stillAllowed(actor), precondition }, [
    db
      .prepare(
        `INSERT INTO periods (id, register_id, register_version, epoch, state, soft_deadline, hard_deadline) VALUES (?, ?, ?, 1, 'open', ?, ?)
        ON CONFLICT (id) DO UPDATE SET
        epoch = epoch + (register_id <> excluded.register_id OR register_version <> excluded.register_version),
        register_id = excluded.register_id, register_version = excluded.register_version,
        soft_deadline = excluded.soft_deadline, hard_deadline = excluded.hard_deadline`,
      )
      .bind(plan.id, plan.registerId, plan.registerVersion, plan.softDeadline, plan.hardDeadline),
    auditStatement(db, {
      ...actBy(actor),
      act: before ? 'period.change' : 'period.open',
      object: plan.id,
      reason: plan.reason,
      before: before ?? null,
      after: plan,
    }),
  ])
  return done.ok ? found(await findPeriod(db, plan.id)) : done
}

/** Locks or reopens the period whose epoch is `epoch` (`unsettled`: how many units had not reported all, and the person asked for it all the same), and begins a new epoch: what was prepared before no longer commits. */
export async function setPeriodState(
  db: Database,
  of: { id: string; state: PeriodInfo['state']; epoch: number; reason: string; unsettled: number },
  actor: Actor,
): Promise<Result<PeriodInfo, PeriodFault>> {
  const before = await findPeriod(db, of.id)
  if (!before) return fail({ tag: 'unknown' })
  const done = await runGuarded(
    db,
    {
      ...stillAllowed(actor),
      precondition: { sql: 'SELECT epoch = ? FROM periods WHERE id = ?', values: [of.epoch, of.id] },
      state: { sql: 'SELECT state <> ? FROM periods WHERE id = ?', values: [of.state, of.id] },
    },
    [
      db.prepare('UPDATE periods SET state = ?, epoch = epoch + 1 WHERE id = ?').bind(of.state, of.id),
      auditStatement(db, {
        ...actBy(actor),
        act: of.state === 'locked' ? 'period.lock' : 'period.reopen',
        object: of.id,
        reason: of.reason,
        before: { state: before.state, epoch: of.epoch },
        after: { state: of.state, epoch: of.epoch + 1, ...(of.unsettled === 0 ? {} : { unsettled: of.unsettled }) },
      }),
    ],
  )
  return done.ok ? found(await findPeriod(db, of.id)) : done
}

/** A period that went between writing and reading: nothing removes one. */
const found = (period: PeriodInfo | undefined): Result<PeriodInfo, PeriodFault> => (period ? ok(period) : fail({ tag: 'unknown' }))
