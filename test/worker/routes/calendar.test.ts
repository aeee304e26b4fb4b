import { beforeEach, describe, expect, it } from 'vitest'
import { registerForm2021 } from '../../../shared/register/year2021/register2021.ts'
import type { RegisterDifference } from '../../../shared/wire/administration.ts'
import { openWorld, PERIOD, type World } from '../world.ts'

describe('a period without deadlines of its own', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  const plan = { registerId: 'smx-2021', registerVersion: 1, reason: '新的一期' }
  const put = (period: string, body: object, headers: Record<string, string> = {}) =>
    world.ask('coordinator', 'PUT', `/v1/periods/${period}`, { body, headers })

  it.each([
    ['2021-06', '2021-06-30', '2021-07-03'],
    ['2021-12', '2021-12-25', '2021-12-28'],
  ])('takes those of %s from the usual calendar', async (period, softDeadline, hardDeadline) => {
    expect(await (await put(period, plan)).json()).toMatchObject({ id: period, softDeadline, hardDeadline, epoch: 1 })
  })

  it("takes them from its own register version's calendar, which a dry run shows with the lights", async () => {
    const next = {
      ...registerForm2021,
      version: 2,
      calendar: { monthlyBy: 20, yearBy: 15, graceDays: 1 },
      lights: { yellowFrom: '5', redAbove: '20', dueWithinDays: 3 },
    }
    const dry = (await (await world.ask('administrator', 'POST', '/v1/registers?dryRun=true', { body: next })).json()) as RegisterDifference
    expect(dry.changes).toEqual([
      { list: 'lights', key: 'lights', change: 'added', after: { yellowFrom: 50_000, redAbove: 200_000, dueWithinDays: 3 } },
      { list: 'calendar', key: 'calendar', change: 'added', after: next.calendar },
    ])
    expect((await world.ask('administrator', 'POST', '/v1/registers', { body: next })).status).toBe(200)
    const second = { ...plan, registerVersion: 2 }
    expect(await (await put('2021-06', second)).json()).toMatchObject({ softDeadline: '2021-06-20', hardDeadline: '2021-06-21' })
    expect(await (await put('2021-12', second)).json()).toMatchObject({ softDeadline: '2021-12-15', hardDeadline: '2021-12-16' })
    expect(await (await put('2021-07', plan)).json()).toMatchObject({ softDeadline: '2021-07-30' })
  })

  it('keeps what it has when it is changed', async () => {
    const answer = await put(PERIOD, plan, { 'If-Match': '"1"' })
    expect(await answer.json()).toMatchObject({ softDeadline: '2021-05-30', hardDeadline: '2021-06-02' })
  })

  it('is refused with one deadline, with deadlines in the wrong order, and for a register that is not there', async () => {
    for (const more of [
      { softDeadline: '2021-06-30' },
      { hardDeadline: '2021-06-30' },
      { softDeadline: '2021-06-30', hardDeadline: '2021-06-29' },
      { registerVersion: 9 },
    ])
      expect((await put('2021-06', { ...plan, ...more })).status, JSON.stringify(more)).toBe(400)
    expect((await put('2021-06', plan)).status).toBe(200)
  })
})
