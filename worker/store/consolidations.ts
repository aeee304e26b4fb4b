import type { Database } from './database.ts'

/** The last consolidated answer of a period, where it stands on this position and register; undefined otherwise. */
export async function cachedConsolidation(db: Database, period: string, seq: number, registerVersion: number): Promise<string | undefined> {
  const row = await db
    .prepare('SELECT body FROM consolidations WHERE period = ? AND as_of_seq = ? AND register_version = ?')
    .bind(period, seq, registerVersion)
    .first<{ body: string }>()
  return row?.body
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
