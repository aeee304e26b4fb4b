import type { PeriodInfo } from '../../shared/wire/period.ts'
import { type Database, firstRow, type Statement } from './database.ts'
import { PERIOD_COLUMNS, type PeriodRow, periodOf } from './periods.ts'
import type { ReadAnswer } from './sessions.ts'

/** Where a period stands, and its last consolidated answer where that still stands there too. */
export interface ConsolidationGround {
  readonly era: string
  readonly seq: number
  readonly period: PeriodInfo | undefined
  readonly kept: string | undefined
}

export const consolidationStatements = (db: Database, period: string): readonly Statement[] => [
  db.prepare('SELECT era, seq FROM city'),
  db.prepare(`SELECT ${PERIOD_COLUMNS} FROM periods WHERE id = ?`).bind(period),
  db
    .prepare(
      `SELECT k.body FROM consolidations k JOIN city ON city.seq = k.as_of_seq JOIN periods p ON p.id = k.period
      AND p.register_version = k.register_version WHERE k.period = ?`,
    )
    .bind(period),
]

/** The answers of `consolidationStatements`, in their order. */
export function consolidationGroundOf([city, periods, kept]: readonly ReadAnswer[]): ConsolidationGround {
  const row = periods?.results[0] as PeriodRow | undefined
  const { era, seq } = firstRow<{ era: string; seq: number }>(city)
  return { era, seq, period: row && periodOf(row), kept: (kept?.results[0] as { body: string } | undefined)?.body }
}

/** Keeps an answer; an older one never replaces a newer one. */
export async function keepConsolidation(db: Database, period: string, seq: number, registerVersion: number, body: string): Promise<void> {
  await db
    .prepare(
      `INSERT INTO consolidations (period, as_of_seq, register_version, body) VALUES (?, ?, ?, ?)
      ON CONFLICT (period) DO UPDATE SET as_of_seq = excluded.as_of_seq, register_version = excluded.register_version, body = excluded.body
      WHERE excluded.as_of_seq >= as_of_seq`,
    )
    .bind(period, seq, registerVersion, body)
    .all()
}
