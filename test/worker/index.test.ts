import { createExecutionContext, createScheduledController, waitOnExecutionContext } from 'cloudflare:test'
import { expect, it } from 'vitest'
import worker from '../../worker/index.ts'
import { database, emptyCity, openWorld } from './world.ts'

it('does by Cron what POST /v1/scheduled does by hand', async () => {
  const world = await openWorld()
  const context = createExecutionContext()
  await worker.scheduled(createScheduledController({ scheduledTime: Date.now(), cron: '0 22 * * *' }), { DB: world.db })
  await waitOnExecutionContext(context)
  const byCron = await database.prepare('SELECT period, reporter, kind FROM notices ORDER BY 1, 2, 3').all()
  expect(byCron.results.length).toBeGreaterThan(20)
  world.now = new Date()
  const { notices } = (await (await world.ask('coordinator', 'POST', '/v1/scheduled')).json()) as { notices: unknown[] }
  expect(notices).toEqual([])
})

it('answers through its entry as through the app', async () => {
  await emptyCity()
  const answer = await worker.fetch(
    new Request('https://city.example/healthz') as never,
    { DB: database as never },
    createExecutionContext() as never,
  )
  expect(answer.status).toBe(200)
})

it('asks the platform’s counter', async () => {
  const keys: string[] = []
  const RATE_LIMITER = {
    limit: async ({ key }: { key: string }) => {
      keys.push(key)
      return { success: false }
    },
  }
  const request = new Request('https://city.example/v1/sign-in-options', { headers: { 'CF-Connecting-IP': '198.51.100.1' } })
  const answer = await worker.fetch(request as never, { DB: database as never, RATE_LIMITER }, createExecutionContext() as never)
  expect([answer.status, keys]).toEqual([429, ['address:198.51.100.1']])
})
