/** The variables that turn sign-in through the city's identity provider on; the secret by `wrangler secret put`. */
export interface OidcBindings {
  readonly OIDC_ISSUER?: string
  readonly OIDC_CLIENT_ID?: string
  readonly OIDC_CLIENT_SECRET?: string
  /** The claim of the ID token that names the person; "sub" where left out. */
  readonly OIDC_CLAIM?: string
}

export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly claim: string
}

/** The settings; undefined unless issuer, client and secret are all there. */
export function oidcSettings(bindings: OidcBindings): OidcSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_CLAIM: claim } = bindings
  if (!issuer || !clientId || !clientSecret) return undefined
  return { issuer, clientId, clientSecret, claim: claim || 'sub' }
}
