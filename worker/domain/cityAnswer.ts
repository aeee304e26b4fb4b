import { type EarlierFigures, earlierFigures } from '../../shared/consolidation/changeSince.ts'
import { consolidate } from '../../shared/consolidation/consolidate.ts'
import { judgeCity } from '../../shared/consolidation/judgeCity.ts'
import type { Register } from '../../shared/register/register.ts'
import type { Consolidation } from '../../shared/wire/consolidation.ts'
import type { ConsolidationInputs } from '../store/consolidation/consolidationInputs.ts'
import { readFurtherRows } from '../store/consolidation/furtherRows.ts'
import type { Database } from '../store/database/database.ts'
import { findRegister } from '../store/periods.ts'

/** A new answer, and the figures by which it and the period before are remembered. */
export interface MadeAnswer {
  readonly answer: Consolidation
  readonly figures: EarlierFigures
  /** Of the period before, where they were not cached. */
  readonly before: EarlierFigures | undefined
}

/** Makes the consolidated answer of a period from what was read of it; `today` is China's day. */
export async function cityAnswer(db: Database, inputs: ConsolidationInputs, today: string): Promise<MadeAnswer> {
  const { rows, units, overrides, before, period, seq: asOfSeq, era, softDeadline } = inputs
  const further = await readFurtherRows(db, inputs)
  const register = await registerOf(db, inputs, inputs.registerVersion)
  // The month before is folded again only where nobody has since its last row came.
  let made: EarlierFigures | undefined
  if (before && before.figures === undefined) {
    const earlier = await registerOf(db, inputs, before.registerVersion)
    made = earlierFigures(consolidate(earlier, further.before, { period: before.period, asOfSeq, era }).indicators)
  }
  const figures = before?.figures ?? made
  const answer = judgeCity(
    register,
    rows,
    { period, asOfSeq, era },
    {
      today,
      softDeadline,
      units,
      overrides,
      atDeadline: further.atDeadline,
      before: before && figures ? { period: before.period, figures } : null,
    },
  )
  return { answer, figures: earlierFigures(answer.indicators), before: made }
}

async function registerOf(db: Database, { era, registerId }: ConsolidationInputs, version: number): Promise<Register> {
  const register = await findRegister(db, era, registerId, version)
  if (!register) throw new Error('a period without its register')
  return register
}
