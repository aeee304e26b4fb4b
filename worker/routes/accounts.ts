import { accountChangeSchema, accountRequestSchema, invitationRequestSchema } from '../../shared/wire/administration.ts'
import type { Role } from '../../shared/wire/session.ts'
import { refuseAccount } from '../domain/refuseAccount.ts'
import { actorOf } from '../http/actorOf.ts'
import { sessionOf } from '../http/authorize.ts'
import type { Handler } from '../http/context.ts'
import { param } from '../http/param.ts'
import { Refusal } from '../http/problem.ts'
import { readJson } from '../http/readJson.ts'
import { inviteAccount, listAccounts, putAccount, revokeSessions } from '../store/people/accounts.ts'
import { listDevices, revokeDevice } from '../store/people/sessions.ts'

/** All accounts, with who is signed in and who is invited. */
export const accounts: Handler = async (c) => c.json({ accounts: await listAccounts(c.env.DB, c.get('host').now().toISOString()) })

/** Makes an account; nobody can sign in as it before an invitation. */
export const makeAccount: Handler = async (c) => {
  const asked = await readJson(c, accountRequestSchema)
  needUnit(asked.role, asked.reporter)
  const made = await putAccount(c.env.DB, { ...asked, active: true }, { create: true, reason: null }, actorOf(c))
  if (!made.ok) throw refuseAccount(made.fault)
  return c.json(made.value)
}

/** Changes or closes an account; nobody takes the administration from themselves. */
export const changeAccount: Handler = async (c) => {
  const { reason, ...asked } = await readJson(c, accountChangeSchema)
  const id = param(c, 'account')
  needUnit(asked.role, asked.reporter)
  // A city without an administrator could make no other.
  if (id === sessionOf(c).account.id && (!asked.active || asked.role !== 'administrator')) throw new Refusal('stateNotAllowed')
  const changed = await putAccount(c.env.DB, { id, ...asked }, { create: false, reason }, actorOf(c))
  if (!changed.ok) throw refuseAccount(changed.fault)
  return c.json(changed.value)
}

/** A one-time code for an account; it is shown in this answer and never again. */
export const invite: Handler = async (c) => {
  const { validDays } = await readJson(c, invitationRequestSchema)
  const expiresAt = new Date(c.get('host').now().getTime() + validDays * 86_400_000).toISOString()
  const invited = await inviteAccount(c.env.DB, { account: param(c, 'account'), expiresAt }, actorOf(c))
  if (!invited.ok) throw refuseAccount(invited.fault)
  return c.json(invited.value)
}

/** Ends every session of an account: a lost device, a person who left. */
export const signOutEverywhere: Handler = async (c) => {
  const done = await revokeSessions(c.env.DB, param(c, 'account'), actorOf(c))
  if (!done.ok) throw refuseAccount(done.fault)
  return c.body(null, 204)
}

/** Where this account is signed in; which of them is asking. */
export const devices: Handler = async (c) => {
  const { account, device } = sessionOf(c)
  return c.json({ devices: (await listDevices(c.env.DB, account.id)).map((one) => ({ ...one, current: one.id === device })) })
}

/** Ends one of the own sessions. */
export const signOutDevice: Handler = async (c) => {
  const done = await revokeDevice(c.env.DB, sessionOf(c).account.id, param(c, 'device'), c.get('host').now().toISOString())
  if (!done) throw new Refusal('notFound')
  return c.body(null, 204)
}

/** The database refuses it as well; here the answer says which field. */
function needUnit(role: Role, reporter: string | null): void {
  if ((role === 'clerk' || role === 'reviewer') && reporter === null) throw new Refusal('invalidBody', { detail: 'reporter: required' })
}
