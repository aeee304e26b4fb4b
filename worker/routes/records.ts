import { pageQuery } from '../../shared/wire/contract.ts'
import type { Ask, Handler } from '../http/context.ts'
import { param } from '../http/param.ts'
import { Refusal } from '../http/problem.ts'
import { conform } from '../http/readBody.ts'
import { findPeriod } from '../store/periods.ts'
import { readRecords } from '../store/sync/readRecords.ts'

/** One unit's records that changed after `since`. */
export const unitRecords: Handler = (c) => answer(c, param(c, 'reporter'))

/** Every unit's. */
export const cityRecords: Handler = (c) => answer(c, null)

async function answer(c: Ask, reporter: string | null): Promise<Response> {
  const query = conform(pageQuery, c.req.query())
  const period = param(c, 'period')
  const page = await readRecords(c.env.DB, { period, reporter, ...query })
  if (page.records.length === 0 && !(await findPeriod(c.env.DB, period))) throw new Refusal('notFound')
  return c.json(page)
}
