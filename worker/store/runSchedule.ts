import type { Notice } from '../../shared/wire/administration.ts'
import type { Database } from './database/database.ts'

/** Days before the soft deadline from which those who have not reported are reminded. */
export const REMIND_DAYS = 3

/**
 * Writes down what has come due by `today` for units that must report and have not said that they are complete:
 * reminders, and deadlines passed, each unit's by its own where it was given more time. What was written before is not written again. Answers what is new.
 */
export async function runSchedule(db: Database, at: string, today: string): Promise<readonly Notice[]> {
  const { results } = await db
    .prepare(
      `WITH due AS (
        SELECT DISTINCT p.id AS period, a.value ->> 'reporter' AS reporter, max(p.soft_deadline, coalesce(e.until, '')) AS soft_deadline,
        max(p.hard_deadline, coalesce(e.until, '')) AS hard_deadline
        FROM periods p JOIN registers r ON r.id = p.register_id AND r.version = p.register_version JOIN json_each(r.body, '$.assignments') a
        LEFT JOIN extensions e ON e.period = p.id AND e.reporter = a.value ->> 'reporter'
        WHERE p.state = 'open' AND a.value ->> 'required'
      ), open AS (
        SELECT due.* FROM due LEFT JOIN submissions s ON s.period = due.period AND s.reporter = due.reporter
        WHERE coalesce(s.said, 'draft') = 'draft'
      )
      INSERT INTO notices (period, reporter, kind, at)
      SELECT period, reporter, 'reminder', ?1 FROM open WHERE ?2 >= date(soft_deadline, ?3) AND ?2 <= soft_deadline
      UNION ALL SELECT period, reporter, 'softDeadlinePassed', ?1 FROM open WHERE ?2 > soft_deadline
      UNION ALL SELECT period, reporter, 'hardDeadlinePassed', ?1 FROM open WHERE ?2 > hard_deadline
      ON CONFLICT DO NOTHING RETURNING period, reporter, kind, at`,
    )
    .bind(at, today, `-${REMIND_DAYS} days`)
    .all<Notice>()
  return results
}

/** The notices of a period, in order of unit. */
export async function listNotices(db: Database, period: string): Promise<readonly Notice[]> {
  const { results } = await db
    .prepare('SELECT period, reporter, kind, at FROM notices WHERE period = ? ORDER BY reporter, at, kind')
    .bind(period)
    .all<Notice>()
  return results
}
