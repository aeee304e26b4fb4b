import { idempotencyKey, PATH_PARAMETERS, type RouteKey } from '../../shared/wire/contract.ts'
import { consolidationStatements } from '../store/consolidation/consolidationInputs.ts'
import type { Answer, Statement } from '../store/database/database.ts'
import { syncInputStatements } from '../store/sync/syncInputs.ts'
import { cityToday } from './cityToday.ts'
import type { Ask } from './context.ts'

/** The statements of a route, for whoever has this token, or had it when it was last looked for. */
type FirstRead = (c: Ask, tokenHash: string) => readonly Statement[]

/**
 * What a route reads first, in the round trip that finds out who asks: the database is the slowest part of an answer. Nothing is read ahead where the address or the
 * id is not one; its handler sees it only after the policy table let the request pass.
 */
const FIRST_READ: Readonly<Partial<Record<RouteKey, FirstRead>>> = {
  'POST /v1/periods/{period}/reporters/{reporter}/sync': readForSync,
  'POST /v1/periods/{period}/reporters/{reporter}/sync-on-behalf': readForSync,
  'GET /v1/periods/{period}/consolidation': (c, tokenHash) => {
    const period = PATH_PARAMETERS.period.safeParse(c.req.param('period'))
    return period.success ? consolidationStatements(c.env.DB, period.data, cityToday(c.get('host').now()), tokenHash) : []
  },
}

function readForSync(c: Ask): readonly Statement[] {
  const period = PATH_PARAMETERS.period.safeParse(c.req.param('period'))
  const reporter = PATH_PARAMETERS.reporter.safeParse(c.req.param('reporter'))
  const id = idempotencyKey.safeParse(c.req.header('idempotency-key'))
  return period.success && reporter.success && id.success
    ? syncInputStatements(c.env.DB, period.data, reporter.data, id.data.toLowerCase())
    : []
}

/** The statements that a route reads first; none for most. */
export const firstRead = (c: Ask, key: RouteKey, tokenHash: string): readonly Statement[] => FIRST_READ[key]?.(c, tokenHash) ?? []

/** What the first read answered; a bug where the route has none. */
export function readOf(c: Ask): readonly Answer[] {
  const read = c.get('read')
  if (read.length === 0) throw new Error('a route without a first read asked for it')
  return read
}
