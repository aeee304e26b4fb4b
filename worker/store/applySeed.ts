import type { Database } from './database/database.ts'
import { type Seed, seedStatements } from './seed.ts'

/** Brings a seed into a migrated database, whole or not at all; what is there already stays as it is. */
export async function applySeed(db: Database, seed: Seed): Promise<void> {
  const statements = await seedStatements(seed)
  await db.batch(statements.map((sql) => db.prepare(sql)))
}
