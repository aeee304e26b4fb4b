import { cityAnswer } from '../domain/cityAnswer.ts'
import { afterAnswer } from '../http/afterAnswer.ts'
import { cityToday } from '../http/cityToday.ts'
import type { Handler } from '../http/context.ts'
import { answerWithEtag } from '../http/etag.ts'
import { readOf } from '../http/firstRead.ts'
import { Refusal } from '../http/problem.ts'
import { cacheAnswer } from '../store/consolidation/cacheAnswer.ts'
import { consolidationInputsOf } from '../store/consolidation/consolidationInputs.ts'

/**
 * The city's figures and what is judged of them, as of the position that they name; cached as long as nothing that they
 * depend on has changed, and revalidated by ETag.
 */
export const consolidation: Handler = async (c) => {
  const inputs = consolidationInputsOf(readOf(c))
  if (!inputs) throw new Refusal('notFound')
  const { cached, seq, basis } = inputs
  return answerWithEtag(c, `"${cached?.seq ?? seq}|${basis}"`, async () => {
    if (cached !== undefined) return cached.body
    const db = c.env.DB
    const { answer, figures, before } = await cityAnswer(db, inputs, cityToday(c.get('host').now()))
    const body = JSON.stringify(answer)
    await afterAnswer(c, 'notCached', () => cacheAnswer(db, inputs, { body, figures, before }))
    return body
  })
}
