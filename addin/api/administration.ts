import { ok, type Result } from '../../shared/base/result.ts'
import type { AdministrationApi, AuditQuery } from '../ports/administrationApi.ts'
import type { ApiFault } from '../ports/apiFault.ts'
import {
  accountDetailShape,
  accountsShape,
  auditShape,
  changesShape,
  devicesShape,
  exportLinkShape,
  invitationShape,
  noticesShape,
  registerDifferenceShape,
  registersShape,
} from './administrationAnswers.ts'
import { periodInfoShape, registerShape } from './answers.ts'
import type { Ask, Send } from './asking.ts'

/** The server's side of administration: periods, registers, accounts, devices, the audit trail, the export. */
export const administration = (ask: Ask, send: Send): AdministrationApi => ({
  putPeriod: (period, plan, epoch) =>
    ask({ method: 'PUT', path: at`/v1/periods/${period}`, body: JSON.stringify(plan) }, periodInfoShape, ifMatch(epoch)),
  turnPeriod: (period, act, turn, epoch) =>
    ask({ method: 'POST', path: at`/v1/periods/${period}/${act}`, body: JSON.stringify(turn) }, periodInfoShape, ifMatch(epoch)),
  notices: async (period) => part(await ask({ method: 'GET', path: at`/v1/periods/${period}/notices` }, noticesShape), 'notices'),
  runSchedule: async () => part(await ask({ method: 'POST', path: '/v1/scheduled' }, noticesShape), 'notices'),

  registers: async () => part(await ask({ method: 'GET', path: '/v1/registers' }, registersShape), 'registers'),
  registerVersion: (id, version) => ask({ method: 'GET', path: at`/v1/registers/${id}/${version}` }, registerShape),
  loadRegister: (form, dryRun) =>
    ask({ method: 'POST', path: `/v1/registers${dryRun ? '?dryRun=true' : ''}`, body: JSON.stringify(form) }, registerDifferenceShape),

  accounts: async () => part(await ask({ method: 'GET', path: '/v1/accounts' }, accountsShape), 'accounts'),
  makeAccount: (account) => ask({ method: 'POST', path: '/v1/accounts', body: JSON.stringify(account) }, accountDetailShape),
  changeAccount: (id, change) => ask({ method: 'PUT', path: at`/v1/accounts/${id}`, body: JSON.stringify(change) }, accountDetailShape),
  tieAccount: (id, identity, reason) =>
    send({ method: 'PUT', path: at`/v1/accounts/${id}/identity`, body: JSON.stringify({ identity, reason }) }),
  invite: (id, validDays) =>
    ask({ method: 'POST', path: at`/v1/accounts/${id}/invitations`, body: JSON.stringify({ validDays }) }, invitationShape),
  signOutAccount: (id) => send({ method: 'DELETE', path: at`/v1/accounts/${id}/sessions` }),

  devices: async () => part(await ask({ method: 'GET', path: '/v1/me/devices' }, devicesShape), 'devices'),
  signOutDevice: (id) => send({ method: 'DELETE', path: at`/v1/me/devices/${id}` }),

  audit: (query) => ask({ method: 'GET', path: `/v1/audit?${auditParams(query)}` }, auditShape),
  changes: ({ since, limit, ...filter }) =>
    ask(
      {
        method: 'GET',
        path: `/v1/changes?${new URLSearchParams({ newestFirst: 'true', limit: String(limit), ...filter, ...(since === null ? {} : { since }) })}`,
      },
      changesShape,
    ),
  linkExport: () => ask({ method: 'POST', path: '/v1/exports' }, exportLinkShape),
})

/** An address whose names are escaped. */
const at = (strings: TemplateStringsArray, ...names: (string | number)[]): string =>
  String.raw({ raw: strings }, ...names.map((name) => encodeURIComponent(name)))

/** Somebody who acts on what they saw an hour ago is refused instead of undoing what others did since. */
const ifMatch = (epoch: number | null): Record<string, string> => (epoch === null ? {} : { 'If-Match': `"${epoch}"` })

/** What is not asked for is not in the address: the server takes an empty filter for one. */
const auditParams = ({ act, object, account, before, limit }: AuditQuery): string =>
  new URLSearchParams({
    newestFirst: 'true',
    limit: String(limit),
    ...(act === undefined ? {} : { act }),
    ...(object === undefined ? {} : { object }),
    ...(account === undefined ? {} : { account }),
    ...(before === undefined ? {} : { before: String(before) }),
  }).toString()

/** The one part of an answer that the caller wants. */
const part = <T, K extends keyof T>(answer: Result<T, ApiFault>, name: K): Result<T[K], ApiFault> =>
  answer.ok ? ok(answer.value[name]) : answer
