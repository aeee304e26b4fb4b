import type { Database, Statement } from './database/database.ts'

/**
 * What an extension means for being on time. Given before the unit's deadline has passed, the unit is on time until that
 * day (null takes it back), and a row of `extensions` says so; given later the unit may still send
 * (`submissions.open_until`), and late stays late.
 */
export function extensionStatements(
  db: Database,
  of: { period: string; reporter: string; until: string | null; today: string },
): Statement[] {
  const { period, reporter, until, today } = of
  const inTime = `?3 <= (SELECT max(p.soft_deadline, coalesce((SELECT until FROM extensions WHERE period = ?1 AND reporter = ?2), ''))
    FROM periods p WHERE p.id = ?1)`
  return until === null
    ? [db.prepare(`DELETE FROM extensions WHERE period = ?1 AND reporter = ?2 AND ${inTime}`).bind(period, reporter, today)]
    : [
        db
          .prepare(
            `INSERT INTO extensions (period, reporter, until) SELECT ?1, ?2, ?4 WHERE ${inTime}
            ON CONFLICT (period, reporter) DO UPDATE SET until = excluded.until`,
          )
          .bind(period, reporter, today, until),
      ]
}
