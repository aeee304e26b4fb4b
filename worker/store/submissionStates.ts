import type { Database, Statement } from './database/database.ts'
import type { Condition } from './database/guards.ts'

/** The period takes figures: not locked, and open to all until the hard deadline, or to this unit alone by an extension. */
export const openCondition = (period: string, reporter: string, today: string): Condition => ({
  sql: `SELECT state = 'open' AND (hard_deadline >= ? OR EXISTS (SELECT 1 FROM submissions WHERE period = ? AND reporter = ? AND open_until >= ?))
    FROM periods WHERE id = ?`,
  values: [today, period, reporter, today, period],
})

/** The unit's period is at one of the states that are named; one that is not named may be any. */
export const stateCondition = (
  period: string,
  reporter: string,
  from: { readonly said?: readonly string[]; readonly signOff?: readonly string[]; readonly receipt?: readonly string[] },
): Condition => {
  // `max` over no row is null: a unit that nobody acted on yet is at the first state of each kind.
  const columns = [
    { column: 'said', allowed: from.said, absent: 'draft' },
    { column: 'sign_off', allowed: from.signOff, absent: 'none' },
    { column: 'receipt', allowed: from.receipt, absent: 'none' },
  ].filter(({ allowed }) => allowed !== undefined)
  const among = columns.map(
    ({ column, allowed, absent }) =>
      `coalesce(max(${column}), '${absent}') IN (${(allowed ?? []).map((value) => `'${value}'`).join(', ')})`,
  )
  return { sql: `SELECT ${['1', ...among].join(' AND ')} FROM submissions WHERE period = ? AND reporter = ?`, values: [period, reporter] }
}

/** A returned row returns the unit's period, unless it is locked. */
export const returnStatements = (db: Database, period: string, reporter: string, reason: string): Statement[] => [
  ensureRow(db, period, reporter),
  db
    .prepare(
      `UPDATE submissions SET said = 'draft', sign_off = 'none', receipt = 'returned', reason = ?, version = version + 1
      WHERE period = ? AND reporter = ?`,
    )
    .bind(reason, period, reporter),
]

/** The unit's period as it is before anybody acts. */
export const ensureRow = (db: Database, period: string, reporter: string): Statement =>
  db.prepare('INSERT INTO submissions (period, reporter) VALUES (?, ?) ON CONFLICT DO NOTHING').bind(period, reporter)
