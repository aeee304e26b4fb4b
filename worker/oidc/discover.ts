import { z } from 'zod'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { OidcFault } from './fault.ts'
import { fetchJson } from './fetchJson.ts'
import type { Outward } from './outward.ts'

/** What of the document is used; the defaults are the specification's. */
const metadataSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
})
/** Where a provider is asked for what. */
export type ProviderMetadata = z.infer<typeof metadataSchema>

const CACHED_MS = 600_000
/** One provider a city: a map of one entry, so that a changed setting is no second one. */
const cache = new Map<string, { metadata: ProviderMetadata; until: number }>()

/**
 * The provider's discovery document (OpenID Connect Discovery 1.0, section 4), cached for ten minutes. It must name the very
 * issuer that was asked for (mix-up), and every address must be https, a loopback one apart.
 */
export async function discover(issuer: string, ask: Outward, now: number): Promise<Result<ProviderMetadata, OidcFault>> {
  const known = cache.get(issuer)
  if (known && known.until > now) return ok(known.metadata)
  const answer = await fetchJson(ask, `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {})
  const parsed = answer?.status === 200 ? metadataSchema.safeParse(answer.body) : undefined
  if (!parsed?.success || parsed.data.issuer !== issuer || !addresses(parsed.data).every(isSafe))
    return fail({ tag: 'providerFails', step: 'discovery' })
  cache.clear()
  cache.set(issuer, { metadata: parsed.data, until: now + CACHED_MS })
  return ok(parsed.data)
}

const addresses = (of: ProviderMetadata): readonly string[] => [of.authorization_endpoint, of.token_endpoint, of.jwks_uri]

function isSafe(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
}
