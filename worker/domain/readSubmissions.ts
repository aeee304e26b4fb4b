import type { SubmissionsAnswer } from '../../shared/wire/submission.ts'
import { periodFoldRows } from '../store/consolidation/foldRows.ts'
import type { Database } from '../store/database/database.ts'
import { findRegister, readPeriodAndEra } from '../store/periods.ts'
import { listSubmissions } from '../store/submissions.ts'
import { countSubmissions } from './countSubmissions.ts'

/** Every unit of a period with its states, what it must report and what is there. `today` is China's day; undefined where there is no such period. */
export async function readSubmissions(db: Database, id: string, today: string): Promise<SubmissionsAnswer | undefined> {
  const { era, period } = await readPeriodAndEra(db, id)
  if (!period) return undefined
  const register = await findRegister(db, era, period.registerId, period.registerVersion)
  if (!register) throw new Error('a period without its register')
  const [all, rows] = await Promise.all([listSubmissions(db, period.id), periodFoldRows(db, period.id)])
  return countSubmissions({ all, rows }, register, period, today)
}
