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
      `SELECT k.body FROM consolidations k JOIN city ON city.seq = k.as_of_seq AND city.era = k.era JOIN periods p ON p.id = k.period
      AND p.register_id = k.register_id AND p.register_version = k.register_version WHERE k.period = ?`,
    )
    .bind(period),
]

/** The answers of `consolidationStatements`, in their order. */
export function consolidationGroundOf([city, periods, kept]: readonly ReadAnswer[]): ConsolidationGround {
  const row = periods?.results[0] as PeriodRow | undefined
  const { era, seq } = firstRow<{ era: string; seq: number }>(city)
  return { era, seq, period: row && periodOf(row), kept: (kept?.results[0] as { body: string } | undefined)?.body }
}

/** What an answer was made from. */
export interface ConsolidationBasis {
  readonly period: string
  readonly seq: number
  readonly era: string
  readonly registerId: string
  readonly registerVersion: number
}

/** Keeps an answer; within an era an older one never replaces a newer one. */
export async function keepConsolidation(db: Database, of: ConsolidationBasis, body: string): Promise<void> {
  await db
    .prepare(
      `INSERT INTO consolidations (period, as_of_seq, era, register_id, register_version, body) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (period) DO UPDATE SET as_of_seq = excluded.as_of_seq, era = excluded.era, register_id = excluded.register_id,
      register_version = excluded.register_version, body = excluded.body WHERE excluded.as_of_seq >= as_of_seq OR excluded.era <> era`,
    )
    .bind(of.period, of.seq, of.era, of.registerId, of.registerVersion, body)
    .all()
}
