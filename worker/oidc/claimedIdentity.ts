import type { JWTPayload } from 'jose'

/** The value by which the city knows a person; undefined where the claim is absent, no text, or an address that nobody verified. */
export function claimedIdentity(payload: JWTPayload, claim: string): string | undefined {
  const value = payload[claim]
  if (typeof value !== 'string' || value === '' || value.length > 200) return undefined
  return claim === 'email' && payload.email_verified !== true ? undefined : value
}
