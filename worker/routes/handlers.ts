import type { RouteKey } from '../../shared/wire/contract.ts'
import type { Handler } from '../http/context.ts'
import { consolidation } from './consolidation.ts'
import { periodRegister, periods } from './periods.ts'
import { cityRecords, unitRecords } from './records.ts'
import { me, signIn, signOut } from './sessions.ts'
import { sync } from './sync.ts'

/** The handler of every route of the contract; one that is missing does not compile. */
export const HANDLERS: Readonly<Record<RouteKey, Handler>> = {
  'POST /v1/sessions': signIn,
  'DELETE /v1/sessions/current': signOut,
  'GET /v1/me': me,
  'GET /v1/periods': periods,
  'GET /v1/periods/{period}/register': periodRegister,
  'GET /v1/periods/{period}/reporters/{reporter}/records': unitRecords,
  'GET /v1/periods/{period}/records': cityRecords,
  'POST /v1/periods/{period}/reporters/{reporter}/sync': sync,
  'GET /v1/periods/{period}/consolidation': consolidation,
}
