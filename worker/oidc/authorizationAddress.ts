import type { SignInFlow } from './signInFlow.ts'

/** Where the browser is sent to sign in (OpenID Connect Core 1.0, section 3.1.2.1; RFC 7636). */
export function authorizationAddress(
  endpoint: string,
  of: { readonly clientId: string; readonly callback: string; readonly flow: SignInFlow },
): string {
  const address = new URL(endpoint)
  const parameters = {
    response_type: 'code',
    client_id: of.clientId,
    redirect_uri: of.callback,
    scope: 'openid',
    state: of.flow.state,
    nonce: of.flow.nonce,
    code_challenge: of.flow.challenge,
    code_challenge_method: 'S256',
  }
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value)
  return address.href
}
