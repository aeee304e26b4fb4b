import { never } from '../../shared/base/never.ts'
import { identityRequestSchema, oidcCallbackQuery } from '../../shared/wire/signIn.ts'
import { refuseAccount } from '../domain/refuseAccount.ts'
import { actorOf } from '../http/actorOf.ts'
import type { Ask, Handler } from '../http/context.ts'
import { param } from '../http/param.ts'
import { Refusal } from '../http/problem.ts'
import { conform } from '../http/readBody.ts'
import { readJson } from '../http/readJson.ts'
import { authorizationAddress } from '../oidc/authorizationAddress.ts'
import { claimedIdentity } from '../oidc/claimedIdentity.ts'
import { discover } from '../oidc/discover.ts'
import type { OidcFault } from '../oidc/fault.ts'
import type { Outward } from '../oidc/outward.ts'
import { redeemCode } from '../oidc/redeemCode.ts'
import { type OidcSettings, oidcSettings } from '../oidc/settings.ts'
import { signInFlow } from '../oidc/signInFlow.ts'
import { verifyIdToken } from '../oidc/verifyIdToken.ts'
import { beginFlow, codeForIdentity, putIdentity, takeFlow } from '../store/people/identities.ts'
import { signInCodePage, signInFailedPage } from './pages/signInPages.ts'

/** A sign-in at the provider may take this long; the code on the page is good for this long. */
export const FLOW_SECONDS = 600
/** A person reads the code on one screen and types it on another. */
export const CODE_SECONDS = 300
/** `__Host-`: set by this very host over https, and by no neighbour under the same domain. */
const COOKIE = '__Host-oidc'

/** Whether the city has an identity provider; an invitation code always works. */
export const signInOptions: Handler = async (c) => c.json({ oidc: configured(c) !== undefined })

/** Sends the browser to the city's identity provider. */
export const startOidc: Handler = async (c) => {
  const { settings, ask } = needConfigured(c)
  const now = c.get('host').now()
  const provider = await discover(settings.issuer, ask, now.getTime())
  if (!provider.ok) throw refuseOidc(provider.fault)
  const flow = await signInFlow()
  await beginFlow(c.env.DB, { state: flow.state, at: now.toISOString(), expiresAt: later(now, FLOW_SECONDS) })
  c.header('Set-Cookie', `${COOKIE}=${flow.secret}; Path=/; Max-Age=${FLOW_SECONDS}; Secure; HttpOnly; SameSite=Lax`)
  return c.redirect(
    authorizationAddress(provider.value.authorization_endpoint, { clientId: settings.clientId, callback: callbackOf(c), flow }),
    302,
  )
}

/** The way back: shows a short-lived code, which the pane exchanges at POST /v1/sessions. No token is ever in an address. */
export const finishOidc: Handler = async (c) => {
  needConfigured(c)
  c.header('Set-Cookie', `${COOKIE}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax`)
  try {
    return signInCodePage(c, await codeFor(c), CODE_SECONDS)
  } catch (error) {
    if (error instanceof Refusal && (c.req.header('accept') ?? '').includes('text/html')) return signInFailedPage(c, error)
    throw error
  }
}

/** The way back, step by step: the cookie's flow, the provider's code, the ID token, the account that it is tied to. */
async function codeFor(c: Ask): Promise<string> {
  const { settings, ask } = needConfigured(c)
  const now = c.get('host').now()
  const at = now.toISOString()
  const query = conform(oidcCallbackQuery, c.req.query())
  const secret = new RegExp(`(?:^|;\\s*)${COOKIE}=([A-Za-z0-9_-]{43})(?:;|$)`).exec(c.req.header('cookie') ?? '')?.[1]
  const flow = secret === undefined ? undefined : await signInFlow(secret)
  if (flow === undefined || flow.state !== query.state || !(await takeFlow(c.env.DB, flow.state, at))) throw refused('state')
  if (query.code === undefined) throw refused('provider')

  const provider = await discover(settings.issuer, ask, now.getTime())
  if (!provider.ok) throw refuseOidc(provider.fault)
  const idToken = await redeemCode(settings, provider.value, { code: query.code, callback: callbackOf(c), verifier: flow.verifier }, ask)
  if (!idToken.ok) throw refuseOidc(idToken.fault)
  const expected = { issuer: settings.issuer, clientId: settings.clientId, nonce: flow.nonce, keys: provider.value.jwks_uri, now }
  const claims = await verifyIdToken(idToken.value, expected, ask)
  if (!claims.ok) throw refuseOidc(claims.fault)
  const identity = claimedIdentity(claims.value, settings.claim)
  const code =
    identity === undefined
      ? undefined
      : await codeForIdentity(c.env.DB, {
          issuer: settings.issuer,
          identity,
          at,
          expiresAt: later(now, CODE_SECONDS),
          requestId: c.get('requestId'),
        })
  if (code === undefined) throw refused('account')
  return code
}

/** Ties an account to a person at the provider. */
export const identity: Handler = async (c) => {
  const { settings } = needConfigured(c)
  const asked = await readJson(c, identityRequestSchema)
  const done = await putIdentity(c.env.DB, { account: param(c, 'account'), issuer: settings.issuer, ...asked }, actorOf(c))
  if (!done.ok) throw refuseAccount(done.fault)
  return c.body(null, 204)
}

/** What the sign-in needs; undefined where it is not set up, or at another origin than the one that was set. */
function configured(c: Ask): { readonly settings: OidcSettings; readonly ask: Outward } | undefined {
  const settings = oidcSettings(c.env)
  const ask = c.get('host').fetch
  if (settings?.origin !== undefined && settings.origin !== new URL(c.req.url).origin) return undefined
  return settings && ask && { settings, ask }
}

function needConfigured(c: Ask) {
  const all = configured(c)
  if (!all) throw new Refusal('notFound')
  return all
}

const callbackOf = (c: Ask): string => `${new URL(c.req.url).origin}/v1/oidc/callback`
const later = (now: Date, seconds: number): string => new Date(now.getTime() + seconds * 1000).toISOString()
const refused = (detail: string): Refusal => new Refusal('invitationInvalid', { detail })

function refuseOidc(fault: OidcFault): Refusal {
  switch (fault.tag) {
    case 'providerFails':
      return new Refusal('busy', { retryAfter: 5, detail: fault.step })
    case 'codeRefused':
      return refused('code')
    case 'idTokenRefused':
      return refused(`idToken: ${fault.reason}`)
    default:
      return never(fault)
  }
}
