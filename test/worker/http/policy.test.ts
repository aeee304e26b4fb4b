import { beforeAll, describe, expect, it } from 'vitest'
import { CONTRACT, type RouteKey } from '../../../shared/wire/contract.ts'
import { POLICY } from '../../../worker/http/policy.ts'
import { database, openWorld, otherUnit, PEOPLE, PERIOD, type World } from '../world.ts'

/** Every route × every person × own unit, another unit, no such unit: what the policy table says is what the server does. */
describe('policy', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })

  const people = PEOPLE.filter(({ id }) => id !== 'second')
  const units = ['jiaotong', otherUnit(), 'nobody-at-all']
  const cases = (Object.keys(CONTRACT) as RouteKey[])
    .filter((key) => key !== 'DELETE /v1/sessions/current')
    .flatMap((key) =>
      people.flatMap((person) => (key.includes('{reporter}') ? units : ['jiaotong']).map((unit) => ({ key, person, unit }))),
    )

  const addressOf = (key: RouteKey, unit: string): [method: string, path: string] => {
    const [method = '', path = ''] = key.split(' ')
    const values: Record<string, string> = {
      period: PERIOD,
      reporter: unit,
      account: 'none',
      device: '0'.repeat(16),
      register: 'smx-2021',
      version: '1',
      indicator: '7.1.a',
      ticket: 'x'.repeat(43),
      layout: '0'.repeat(16),
    }
    return [method, path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')]
  }

  it('covers every route of the contract', () => {
    expect(Object.keys(POLICY).sort()).toEqual(Object.keys(CONTRACT).sort())
    expect(cases.length).toBeGreaterThan(300)
  })

  it('refuses everybody whom the table does not name, and nobody else', async () => {
    for (const { key, person, unit } of cases) {
      const rule = POLICY[key]
      const [method, path] = addressOf(key, unit)
      const answer = await world.ask(person.id, method, path, method === 'GET' || method === 'DELETE' ? {} : { body: 'nonsense' })
      const where = `${key} as ${person.id} of ${unit}`
      const reach = rule === 'anyone' ? 'any' : rule[person.role]
      if (reach === undefined) expect(answer.status, where).toBe(403)
      else if (reach === 'own' && unit !== person.reporter) expect(answer.status, where).toBe(404)
      else expect([401, 403, 405, 500], where).not.toContain(answer.status)
      if (answer.status >= 400) expect(answer.headers.get('content-type'), where).toContain('application/problem+json')
    }
  })

  it('refuses whoever is not signed in, everywhere but at sign-in', async () => {
    for (const key of Object.keys(CONTRACT) as RouteKey[]) {
      const [method, path] = addressOf(key, 'jiaotong')
      for (const token of [null, 'x'.repeat(43), 'no-token']) {
        const answer = await world.ask(token, method, path, method === 'GET' || method === 'DELETE' ? {} : { body: {} })
        if (POLICY[key] === 'anyone') expect(key.includes('/oidc/') ? [404] : [200, 400, 410], key).toContain(answer.status)
        else expect(answer.status, key).toBe(401)
      }
    }
  })

  it("answers another unit's address like one that does not exist", async () => {
    for (const key of (Object.keys(CONTRACT) as RouteKey[]).filter((key) => key.includes('{reporter}'))) {
      const answers = await Promise.all(
        [otherUnit(), 'nobody-at-all'].map(async (unit) => {
          const [method, path] = addressOf(key, unit)
          const answer = await world.ask('clerk', method, path, method === 'GET' ? {} : { body: {} })
          const { requestId: _, ...problem } = (await answer.json()) as Record<string, unknown>
          return problem
        }),
      )
      expect(answers[0], key).toEqual(answers[1])
    }
  })

  it('writes nothing while it refuses', async () => {
    const tables = ['records', 'history', 'receipts', 'comments', 'submissions', 'layouts']
    const counts = await database.batch(tables.map((table) => database.prepare(`SELECT count(*) AS n FROM ${table}`)))
    expect(counts.map(({ results }) => (results[0] as { n: number }).n)).toEqual([0, 0, 0, 0, 0, 0])
  })
})
