import { consolidate } from '../../shared/consolidation/consolidate.ts'
import type { Register } from '../../shared/register/register.ts'
import type { Consolidation } from '../../shared/wire/consolidation.ts'
import type { PeriodInfo } from '../../shared/wire/period.ts'
import type { ServerRecord } from '../../shared/wire/sync.ts'
import type { DocumentSource } from '../document/writeDocument.ts'
import type { Database } from '../store/database.ts'
import { findRegister, listPeriods } from '../store/periods.ts'
import { readLiveRecords } from '../store/readRecords.ts'
import { listSubmissions } from '../store/submissions.ts'
import { countSubmissions } from './countSubmissions.ts'

/** What a period's documents are written from, as the database has it now; undefined where there is no such period. */
export async function documentSource(db: Database, periodId: string): Promise<DocumentSource | undefined> {
  const periods = await listPeriods(db)
  const period = periods.find(({ id }) => id === periodId)
  if (!period) return undefined
  const earlier = periods.find(({ id }) => id < periodId && id.slice(0, 4) === periodId.slice(0, 4))
  const { register, consolidation, records } = await figuresOf(db, period)
  const before = earlier && (await figuresOf(db, earlier)).consolidation
  const submissions = countSubmissions(await listSubmissions(db, periodId), register)
  const accepted = new Set(
    submissions.submissions.filter(({ receipt }) => receipt === 'accepted' || receipt === 'locked').map(({ reporter }) => reporter),
  )
  return {
    register,
    consolidation,
    records,
    submissions,
    pending: new Set(register.units.map(({ id }) => id).filter((id) => !accepted.has(id))),
    softDeadline: period.softDeadline,
    ...(before ? { before } : {}),
  }
}

async function figuresOf(
  db: Database,
  period: PeriodInfo,
): Promise<{ register: Register; consolidation: Consolidation; records: readonly ServerRecord[] }> {
  const { era, seq, records } = await readLiveRecords(db, period.id)
  const register = await findRegister(db, era, period.registerId, period.registerVersion)
  if (!register) throw new Error('a period without its register')
  return { register, records, consolidation: consolidate(register, records, { period: period.id, asOfSeq: seq, era }) }
}
