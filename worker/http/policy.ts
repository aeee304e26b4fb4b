import type { RouteKey } from '../../shared/wire/contract.ts'
import type { Role } from '../../shared/wire/session.ts'

/**
 * Who may call a route. For each role: 'own' where the address must name the account's own unit, 'any' where every
 * unit's is open. A role that is absent is refused; a route that is absent does not compile.
 */
export type Rule = 'anyone' | Readonly<Partial<Record<Role, 'own' | 'any'>>>

const EVERYBODY: Rule = { clerk: 'any', reviewer: 'any', coordinator: 'any', administrator: 'any', auditor: 'any', reader: 'any' }
const READERS_OF_UNITS: Rule = { clerk: 'own', reviewer: 'own', coordinator: 'any', auditor: 'any', reader: 'any' }
const READERS_OF_THE_CITY: Rule = { coordinator: 'any', auditor: 'any', reader: 'any' }

export const POLICY: Readonly<Record<RouteKey, Rule>> = {
  'POST /v1/sessions': 'anyone',
  'DELETE /v1/sessions/current': EVERYBODY,
  'GET /v1/me': EVERYBODY,
  'GET /v1/periods': EVERYBODY,
  'GET /v1/periods/{period}/register': EVERYBODY,
  'GET /v1/periods/{period}/reporters/{reporter}/records': READERS_OF_UNITS,
  'GET /v1/periods/{period}/records': READERS_OF_THE_CITY,
  'POST /v1/periods/{period}/reporters/{reporter}/sync': { clerk: 'own', coordinator: 'own' },
  'GET /v1/periods/{period}/consolidation': READERS_OF_THE_CITY,
}
