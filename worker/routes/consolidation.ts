import { consolidate } from '../../shared/consolidation/consolidate.ts'
import type { Handler } from '../http/context.ts'
import { answerWithEtag } from '../http/etag.ts'
import { readOf } from '../http/firstRead.ts'
import { Refusal } from '../http/problem.ts'
import { consolidationGroundOf, keepConsolidation } from '../store/consolidations.ts'
import { findRegister } from '../store/periods.ts'
import { readLiveRecords } from '../store/readRecords.ts'

/** The city's figures as of the position that they name; kept until the next sync, and revalidated by ETag. */
export const consolidation: Handler = async (c) => {
  const db = c.env.DB
  const { era, seq, period, kept } = consolidationGroundOf(readOf(c))
  if (!period) throw new Refusal('notFound')
  return answerWithEtag(c, `"${era}-${period.id}-${seq}-${period.registerId}-${period.registerVersion}"`, async () => {
    if (kept !== undefined) return kept
    const register = await findRegister(db, era, period.registerId, period.registerVersion)
    if (!register) throw new Error('a period without its register')
    const live = await readLiveRecords(db, period.id)
    const body = JSON.stringify(consolidate(register, live.records, { period: period.id, asOfSeq: live.seq, era: live.era }))
    const { registerId, registerVersion } = period
    await keepConsolidation(db, { period: period.id, seq: live.seq, era: live.era, registerId, registerVersion }, body)
    return body
  })
}
