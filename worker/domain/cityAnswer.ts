import { type EarlierFigures, earlierFigures } from '../../shared/consolidation/changeSince.ts'
import { consolidate } from '../../shared/consolidation/consolidate.ts'
import { judgeCity } from '../../shared/consolidation/judgeCity.ts'
import type { Register } from '../../shared/register/register.ts'
import type { Consolidation } from '../../shared/wire/consolidation.ts'
import { type ConsolidationGround, readMore } from '../store/consolidations.ts'
import type { Database } from '../store/database/database.ts'
import { findRegister } from '../store/periods.ts'

/** An answer made anew, and the figures that it and the period before are remembered by. */
export interface MadeAnswer {
  readonly answer: Consolidation
  readonly figures: EarlierFigures
  /** Of the period before, where they were not kept. */
  readonly before: EarlierFigures | undefined
}

/** Makes the consolidated answer of a period from what was read of it; `today` is China's day. */
export async function cityAnswer(db: Database, ground: ConsolidationGround, today: string): Promise<MadeAnswer> {
  const { materials, period, seq: asOfSeq, era, softDeadline } = ground
  const { records, units, overrides, before } = materials
  const more = await readMore(db, ground)
  const register = await registerOf(db, ground, ground.registerVersion)
  let made: EarlierFigures | undefined
  if (before && before.figures === undefined) {
    const earlier = await registerOf(db, ground, before.registerVersion)
    made = earlierFigures(consolidate(earlier, more.before, { period: before.period, asOfSeq, era }).indicators)
  }
  const figures = before?.figures ?? made
  const answer = judgeCity(
    register,
    records,
    { period, asOfSeq, era },
    {
      today,
      softDeadline,
      units,
      overrides,
      atDeadline: more.atDeadline,
      before: before && figures ? { period: before.period, figures } : null,
    },
  )
  return { answer, figures: earlierFigures(answer.indicators), before: made }
}

async function registerOf(db: Database, { era, registerId }: ConsolidationGround, version: number): Promise<Register> {
  const register = await findRegister(db, era, registerId, version)
  if (!register) throw new Error('a period without its register')
  return register
}
