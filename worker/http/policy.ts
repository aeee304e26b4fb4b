import type { RouteKey } from '../../shared/wire/contract.ts'
import type { Role } from '../../shared/wire/session.ts'
import { forEachAct, SUBMISSION_ACTS } from '../../shared/wire/submissionActs.ts'

/**
 * Who may call a route. For each role: 'own' where the address must name the account's own unit, 'any' where every
 * unit's is open. A role that is absent is refused; a route that is absent does not compile.
 */
export type Rule = 'anyone' | Readonly<Partial<Record<Role, 'own' | 'any'>>>

/** Whoever is signed in. */
const EVERYBODY: Rule = { clerk: 'any', reviewer: 'any', coordinator: 'any', administrator: 'any', auditor: 'any', reader: 'any' }
/** A unit's rows: its own people, and the city's staff; administrators see no figures. */
const READERS_OF_UNITS: Rule = { clerk: 'own', reviewer: 'own', coordinator: 'any', auditor: 'any', reader: 'any' }
/** All units' rows together. */
const READERS_OF_THE_CITY: Rule = { coordinator: 'any', auditor: 'any', reader: 'any' }
/** Whoever plans or checks the year. */
const READERS_OF_REGISTERS: Rule = { administrator: 'any', coordinator: 'any', auditor: 'any' }
/** Those who work with a unit's sheets. */
const PEOPLE_OF_THE_UNIT: Rule = { clerk: 'own', reviewer: 'own', coordinator: 'own' }
const COORDINATORS: Rule = { coordinator: 'any' }
const ADMINISTRATORS: Rule = { administrator: 'any' }

/** Who may call what, for every route of the contract. */
export const POLICY: Readonly<Record<RouteKey, Rule>> = {
  'POST /v1/sessions': 'anyone',
  'GET /v1/sign-in-options': 'anyone',
  'GET /v1/oidc/start': 'anyone',
  'GET /v1/oidc/callback': 'anyone',
  'DELETE /v1/sessions/current': EVERYBODY,
  'GET /v1/me': EVERYBODY,
  'GET /v1/periods': EVERYBODY,
  'GET /v1/periods/{period}/register': EVERYBODY,
  'GET /v1/periods/{period}/reporters/{reporter}/records': READERS_OF_UNITS,
  'GET /v1/periods/{period}/records': READERS_OF_THE_CITY,
  'POST /v1/periods/{period}/reporters/{reporter}/sync': { clerk: 'own', coordinator: 'own' },
  'POST /v1/periods/{period}/reporters/{reporter}/sync-on-behalf': COORDINATORS,
  ...forEachAct((act): Rule => SUBMISSION_ACTS[act].roles),
  'GET /v1/me/devices': EVERYBODY,
  'DELETE /v1/me/devices/{device}': EVERYBODY,
  'GET /v1/periods/{period}/reporters/{reporter}/history': READERS_OF_UNITS,
  'GET /v1/periods/{period}/reporters/{reporter}/comments': READERS_OF_UNITS,
  'POST /v1/periods/{period}/reporters/{reporter}/comments': { clerk: 'own', reviewer: 'own', coordinator: 'any' },
  'GET /v1/periods/{period}/reporters/{reporter}/submission': READERS_OF_UNITS,
  'GET /v1/periods/{period}/submissions': READERS_OF_THE_CITY,
  'PUT /v1/periods/{period}/reporters/{reporter}/extension': COORDINATORS,
  'PUT /v1/periods/{period}': { coordinator: 'any', administrator: 'any' },
  'POST /v1/periods/{period}/lock': COORDINATORS,
  'POST /v1/periods/{period}/reopen': COORDINATORS,
  'GET /v1/periods/{period}/notices': { coordinator: 'any', administrator: 'any', auditor: 'any' },
  'GET /v1/registers': READERS_OF_REGISTERS,
  'GET /v1/registers/{register}/{version}': READERS_OF_REGISTERS,
  'POST /v1/registers': ADMINISTRATORS,
  'GET /v1/accounts': { administrator: 'any', auditor: 'any' },
  'POST /v1/accounts': ADMINISTRATORS,
  'PUT /v1/accounts/{account}': ADMINISTRATORS,
  'PUT /v1/accounts/{account}/identity': ADMINISTRATORS,
  'POST /v1/accounts/{account}/invitations': ADMINISTRATORS,
  'DELETE /v1/accounts/{account}/sessions': ADMINISTRATORS,
  'GET /v1/openapi.json': 'anyone',
  'GET /v1/docs': 'anyone',
  'GET /v1/changes': { coordinator: 'any', auditor: 'any' },
  'GET /v1/audit': { administrator: 'any', auditor: 'any' },
  'POST /v1/scheduled': { coordinator: 'any', administrator: 'any' },
  'GET /v1/export': ADMINISTRATORS,
  'POST /v1/exports': ADMINISTRATORS,
  /** The ticket is the permission, as for documents. */
  'GET /v1/exports/{ticket}': 'anyone',
  'POST /v1/import': ADMINISTRATORS,
  'GET /v1/periods/{period}/consolidation': READERS_OF_THE_CITY,
  'PUT /v1/periods/{period}/indicators/{indicator}/light': COORDINATORS,
  'POST /v1/periods/{period}/documents': COORDINATORS,
  'GET /v1/reporters/{reporter}/layouts': PEOPLE_OF_THE_UNIT,
  'PUT /v1/reporters/{reporter}/layouts/{layout}': PEOPLE_OF_THE_UNIT,
  'DELETE /v1/reporters/{reporter}/layouts/{layout}': PEOPLE_OF_THE_UNIT,
  'POST /v1/reporters/{reporter}/layouts/{layout}/propose': PEOPLE_OF_THE_UNIT,
  'GET /v1/layouts': { coordinator: 'any', auditor: 'any' },
  'POST /v1/layouts/{layout}/agree': COORDINATORS,
  'POST /v1/layouts/{layout}/withdraw': COORDINATORS,
  /** The ticket is the permission: a browser that opens a link carries no token. */
  'GET /v1/documents/{ticket}': 'anyone',
}
