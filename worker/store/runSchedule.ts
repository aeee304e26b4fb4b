import type { Notice } from '../../shared/wire/administration.ts'
import type { Database } from './database/database.ts'

/** Days before the soft deadline from which those who have not reported are reminded. */
export const REMIND_DAYS = 3

/**
 * The days of each unit that must report, of each period: on time until `soft`, may send until `hard`, its own days where they
 * are later; and whether its report is still owed. One that was returned after it had been complete in time is not overdue.
 */
const UNITS = `due AS (
    SELECT DISTINCT p.id AS period, p.state, a.value ->> 'reporter' AS reporter, max(p.soft_deadline, coalesce(e.until, '')) AS soft,
      max(p.hard_deadline, coalesce(e.until, ''), coalesce(s.open_until, '')) AS hard, coalesce(s.said, 'draft') AS said,
      coalesce(s.receipt, 'none') AS receipt, date(s.said_at, '+8 hours') AS said_day
    FROM periods p JOIN registers r ON r.id = p.register_id AND r.version = p.register_version JOIN json_each(r.body, '$.assignments') a
    LEFT JOIN extensions e ON e.period = p.id AND e.reporter = a.value ->> 'reporter'
    LEFT JOIN submissions s ON s.period = p.id AND s.reporter = a.value ->> 'reporter'
    WHERE a.value ->> 'required'
  )`
const OWES = "state = 'open' AND said = 'draft' AND receipt <> 'locked'"
const WAS_IN_TIME = "(receipt = 'returned' AND coalesce(said_day <= soft, 0))"

/**
 * Writes down what has come due by `today` for units that must report, can still send and have not said that they are complete:
 * reminders, and deadlines passed, each unit's by its own where it was given more time. What was written before is not written
 * again, unless the deadline was moved and has come due anew. Answers what is new.
 */
export async function runSchedule(db: Database, at: string, today: string): Promise<readonly Notice[]> {
  const { results } = await db
    .prepare(
      `WITH ${UNITS}, owing AS (SELECT *, date(soft, ?3) AS remind_from FROM due WHERE ${OWES}),
      now_due (period, reporter, kind, since) AS (
        SELECT period, reporter, 'reminder', remind_from FROM owing WHERE ?2 >= remind_from AND ?2 <= soft
        UNION ALL SELECT period, reporter, 'softDeadlinePassed', date(soft, '+1 day') FROM owing WHERE ?2 > soft AND NOT ${WAS_IN_TIME}
        UNION ALL SELECT period, reporter, 'hardDeadlinePassed', date(hard, '+1 day') FROM owing WHERE ?2 > hard AND NOT ${WAS_IN_TIME}
      )
      INSERT INTO notices (period, reporter, kind, at)
      SELECT n.period, n.reporter, n.kind, ?1 FROM now_due n
      LEFT JOIN notices known ON known.period = n.period AND known.reporter = n.reporter AND known.kind = n.kind
      WHERE known.at IS NULL OR date(known.at, '+8 hours') < n.since
      ON CONFLICT (period, reporter, kind) DO UPDATE SET at = excluded.at RETURNING period, reporter, kind, at`,
    )
    .bind(at, today, `-${REMIND_DAYS} days`)
    .all<Notice>()
  return results
}

/**
 * The notices of a period that hold by the deadlines as they are now, in order of unit: one of a deadline that was moved after it
 * had passed, or of a unit that was given more time, is left out.
 */
export async function listNotices(db: Database, period: string): Promise<readonly Notice[]> {
  const { results } = await db
    .prepare(
      `WITH ${UNITS}
      SELECT n.period, n.reporter, n.kind, n.at FROM notices n JOIN due ON due.period = n.period AND due.reporter = n.reporter
      WHERE n.period = ?1 AND CASE n.kind WHEN 'reminder' THEN date(n.at, '+8 hours') >= date(soft, ?2)
        WHEN 'softDeadlinePassed' THEN date(n.at, '+8 hours') > soft AND NOT ${WAS_IN_TIME}
        ELSE date(n.at, '+8 hours') > hard AND NOT ${WAS_IN_TIME} END
      ORDER BY n.reporter, n.at, n.kind`,
    )
    .bind(period, `-${REMIND_DAYS} days`)
    .all<Notice>()
  return results
}
