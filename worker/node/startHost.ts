import { createServer as createHttpServer, type IncomingMessage, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { getRequestListener } from '@hono/node-server'
import { createApp } from '../createApp.ts'
import { cityToday } from '../http/cityToday.ts'
import type { Bindings, Host } from '../http/context.ts'
import { runSchedule } from '../store/runSchedule.ts'
import { everyMorning } from './everyMorning.ts'
import { hasRoom } from './freeSpace.ts'
import { limitConnections } from './limitConnections.ts'
import { oneHost } from './oneHost.ts'
import { openDatabase } from './openDatabase.ts'
import { siteFiles } from './siteFiles.ts'

type Line = Readonly<Record<string, string | number | null>>

/** How a city's server is to run. */
export interface HostOptions {
  /** The file of the database; made where it is not there. */
  readonly database: string
  /** The folder of the built pane. */
  readonly assets: string
  readonly address: string
  /** 0 for any that is free. */
  readonly port: number
  /** PEM, read again at each call; without it the host speaks HTTP. */
  readonly certificate?: () => { readonly cert: string | Buffer; readonly key: string | Buffer }
  /** Whether a reverse proxy of ours is in front of it, whose X-Forwarded headers may be believed. */
  readonly behindProxy: boolean
  /** Open connections of one address; as many as usual where it is not said. */
  readonly connections?: number
  /** Sign-in through the city's identity provider, where it has one. */
  readonly settings: Omit<Bindings, 'DB' | 'RATE_LIMITER'>
  readonly log: (line: Line) => void
}

/** A server that listens. */
export interface RunningHost {
  readonly port: number
  /** The migrations that ran at this start. */
  readonly migrated: readonly string[]
  /** Takes the renewed certificate up for connections from now on. */
  renewCertificate(): void
  /** Takes no more connections, lets what is under way end (within ten seconds), and closes the database. */
  stop(): Promise<void>
}

/** How long requests may go on after the stop: above the longest sync, below systemd's patience. */
const LET_END_MS = 10_000
const API = /^\/(?:v1\/|healthz$|readyz$)/

/** The whole server in one process of Node: API, pane and scheduled work over one file of SQLite. Throws where a step fails. */
export async function startHost(options: HostOptions): Promise<RunningHost> {
  const { behindProxy, certificate, log } = options
  const site = siteFiles(options.assets)
  const giveBack = oneHost(options.database)
  const opened = await openDatabase(options.database).catch((error: unknown) => {
    giveBack()
    throw error
  })
  const { db, migrated } = opened
  if (opened.copied !== undefined) log({ event: 'copiedBeforeMigrating', file: opened.copied })
  const closeAll = () => {
    db.close()
    giveBack()
  }
  try {
    const addresses = new WeakMap<Request, string>()
    const host: Host = {
      now: () => new Date(),
      newId: () => crypto.randomUUID(),
      log,
      address: (request) => addresses.get(request) ?? 'local',
      // biome-ignore lint/style/noRestrictedGlobals: the one way out, handed to worker/oidc alone.
      fetch: (address, init) => fetch(address, init),
      unready: () => (db.isInPlace() ? (hasRoom(options.database) ? undefined : 'disk') : 'database'),
    }
    const app = createApp(host)
    // Without it everybody is one address: limits and waits of one are those of all.
    const proxySaysNothing = onceAnHour(() => log({ event: 'proxySaysNoAddress' }))
    const bindings: Bindings = { ...options.settings, DB: db }
    const answer = getRequestListener(
      (request, { incoming }) => {
        const page = API.test(new URL(request.url).pathname) ? undefined : site(request)
        if (page) return page
        addresses.set(request, addressOf(incoming, behindProxy))
        if (behindProxy && lastOf(incoming.headers['x-forwarded-for']) === undefined) proxySaysNothing()
        return app.fetch(request, bindings)
      },
      { overrideGlobalObjects: false },
    )
    // Behind a proxy the request line has no origin; sign-in and links need the one that people see.
    const listener: typeof answer = (incoming, outgoing) => {
      if (behindProxy) incoming.url = outerUrl(incoming)
      return answer(incoming, outgoing)
    }
    const secure = certificate && createHttpsServer({ ...certificate(), minVersion: 'TLSv1.2' }, listener)
    const server = secure ?? createHttpServer(listener)
    if (!behindProxy) limitConnections(server, options.connections)
    await listen(server, options)
    const failed = (error: unknown) => log({ event: 'scheduleFailed', error: String(error).slice(0, 300) })
    const rest = everyMorning(
      async () => {
        const notices = await runSchedule(db, host.now().toISOString(), cityToday(host.now()))
        log({ event: 'scheduled', notices: notices.length })
      },
      host.now,
      failed,
    )
    return {
      port: portOf(server),
      migrated,
      renewCertificate: () => certificate && secure?.setSecureContext(certificate()),
      stop: async () => {
        rest()
        await close(server)
        closeAll()
      },
    }
  } catch (error) {
    closeAll()
    throw error
  }
}

/** Work that is done at most once an hour, however often it is asked for. */
function onceAnHour(work: () => void): () => void {
  let last = Number.NEGATIVE_INFINITY
  return () => {
    if (performance.now() - last < 3_600_000) return
    last = performance.now()
    work()
  }
}

const listen = (server: Server, { address, port }: HostOptions): Promise<void> =>
  new Promise((listening, refused) => {
    server.once('error', refused)
    server.listen(port, address, () => {
      server.off('error', refused)
      listening()
    })
  })

/** Where it listens: a port, since it was given no path. */
function portOf(server: Server): number {
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('a server that listens at no port')
  return at.port
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()))
  // A browser keeps its connection open for the next request: closed as soon as it idles.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const late = setTimeout(() => server.closeAllConnections(), LET_END_MS)
  await closed
  clearInterval(idle)
  clearTimeout(late)
}

/** The client's network address: what our proxy saw, or who is connected. */
const addressOf = ({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, behindProxy: boolean): string =>
  (behindProxy ? lastOf(headers['x-forwarded-for']) : undefined) ?? socket.remoteAddress ?? 'local'

/** The address that the client asked of the proxy. */
function outerUrl({ headers, url = '/' }: Pick<IncomingMessage, 'headers' | 'url'>): string {
  if (!url.startsWith('/')) return url
  return `${lastOf(headers['x-forwarded-proto']) === 'http' ? 'http' : 'https'}://${headers.host ?? 'localhost'}${url}`
}

/** What the nearest proxy added to a list; a client can write before it what it likes. */
const lastOf = (header: string | string[] | undefined): string | undefined => [header].flat().at(-1)?.split(',').at(-1)?.trim() || undefined
