import { unitDays } from '../../shared/consolidation/sendingDays.ts'
import type { Consolidation } from '../../shared/wire/consolidation.ts'
import type { DocumentSource } from '../document/writeDocument.ts'
import { consolidationInputsOf, consolidationStatements } from '../store/consolidation/consolidationInputs.ts'
import type { Database } from '../store/database/database.ts'
import { findPeriod, findRegister } from '../store/periods.ts'
import { listSubmissions } from '../store/submissions.ts'
import { cityAnswer } from './cityAnswer.ts'

/**
 * What a period's documents are written from, as the database has it now: the same answer that coordinators are given.
 * `today` is China's day; undefined where there is no such period.
 */
export async function documentSource(db: Database, period: string, today: string): Promise<DocumentSource | undefined> {
  const inputs = consolidationInputsOf(await db.batch([...consolidationStatements(db, period, today, null)]))
  if (!inputs) return undefined
  const register = await findRegister(db, inputs.era, inputs.registerId, inputs.registerVersion)
  // A foreign key holds it.
  if (!register) throw new Error('a period without its register')
  const { cached } = inputs
  const consolidation: Consolidation = cached ? JSON.parse(cached.body) : (await cityAnswer(db, inputs, today)).answer
  // A report says of whom the figures are not accepted yet.
  const submissions = await listSubmissions(db, period)
  const accepted = new Set(
    submissions.flatMap(({ receipt, reporter }) => (receipt === 'accepted' || receipt === 'locked' ? [reporter] : [])),
  )
  const pending = new Set(register.units.map(({ id }) => id).filter((id) => !accepted.has(id)))
  const days = await findPeriod(db, period)
  return { register, consolidation, pending, ...(days ? { days, units: unitDays(consolidation.reporters, submissions) } : {}) }
}
