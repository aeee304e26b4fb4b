/** The variables that turn sign-in through the city's identity provider on; the secret by `wrangler secret put`. */
export interface OidcBindings {
  readonly OIDC_ISSUER?: string
  readonly OIDC_CLIENT_ID?: string
  readonly OIDC_CLIENT_SECRET?: string
  /** The claim of the ID token that names the person; "sub" where left out. */
  readonly OIDC_CLAIM?: string
  /** Where people reach the server ("https://city.example"): the only origin at which this sign-in is, and the way back to it. */
  readonly PUBLIC_ORIGIN?: string
}

/** The same, complete. */
export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly claim: string
  /** The one origin that the provider may send people back to; undefined where it is the one that was asked. */
  readonly origin: string | undefined
}

/** The settings; undefined unless issuer, client and secret are all there. A PUBLIC_ORIGIN that is not an origin throws: nobody is sent anywhere by it. */
export function oidcSettings(bindings: OidcBindings): OidcSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_CLAIM: claim } = bindings
  if (!issuer || !clientId || !clientSecret) return undefined
  return { issuer, clientId, clientSecret, claim: claim || 'sub', origin: publicOrigin(bindings.PUBLIC_ORIGIN) }
}

/** "https://city.example", with or without a slash after it; undefined where nothing is set. Throws for anything else. */
export function publicOrigin(set: string | undefined): string | undefined {
  if (!set) return undefined
  const origin = URL.canParse(set) ? new URL(set).origin : 'null'
  if (!/^https?:/.test(origin) || set.replace(/\/$/, '').toLowerCase() !== origin)
    throw new Error(`PUBLIC_ORIGIN is no origin: ${set.slice(0, 100)}`)
  return origin
}
