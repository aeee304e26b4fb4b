import type { Finding } from '../../shared/finding/finding.ts'

/** Why a request was not answered as asked. */
export type ApiFault =
  | { readonly tag: 'offline' }
  | { readonly tag: 'timeout' }
  /** The person stopped it. */
  | { readonly tag: 'cancelled' }
  | { readonly tag: 'signedOut' }
  /** The server's problem+json: code, and findings where rows are at fault. */
  | {
      readonly tag: 'problem'
      readonly status: number
      readonly code: string
      readonly requestId: string
      readonly findings: readonly Finding[]
      readonly retryAfter: number | null
    }
  /** An answer that is none of ours (a proxy's page, another version). */
  | { readonly tag: 'foreignAnswer'; readonly status: number }
