import { base64url } from '../secrets/base64url.ts'
import { hashOf } from '../secrets/hashOf.ts'
import { mintToken } from '../secrets/token.ts'

/**
 * One sign-in under way. The browser has `secret` in a cookie; state, nonce and PKCE verifier are one-way functions of
 * it, so that nothing secret is in the database, and an answer counts only in the browser that asked (login CSRF).
 */
export interface SignInFlow {
  readonly secret: string
  readonly state: string
  readonly nonce: string
  /** RFC 7636: 64 characters of hex. */
  readonly verifier: string
  /** RFC 7636, S256. */
  readonly challenge: string
}

/** A new sign-in, or the one that a browser's cookie belongs to. */
export async function signInFlow(secret: string = mintToken()): Promise<SignInFlow> {
  const [state, nonce, verifier] = await Promise.all(['state', 'nonce', 'verifier'].map((use) => hashOf(`oidc ${use} ${secret}`)))
  if (!state || !nonce || !verifier) throw new Error('three hashes were asked for')
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)))
  return { secret, state, nonce, verifier, challenge: base64url(digest) }
}
