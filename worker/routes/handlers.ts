import type { RouteKey } from '../../shared/wire/contract.ts'
import { forEachAct } from '../../shared/wire/submissionActs.ts'
import type { Handler } from '../http/context.ts'
import { accounts, changeAccount, devices, invite, makeAccount, signOutDevice, signOutEverywhere } from './accounts.ts'
import { changes } from './changes.ts'
import { comment, comments, history } from './comments.ts'
import { consolidation } from './consolidation.ts'
import { linkDocument, openDocument } from './documents.ts'
import { linkExport, openExport } from './exports.ts'
import { agree, cityLayouts, forget, propose, remember, unitLayouts, withdraw } from './layouts.ts'
import { light } from './lights.ts'
import { notices, periodState, planPeriod, scheduled } from './managePeriods.ts'
import { finishOidc, identity, signInOptions, startOidc } from './oidc.ts'
import { openApiDocument, openApiPage } from './openApi.ts'
import { auditTrail, exportEverything, importEverything } from './operations.ts'
import { periodRegister, periods } from './periods.ts'
import { cityRecords, unitRecords } from './records.ts'
import { postRegister, registers, registerVersion } from './registers.ts'
import { me, signIn, signOut } from './sessions.ts'
import { actHandler, extension, submission, submissions } from './submissions.ts'
import { sync, syncOnBehalf } from './sync.ts'

/** The handler of every route of the contract; one that is missing does not compile. */
export const HANDLERS: Readonly<Record<RouteKey, Handler>> = {
  'POST /v1/sessions': signIn,
  'GET /v1/sign-in-options': signInOptions,
  'GET /v1/oidc/start': startOidc,
  'GET /v1/oidc/callback': finishOidc,
  'DELETE /v1/sessions/current': signOut,
  'GET /v1/me': me,
  'GET /v1/periods': periods,
  'GET /v1/periods/{period}/register': periodRegister,
  'GET /v1/periods/{period}/reporters/{reporter}/records': unitRecords,
  'GET /v1/periods/{period}/records': cityRecords,
  'POST /v1/periods/{period}/reporters/{reporter}/sync': sync,
  'POST /v1/periods/{period}/reporters/{reporter}/sync-on-behalf': syncOnBehalf,
  ...forEachAct(actHandler),
  'GET /v1/me/devices': devices,
  'DELETE /v1/me/devices/{device}': signOutDevice,
  'GET /v1/periods/{period}/reporters/{reporter}/history': history,
  'GET /v1/periods/{period}/reporters/{reporter}/comments': comments,
  'POST /v1/periods/{period}/reporters/{reporter}/comments': comment,
  'GET /v1/periods/{period}/reporters/{reporter}/submission': submission,
  'GET /v1/periods/{period}/submissions': submissions,
  'PUT /v1/periods/{period}/reporters/{reporter}/extension': extension,
  'PUT /v1/periods/{period}': planPeriod,
  'POST /v1/periods/{period}/lock': periodState('locked'),
  'POST /v1/periods/{period}/reopen': periodState('open'),
  'GET /v1/periods/{period}/notices': notices,
  'GET /v1/registers': registers,
  'GET /v1/registers/{register}/{version}': registerVersion,
  'POST /v1/registers': postRegister,
  'GET /v1/accounts': accounts,
  'POST /v1/accounts': makeAccount,
  'PUT /v1/accounts/{account}': changeAccount,
  'PUT /v1/accounts/{account}/identity': identity,
  'POST /v1/accounts/{account}/invitations': invite,
  'DELETE /v1/accounts/{account}/sessions': signOutEverywhere,
  'GET /v1/openapi.json': openApiDocument,
  'GET /v1/docs': openApiPage,
  'GET /v1/changes': changes,
  'GET /v1/audit': auditTrail,
  'POST /v1/scheduled': scheduled,
  'GET /v1/export': exportEverything,
  'POST /v1/exports': linkExport,
  'GET /v1/exports/{ticket}': openExport,
  'POST /v1/import': importEverything,
  'GET /v1/periods/{period}/consolidation': consolidation,
  'PUT /v1/periods/{period}/indicators/{indicator}/light': light,
  'POST /v1/periods/{period}/documents': linkDocument,
  'GET /v1/reporters/{reporter}/layouts': unitLayouts,
  'PUT /v1/reporters/{reporter}/layouts/{layout}': remember,
  'DELETE /v1/reporters/{reporter}/layouts/{layout}': forget,
  'POST /v1/reporters/{reporter}/layouts/{layout}/propose': propose,
  'GET /v1/layouts': cityLayouts,
  'POST /v1/layouts/{layout}/agree': agree,
  'POST /v1/layouts/{layout}/withdraw': withdraw,
  'GET /v1/documents/{ticket}': openDocument,
}
