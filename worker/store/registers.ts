import { ok, type Result } from '../../shared/base/result.ts'
import type { Register } from '../../shared/register/register.ts'
import type { RegisterInfo } from '../../shared/wire/administration.ts'
import type { Database } from './database/database.ts'
import { type GuardFault, runGuarded } from './database/runGuarded.ts'
import { type Actor, actBy, stillAllowed } from './people/actor.ts'
import { auditStatement } from './people/audit.ts'

/** Which versions were loaded, in order of id and version. */
export async function listRegisters(db: Database): Promise<readonly RegisterInfo[]> {
  const { results } = await db
    .prepare('SELECT id, version, title, loaded_at AS loadedAt FROM registers ORDER BY id, version')
    .all<RegisterInfo>()
  return results
}

/** The newest version of a register; undefined where there is none. */
export async function latestRegister(db: Database, id: string): Promise<Register | undefined> {
  const row = await db.prepare('SELECT body FROM registers WHERE id = ? ORDER BY version DESC LIMIT 1').bind(id).first<{ body: string }>()
  return row ? JSON.parse(row.body) : undefined
}

/** Loads a version that is not there yet (precondition otherwise), and the units that it names. */
export async function loadRegister(db: Database, register: Register, actor: Actor): Promise<Result<void, GuardFault>> {
  const { id, version, title } = register
  const precondition = {
    sql: 'SELECT NOT EXISTS (SELECT 1 FROM registers WHERE id = ? AND version >= ?)',
    values: [id, version],
  }
  const done = await runGuarded(db, { ...stillAllowed(actor), precondition }, [
    db
      .prepare('INSERT INTO registers (id, version, title, body, loaded_at) VALUES (?, ?, ?, ?, ?)')
      .bind(id, version, title, JSON.stringify(register), actor.at),
    db
      .prepare(
        'INSERT INTO units (id, name) SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE true ON CONFLICT (id) DO UPDATE SET name = excluded.name',
      )
      .bind(JSON.stringify(register.units.map((unit) => [unit.id, unit.name]))),
    auditStatement(db, { ...actBy(actor), act: 'register.load', object: `${id}/${version}`, reason: null, before: null, after: { title } }),
  ])
  return done.ok ? ok(undefined) : done
}
