import { sessionHeaders, sessionRequestSchema } from '../../shared/wire/session.ts'
import { sessionOf } from '../http/authorize.ts'
import type { Handler } from '../http/context.ts'
import { Refusal } from '../http/problem.ts'
import { conform } from '../http/readBody.ts'
import { readJson } from '../http/readJson.ts'
import { redeemInvitation, revokeDevice } from '../store/people/sessions.ts'

/** A one-time invitation code becomes a token, shown once; whoever asks with the same Idempotency-Key is answered the same. */
export const signIn: Handler = async (c) => {
  const host = c.get('host')
  const key = conform(sessionHeaders, { 'idempotency-key': c.req.header('idempotency-key') })['idempotency-key']?.toLowerCase()
  const { code, device } = await readJson(c, sessionRequestSchema)
  const redeemed = await redeemInvitation(c.env.DB, {
    code,
    device,
    key,
    at: host.now().toISOString(),
    address: host.address(c.req.raw),
    requestId: c.get('requestId'),
  })
  if (redeemed.ok) return c.json(redeemed.value)
  if (redeemed.fault.tag === 'waits') throw new Refusal('tooManyRequests', { retryAfter: redeemed.fault.seconds })
  throw new Refusal('invitationInvalid')
}

/** Ends the session that asks. */
export const signOut: Handler = async (c) => {
  const { account, device } = sessionOf(c)
  await revokeDevice(c.env.DB, account.id, device, c.get('host').now().toISOString())
  return c.body(null, 204)
}

/** Who is signed in. */
export const me: Handler = async (c) => c.json(sessionOf(c).account)
