import type { Context } from 'hono'
import type { Role } from '../../shared/wire/session.ts'
import type { Outward } from '../oidc/outward.ts'
import type { OidcBindings } from '../oidc/settings.ts'
import type { Answer, Database } from '../store/database/database.ts'
import type { Session } from '../store/people/sessions.ts'

/** What the host gives the app: nothing else of the platform gets in. */
export interface Host {
  /** The one clock: tests set it, and a trial sets it back. */
  readonly now: () => Date
  /** A random UUID. */
  readonly newId: () => string
  /** One structured line; no personal data, no secrets. */
  readonly log: (line: Readonly<Record<string, string | number | null>>) => void
  /** The client's network address, for rate limits and lock-out only. */
  readonly address: (request: Request) => string
  /** Why nothing can be stored just now, where the host can tell: "disk", "database"; undefined where it can. */
  readonly unready?: () => string | undefined
  /** Lets work go on after the answer has gone out; without it the answer waits for the work. */
  readonly later?: (c: Ask, work: Promise<void>) => void
  /** The way out, for sign-in through the city's identity provider alone; undefined where the host offers none. */
  readonly fetch?: Outward
  /** Whether one more request of `key` passes where the platform counts, beyond this isolate; undefined where it has no counter. */
  readonly passes?: (key: string, bindings: Bindings) => Promise<boolean | undefined>
}

/** The platform's own counter of requests, in the shape of Cloudflare's rate limiting binding. */
export interface RateCounter {
  limit(of: { key: string }): Promise<{ success: boolean }>
}

/** What the platform binds to the app by name. */
export type Bindings = { DB: Database; RATE_LIMITER?: RateCounter } & OidcBindings

/** What Hono carries with a request. */
export interface AppEnv {
  Bindings: Bindings
  Variables: {
    host: Host
    /** Also in the answer (X-Request-Id), the log and the audit trail. */
    requestId: string
    /** Undefined where the policy lets anyone in. */
    session: Session | undefined
    /** What the route's first read answered. */
    read: readonly Answer[]
    role: Role | undefined
    /** Ends the turn at what is heavy; undefined where it is not. */
    endTurn: (() => void) | undefined
    /** Method and path as the contract names them: the log holds no ids. */
    route: string
  }
}
/** One request. */
export type Ask = Context<AppEnv>
/** What answers a route. Throws a `Refusal` for what is not done. */
export type Handler = (c: Ask) => Promise<Response>
