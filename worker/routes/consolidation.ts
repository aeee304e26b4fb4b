import { cityAnswer } from '../domain/cityAnswer.ts'
import { afterAnswer } from '../http/afterAnswer.ts'
import { cityToday } from '../http/cityToday.ts'
import type { Handler } from '../http/context.ts'
import { answerWithEtag } from '../http/etag.ts'
import { readOf } from '../http/firstRead.ts'
import { Refusal } from '../http/problem.ts'
import { consolidationGroundOf, keepConsolidation } from '../store/consolidations.ts'

/**
 * The city's figures and what is judged of them, as of the position that they name; kept as long as nothing that they
 * depend on has changed, and revalidated by ETag.
 */
export const consolidation: Handler = async (c) => {
  const ground = consolidationGroundOf(readOf(c))
  if (!ground) throw new Refusal('notFound')
  const { kept, seq, basis } = ground
  return answerWithEtag(c, `"${kept?.seq ?? seq}|${basis}"`, async () => {
    if (kept !== undefined) return kept.body
    const db = c.env.DB
    const { answer, figures, before } = await cityAnswer(db, ground, cityToday(c.get('host').now()))
    const body = JSON.stringify(answer)
    await afterAnswer(c, 'notKept', () => keepConsolidation(db, ground, { body, figures, before }))
    return body
  })
}
