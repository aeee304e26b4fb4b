import { isRecord } from '../../shared/base/keysOf.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { ProviderMetadata } from './discover.ts'
import type { OidcFault } from './fault.ts'
import { fetchJson } from './fetchJson.ts'
import type { Outward } from './outward.ts'
import type { OidcSettings } from './settings.ts'

/** Turns an authorization code into the ID token, not yet verified (RFC 6749, section 4.1.3, with the verifier of RFC 7636). */
export async function redeemCode(
  settings: OidcSettings,
  provider: ProviderMetadata,
  of: { readonly code: string; readonly callback: string; readonly verifier: string },
  ask: Outward,
): Promise<Result<string, OidcFault>> {
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code: of.code,
    redirect_uri: of.callback,
    code_verifier: of.verifier,
  })
  const headers: Record<string, string> = { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' }
  // RFC 6749, section 2.3.1: Basic where the provider takes it, else in the form.
  if (provider.token_endpoint_auth_methods_supported.includes('client_secret_basic')) {
    const pair = [settings.clientId, settings.clientSecret].map(formEncoded).join(':')
    headers.Authorization = `Basic ${btoa(pair)}`
  } else {
    form.set('client_id', settings.clientId)
    form.set('client_secret', settings.clientSecret)
  }
  const answer = await fetchJson(ask, provider.token_endpoint, { method: 'POST', headers, body: form.toString() })
  const body = isRecord(answer?.body) ? answer.body : {}
  if (answer?.status === 200 && typeof body.id_token === 'string') return ok(body.id_token)
  if (answer?.status === 400 && body.error === 'invalid_grant') return fail({ tag: 'codeRefused' })
  return fail({ tag: 'providerFails', step: 'token' })
}

/** RFC 6749, section 2.3.1: id and secret are form-encoded before they are joined. */
const formEncoded = (text: string): string => new URLSearchParams({ text }).toString().slice('text='.length)
