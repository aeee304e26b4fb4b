/** Why a sign-in through the provider came to nothing; the words are for the log and the problem's detail. */
export type OidcFault =
  | { readonly tag: 'providerFails'; readonly step: 'discovery' | 'token' | 'keys' }
  /** The provider did not take the code: used before, another client's, another verifier's. */
  | { readonly tag: 'codeRefused' }
  | { readonly tag: 'idTokenRefused'; readonly reason: string }
