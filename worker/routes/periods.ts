import type { Handler } from '../http/context.ts'
import { answerWithEtag } from '../http/etag.ts'
import { param } from '../http/param.ts'
import { Refusal } from '../http/problem.ts'
import { findRegister, listPeriods, readPeriodAndEra } from '../store/periods.ts'

/** All periods, newest first. */
export const periods: Handler = async (c) => c.json({ periods: await listPeriods(c.env.DB) })

/** The register a period is reported against; revalidated by its version. */
export const periodRegister: Handler = async (c) => {
  const { era, period } = await readPeriodAndEra(c.env.DB, param(c, 'period'))
  if (!period) throw new Refusal('notFound')
  const etag = `"${era}-${period.registerId}-${period.registerVersion}"`
  return answerWithEtag(c, etag, async () => JSON.stringify(await findRegister(c.env.DB, era, period.registerId, period.registerVersion)))
}
