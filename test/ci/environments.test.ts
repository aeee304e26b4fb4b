import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { unstable_readConfig as readConfig } from 'wrangler'

const config = fileURLToPath(new URL('../../wrangler.toml', import.meta.url))
const ENVIRONMENTS = [undefined, 'staging', 'production'] as const
/** As much of a configuration as is looked at; wrangler's own type for it is not exported whole. */
interface Configuration {
  readonly d1_databases: readonly { readonly binding: string; readonly database_id: string; readonly migrations_dir: string }[]
  readonly ratelimits: readonly { readonly name: string; readonly namespace_id: string; readonly simple: object }[]
  readonly assets: { readonly binding: string }
  readonly triggers: { readonly crons: readonly string[] }
}
const read = (env: (typeof ENVIRONMENTS)[number]): Configuration => readConfig({ config, ...(env ? { env } : {}) }, { hideWarnings: true })

/** What an environment of wrangler.toml does not inherit is easily forgotten in it. */
describe.each(ENVIRONMENTS)('the environment %s', (env) => {
  it('binds database, counter, files and Cron', () => {
    const { d1_databases, ratelimits, assets, triggers } = read(env)
    expect(d1_databases.map(({ binding, migrations_dir }) => [binding, migrations_dir])).toEqual([['DB', 'worker/store/migrations']])
    expect(ratelimits).toEqual([{ name: 'RATE_LIMITER', namespace_id: expect.any(String), simple: { limit: 2_400, period: 60 } }])
    expect(assets.binding).toBe('ASSETS')
    expect(triggers.crons).toEqual(['0 22 * * *'])
  })
})

it('no two environments share a database or a counter', () => {
  const all = ENVIRONMENTS.map(read)
  for (const of of [all.map(({ d1_databases: [db] }) => db?.database_id), all.map(({ ratelimits: [counter] }) => counter?.namespace_id)])
    expect(new Set(of).size).toBe(ENVIRONMENTS.length)
})
