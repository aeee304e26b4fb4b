import type { Condition } from '../database/guards.ts'
import { openCondition } from '../submissionStates.ts'
import type { Batch } from './batch.ts'

/** The sender is still of the unit. */
const ofTheUnit = ({ reporter, role, account }: Batch): Condition => ({
  sql: 'SELECT active = 1 AND reporter = ? AND role = ? FROM accounts WHERE id = ?',
  values: [reporter, role, account],
})

/** The sender still has the role, and there is such a unit. */
const forAnyUnit = ({ reporter, role, account }: Batch): Condition => ({
  sql: 'SELECT active = 1 AND role = ? AND EXISTS (SELECT 1 FROM units WHERE id = ?) FROM accounts WHERE id = ?',
  values: [role, reporter, account],
})

/**
 * What must still hold when a sync is stored; each fails the batch under its own name. What the request was judged by
 * (account, era, register, period) is looked at again here, since it may have changed between reading and writing.
 */
export function syncConditions(batch: Batch) {
  const { period, reporter } = batch
  return {
    token: { sql: 'SELECT revoked_at IS NULL FROM tokens WHERE token_hash = ?', values: [batch.tokenHash] },
    member: batch.file === undefined ? ofTheUnit(batch) : forAnyUnit(batch),
    era: { sql: 'SELECT era = coalesce(?, era) FROM city', values: [batch.era ?? null] },
    register: {
      sql: 'SELECT register_id = ? AND register_version = ? FROM periods WHERE id = ?',
      values: [batch.registerId, batch.registerVersion, period],
    },
    period_open: openCondition(period, reporter, batch.today),
    unit_open: {
      sql: "SELECT NOT EXISTS (SELECT 1 FROM submissions WHERE period = ? AND reporter = ? AND receipt = 'locked')",
      values: [period, reporter],
    },
    epoch: { sql: 'SELECT epoch = ? FROM periods WHERE id = ?', values: [batch.epoch, period] },
    note: {
      sql: "SELECT ? IS NOT NULL OR NOT EXISTS (SELECT 1 FROM submissions WHERE period = ? AND reporter = ? AND receipt = 'accepted')",
      values: [batch.note ?? null, period, reporter],
    },
  }
}
