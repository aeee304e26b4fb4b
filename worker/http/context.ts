import type { Context } from 'hono'
import type { Role } from '../../shared/wire/session.ts'
import type { Outward } from '../oidc/outward.ts'
import type { OidcBindings } from '../oidc/settings.ts'
import type { Database } from '../store/database.ts'
import type { ReadAnswer, Session } from '../store/sessions.ts'

/** What the host gives the app: nothing else of the platform gets in. */
export interface Host {
  readonly now: () => Date
  readonly newId: () => string
  /** One structured line; no personal data, no secrets. */
  readonly log: (line: Readonly<Record<string, string | number | null>>) => void
  /** The client's network address, for rate limits and lock-out only. */
  readonly address: (request: Request) => string
  /** The way out, for sign-in through the city's identity provider alone; without it there is none. */
  readonly fetch?: Outward
}

export interface AppEnv {
  Bindings: { DB: Database } & OidcBindings
  Variables: {
    host: Host
    requestId: string
    session: Session | undefined
    /** What the route's first read answered. */
    read: readonly ReadAnswer[]
    role: Role | undefined
    route: string
  }
}
export type Ask = Context<AppEnv>
export type Handler = (c: Ask) => Promise<Response>
