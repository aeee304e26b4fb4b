import type { Consolidation } from '../../shared/wire/consolidation.ts'
import type { DocumentSource } from '../document/writeDocument.ts'
import { consolidationGroundOf, consolidationStatements } from '../store/consolidations.ts'
import type { Database } from '../store/database/database.ts'
import { findRegister } from '../store/periods.ts'
import { listSubmissions } from '../store/submissions.ts'
import { cityAnswer } from './cityAnswer.ts'

/**
 * What a period's documents are written from, as the database has it now: the same answer that coordinators are given.
 * `today` is China's day; undefined where there is no such period.
 */
export async function documentSource(db: Database, period: string, today: string): Promise<DocumentSource | undefined> {
  const ground = consolidationGroundOf(
    await db.batch<unknown & Record<string, unknown>>([...consolidationStatements(db, period, today, null)]),
  )
  if (!ground) return undefined
  const register = await findRegister(db, ground.era, ground.registerId, ground.registerVersion)
  if (!register) throw new Error('a period without its register')
  const { kept, softDeadline } = ground
  const consolidation = kept ? (JSON.parse(kept.body) as Consolidation) : (await cityAnswer(db, ground, today)).answer
  const accepted = new Set(
    (await listSubmissions(db, period)).flatMap(({ receipt, reporter }) =>
      receipt === 'accepted' || receipt === 'locked' ? [reporter] : [],
    ),
  )
  const pending = new Set(register.units.map(({ id }) => id).filter((id) => !accepted.has(id)))
  return { register, consolidation, pending, softDeadline }
}
