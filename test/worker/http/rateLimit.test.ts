import { env } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../../worker/createApp.ts'
import type { Bindings, Host } from '../../../worker/http/context.ts'
import { database, openWorld } from '../world.ts'

const RATE_LIMITER = (env as unknown as Required<Pick<Bindings, 'RATE_LIMITER'>>).RATE_LIMITER
const DB = database as unknown as Bindings['DB']
/** As wrangler.toml has it. */
const PER_MINUTE = 2_400

/** An isolate of the server: it has a memory of its own, and the platform's counter in common with the others. */
function isolate(address: string, limits?: { burst: number; perSecond: number }) {
  const lines: unknown[] = []
  const host: Host = {
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    log: (line) => lines.push(line),
    address: () => address,
    passes: async (key, bindings) => (await bindings.RATE_LIMITER?.limit({ key }))?.success,
  }
  const app = createApp(host, limits)
  return { lines, ask: (bindings: Bindings) => Promise.resolve(app.request('/v1/sign-in-options', {}, bindings)) }
}

describe('the rate limit', () => {
  // on a busy machine the counter's minute may end in the middle: then once more, as another address
  let tries = 0
  it('holds across isolates by the platform’s own counter, for each address apart', { retry: 2 }, async () => {
    const own = `203.0.113.${++tries}`
    const isolates = [isolate(own), isolate(own), isolate(own)]
    let refused: Response | undefined
    let passed = 0
    while (!refused && passed <= PER_MINUTE) {
      const answer = await (isolates[passed % 3] as ReturnType<typeof isolate>).ask({ DB, RATE_LIMITER })
      if (answer.status === 429) refused = answer
      else passed += 1
    }
    expect(passed).toBe(PER_MINUTE)
    expect(refused?.headers.get('retry-after')).toBe('60')
    expect(await refused?.json()).toMatchObject({ code: 'tooManyRequests' })
    expect((await isolate('198.51.100.8').ask({ DB, RATE_LIMITER })).status).toBe(200)
  })

  it('is counted in the isolate alone where the platform has no counter', async () => {
    const { ask } = isolate('198.51.100.9', { burst: 3, perSecond: 0.001 })
    const answers = [await ask({ DB }), await ask({ DB }), await ask({ DB }), await ask({ DB })]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429])
  })

  it('is counted in the isolate alone while the platform’s counter fails, and says so in the log', async () => {
    const { ask, lines } = isolate('198.51.100.10', { burst: 2, perSecond: 0.001 })
    const broken = { limit: () => Promise.reject(new Error('no counter today')) }
    const answers = [1, 2, 3].map(() => ask({ DB, RATE_LIMITER: broken }))
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200, 429])
    expect(JSON.stringify(lines)).toContain('rateLimiterFailed')
  })

  it('does not ask the platform about what the isolate refuses already', async () => {
    let asked = 0
    const counting = {
      limit: async () => {
        asked += 1
        return { success: true }
      },
    }
    const { ask } = isolate('198.51.100.11', { burst: 1, perSecond: 0.001 })
    for (let n = 0; n < 5; n += 1) await ask({ DB, RATE_LIMITER: counting })
    expect(asked).toBe(1)
  })
  it('counts who is signed in by account in the isolate, and asks the platform only about addresses that show no session', async () => {
    const world = await openWorld()
    const keys: string[] = []
    const host: Host = {
      now: () => world.now,
      newId: () => crypto.randomUUID(),
      log: () => {},
      address: () => '198.51.100.12',
      passes: async (key) => {
        keys.push(key)
        return true
      },
    }
    const app = createApp(host, { burst: 2, perSecond: 0.001 })
    const ask = async (token: string | undefined) =>
      (await app.request('/v1/me', { headers: { Authorization: `Bearer ${token}` } }, { DB })).status
    expect([await ask(world.tokens.clerk), await ask(world.tokens.clerk), await ask(world.tokens.clerk)]).toEqual([200, 200, 429])
    expect([await ask(world.tokens.reviewer), keys]).toEqual([200, []])
    expect([await ask('x'.repeat(43)), keys]).toEqual([401, ['address:198.51.100.12']])
  })
})
