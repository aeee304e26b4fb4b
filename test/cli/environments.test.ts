import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { unstable_readConfig as readConfig } from 'wrangler'

const config = fileURLToPath(new URL('../../wrangler.toml', import.meta.url))
const ENVIRONMENTS = [undefined, 'staging', 'production'] as const
const read = (env: (typeof ENVIRONMENTS)[number]) => readConfig({ config, ...(env ? { env } : {}) }, { hideWarnings: true })

/** What an environment of wrangler.toml does not inherit is easily forgotten in it. */
describe.each(ENVIRONMENTS)('the environment %s', (env) => {
  it('binds database, counter, files and Cron', () => {
    const { d1_databases, ratelimits, assets, triggers } = read(env)
    expect(d1_databases.map(({ binding, migrations_dir }) => [binding, migrations_dir])).toEqual([['DB', 'worker/store/migrations']])
    expect(ratelimits).toEqual([{ name: 'RATE_LIMITER', namespace_id: expect.any(String), simple: { limit: 2_400, period: 60 } }])
    expect(assets?.binding).toBe('ASSETS')
    expect(triggers.crons).toEqual(['0 22 * * *'])
  })
})

it('no two environments share a database or a counter', () => {
  const all = ENVIRONMENTS.map(read)
  for (const of of [all.map(({ d1_databases: [db] }) => db?.database_id), all.map(({ ratelimits: [counter] }) => counter?.namespace_id)])
    expect(new Set(of).size).toBe(ENVIRONMENTS.length)
})
