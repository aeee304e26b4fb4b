import { createRemoteJWKSet, customFetch, errors, type JWTPayload, jwtVerify } from 'jose'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { OidcFault } from './fault.ts'
import type { Outward } from './outward.ts'

/** Signatures by the provider's private key only: no "none", and no HMAC, for which a public key could be passed off as the secret. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']
/** Clocks of two machines. */
const TOLERANCE_SECONDS = 30

type Keys = ReturnType<typeof createRemoteJWKSet>
const keySets = new Map<string, Keys>()

/** Verifies an ID token as OpenID Connect Core 1.0, section 3.1.3.7 asks: signature, issuer, audience, party, expiry, nonce. */
export async function verifyIdToken(
  idToken: string,
  expected: { readonly issuer: string; readonly clientId: string; readonly nonce: string; readonly keys: string; readonly now: Date },
  ask: Outward,
): Promise<Result<JWTPayload, OidcFault>> {
  try {
    const { payload } = await jwtVerify(idToken, keysAt(expected.keys, ask), {
      issuer: expected.issuer,
      audience: expected.clientId,
      algorithms: ALGORITHMS,
      requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: expected.now,
    })
    if (payload.nonce !== expected.nonce) return fail({ tag: 'idTokenRefused', reason: 'nonce' })
    // A token for several audiences must name the party that it was issued to: us.
    const party = payload.azp ?? (Array.isArray(payload.aud) && payload.aud.length > 1 ? undefined : expected.clientId)
    return party === expected.clientId ? ok(payload) : fail({ tag: 'idTokenRefused', reason: 'azp' })
  } catch (error) {
    // Anything else came from fetching the keys: the provider's fault, not the token's.
    if (!(error instanceof errors.JOSEError)) return fail({ tag: 'providerFails', step: 'keys' })
    return fail({ tag: 'idTokenRefused', reason: reasonOf(error) })
  }
}

/** The provider's keys; `jose` asks again when a token names a key that it does not know. */
function keysAt(address: string, ask: Outward): Keys {
  const known = keySets.get(address)
  if (known) return known
  keySets.clear()
  const keys = createRemoteJWKSet(new URL(address), { timeoutDuration: 8_000, [customFetch]: (url, init) => ask(url, init) })
  keySets.set(address, keys)
  return keys
}

const reasonOf = (error: errors.JOSEError): string =>
  error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired ? error.claim : error.code
