import { beforeEach, describe, expect, it } from 'vitest'
import { registerForm2021 } from '../../../shared/register/year2021/register2021.ts'
import type { Consolidation } from '../../../shared/wire/consolidation.ts'
import { cityToday } from '../../../worker/http/cityToday.ts'
import { cacheAnswer } from '../../../worker/store/consolidation/cacheAnswer.ts'
import { consolidationInputsOf, consolidationStatements } from '../../../worker/store/consolidation/consolidationInputs.ts'
import { database, openWorld, PERIOD, send, type World } from '../world.ts'

const inputsOf = async (world: World) => {
  const statements = consolidationStatements(world.db, PERIOD, cityToday(world.now), null)
  const inputs = consolidationInputsOf(await world.db.batch([...statements]))
  if (!inputs) throw new Error('no such period')
  return inputs
}

describe("the city's figures, kept until something moves", () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
    await send(world, 'clerk', [{ subject: '7.1.a', area: '411202', cumulative: 10_000 }])
  })

  const path = `/v1/periods/${PERIOD}/consolidation`
  const ask = (headers: Record<string, string> = {}) => world.ask('coordinator', 'GET', path, { headers })
  const read = async () => (await (await ask()).json()) as Consolidation
  const figure = (city: Consolidation) => city.indicators.find(({ indicator }) => indicator === '7.1.a')
  const move = async (registerId: string) => {
    const { epoch } = (await database.prepare('SELECT epoch FROM periods WHERE id = ?').bind(PERIOD).first<{ epoch: number }>()) ?? {}
    const answer = await world.ask('coordinator', 'PUT', `/v1/periods/${PERIOD}`, {
      body: { registerId, registerVersion: registerId === 'smx-2021' ? 2 : 1, reason: '调整' },
      headers: { 'If-Match': String(epoch) },
    })
    expect(answer.status).toBe(200)
  }
  const target = (value: string, more: object) => ({
    ...registerForm2021,
    ...more,
    indicators: registerForm2021.indicators.map((indicator) =>
      indicator.id === '7.1.a' ? { ...indicator, target: { ...(indicator.target as object), value } } : indicator,
    ),
  })

  it('are the same bytes and the same ETag while nothing moves, and 304 to whoever has them', async () => {
    const [first, second] = [await ask(), await ask()]
    expect(await first.text()).toBe(await second.text())
    const etag = first.headers.get('etag') ?? ''
    expect(second.headers.get('etag')).toBe(etag)
    expect((await ask({ 'If-None-Match': etag })).status).toBe(304)
  })

  it.each<[string, (world: World) => Promise<unknown>, (city: Consolidation) => unknown, unknown]>([
    [
      'a sync came',
      (world) => send(world, 'clerk', [{ subject: '7.1.a', area: '411202', base: 1, cumulative: 20_000 }]),
      (city) => figure(city)?.cumulative,
      20_000,
    ],
    [
      'a row was withdrawn',
      (world) => send(world, 'clerk', [{ subject: '7.1.a', area: '411202', base: 1, deleted: true }]),
      (city) => figure(city)?.cumulative,
      null,
    ],
    [
      'another version of the register counts',
      async (world) => {
        const body = target('600', { version: 2 })
        expect((await world.ask('administrator', 'POST', '/v1/registers', { body })).status).toBe(200)
        await move('smx-2021')
      },
      (city) => figure(city)?.target,
      6_000_000,
    ],
    [
      'another register of the same version number counts',
      async (world) => {
        const body = target('700', { id: 'other-register', version: 1 })
        expect((await world.ask('administrator', 'POST', '/v1/registers', { body })).status).toBe(200)
        await move('other-register')
      },
      (city) => figure(city)?.target,
      7_000_000,
    ],
    ['the database was restored', () => database.prepare("UPDATE city SET era = 'another'").run(), (city) => city.era, 'another'],
  ])('are made anew where %s, for whoever has the ones before too', async (_, change, of, expected) => {
    const before = (await ask()).headers.get('etag') ?? ''
    await change(world)
    expect((await ask({ 'If-None-Match': before })).status).toBe(200)
    expect(of(await read())).toEqual(expected)
  })

  it('never step back: an answer that was long in the making does not replace a newer one', async () => {
    const now = await read()
    const inputs = await inputsOf(world)
    await cacheAnswer(world.db, { ...inputs, seq: now.asOfSeq - 1 }, { body: '{"old":true}', figures: {}, before: undefined })
    const { body } = (await database.prepare('SELECT body FROM consolidations').first<{ body: string }>()) ?? { body: '' }
    expect(JSON.parse(body)).toEqual(now)
    expect(await read()).toEqual(now)
  })
})
