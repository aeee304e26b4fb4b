import { Hono } from 'hono'
import { isKeyOf, keysOf } from '../shared/base/keysOf.ts'
import { CONTRACT, PATH_PARAMETERS } from '../shared/wire/contract.ts'
import { authorize, type Doorkeepers } from './http/authorize.ts'
import type { AppEnv, Host } from './http/context.ts'
import { heavyTurns } from './http/heavyTurns.ts'
import { problemAnswer, Refusal } from './http/problem.ts'
import { SECURITY_HEADERS } from './http/securityHeaders.ts'
import { type Limits, slowDown } from './http/slowDown.ts'
import { HANDLERS } from './routes/handlers.ts'
import { health } from './routes/health.ts'
import { isDatabaseError } from './store/database/isDatabaseError.ts'

const USUAL: Limits = { burst: 1200, perSecond: 20 }

/**
 * The whole server. Each request gets an id, a log line and the security headers; each route of the contract passes
 * the policy table first; every failure leaves as problem+json.
 *
 *     const app = createApp(host)
 *     await app.request('/healthz', {}, { DB })
 */
export function createApp(host: Host, limits: Limits = USUAL): Hono<AppEnv> {
  const app = new Hono<AppEnv>({ strict: true })
  const slow = slowDown(limits)
  const door: Doorkeepers = { slow, known: new Map(), turns: heavyTurns() }

  app.use(async (c, next) => {
    const started = Date.now()
    c.set('host', host)
    c.set('requestId', host.newId())
    c.set('route', '-')
    await next()
    c.get('endTurn')?.()
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
    c.res.headers.set('X-Request-Id', c.get('requestId'))
    c.res.headers.set('Date', host.now().toUTCString())
    host.log({
      event: 'request',
      requestId: c.get('requestId'),
      method: c.req.method,
      route: c.get('route'),
      status: c.res.status,
      ms: Date.now() - started,
      role: c.get('role') ?? null,
    })
  })

  app.get('/healthz', health.alive)
  app.get('/readyz', health.ready)

  const methods = new Map<string, string[]>()
  for (const key of keysOf(CONTRACT)) {
    const [method = '', path = ''] = key.split(' ')
    const pattern = path.replace(/\{(\w+)\}/g, ':$1')
    methods.set(pattern, [...(methods.get(pattern) ?? []), method])
    app.on(method, pattern, async (c) => {
      c.set('route', key)
      await authorize(c, key, door)
      for (const [name, value] of Object.entries(c.req.param())) {
        if (!isKeyOf(PATH_PARAMETERS, name) || !PATH_PARAMETERS[name].safeParse(value).success) throw new Refusal('notFound')
      }
      return HANDLERS[key](c)
    })
  }
  for (const [pattern, allowed] of methods) {
    app.all(pattern, () => {
      throw new Refusal('methodNotAllowed', { headers: { Allow: allowed.join(', ') } })
    })
  }

  app.notFound((c) => problemAnswer(new Refusal('notFound'), c.get('requestId') ?? host.newId()))
  app.onError((error, c) => {
    const requestId = c.get('requestId') ?? host.newId()
    if (error instanceof Refusal) return problemAnswer(error, requestId)
    if (isDatabaseError(error)) {
      host.log({ event: 'databaseFailed', requestId, route: c.get('route') ?? '-', error: String(error.message).slice(0, 300) })
      return problemAnswer(new Refusal('busy', { retryAfter: 5 }), requestId)
    }
    host.log({ event: 'bug', requestId, route: c.get('route') ?? '-', error: String(error.message).slice(0, 300) })
    return problemAnswer(new Refusal('internal'), requestId)
  })
  return app
}
