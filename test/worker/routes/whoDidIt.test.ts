import { beforeAll, describe, expect, it } from 'vitest'
import { registerForm2021 } from '../../../shared/register/year2021/register2021.ts'
import type { Consolidation } from '../../../shared/wire/consolidation.ts'
import { database, openWorld, PERIOD, send, type World } from '../world.ts'

const unit = `/v1/periods/${PERIOD}/reporters/jiaotong`
const row = { subject: '7.1.a', area: '411202' }

/** Accounts are given to whoever comes after: who did something is the person of then. */
describe('who did it', () => {
  let world: World
  const get = async (who: string, path: string) => (await (await world.ask(who, 'GET', path)).json()) as never
  const good = async (asked: Promise<Response>): Promise<void> => expect(await asked.then((answer) => answer.status)).toBe(200)
  const hand = (account: string, name: string) => database.prepare('UPDATE accounts SET name = ? WHERE id = ?').bind(name, account).run()

  beforeAll(async () => {
    world = await openWorld()
    await send(world, 'clerk', [{ ...row, cumulative: 240_000 }])
    await send(world, 'second', [{ ...row, area: '411203', cumulative: 60_000 }])
    await good(world.ask('clerk', 'POST', `${unit}/submission/complete`, { body: {} }))
    await good(world.ask('reviewer', 'POST', `${unit}/submission/review`, { body: {} }))
    await good(world.ask('clerk', 'POST', `${unit}/comments`, { body: { ...row, kind: 'comment', text: '已核对' } }))
    const light = { light: 'yellow', reason: '汛期停工' }
    await good(world.ask('coordinator', 'PUT', `/v1/periods/${PERIOD}/indicators/7.1.a/light`, { body: light }))
    for (const [account, name] of [
      ['clerk', '新来的填报人'],
      ['second', '交通填报人'],
      ['reviewer', '新来的审核人'],
      ['coordinator', '新来的督查员'],
    ] as const)
      await hand(account, name)
    await send(world, 'clerk', [{ ...row, base: 1, cumulative: 250_000 }])
  })

  it('is in each version the person who wrote it, with the account', async () => {
    const { versions } = await get('clerk', `${unit}/history?subject=7.1.a&area=411202`)
    expect(versions).toMatchObject([
      { version: 1, account: 'clerk', by: '交通填报人' },
      { version: 2, account: 'clerk', by: '新来的填报人' },
    ])
    const { records } = await get('clerk', `${unit}/records?since=0`)
    expect(records).toMatchObject([
      { area: '411203', account: 'second', by: '交通另一填报人' },
      { area: '411202', account: 'clerk', by: '新来的填报人' },
    ])
  })

  it('is under a sign-off, a remark and a light who made them', async () => {
    expect(await get('clerk', `${unit}/submission`)).toMatchObject({ signedBy: '交通审核人' })
    expect(await get('clerk', `${unit}/comments`)).toMatchObject({ comments: [{ account: 'clerk', by: '交通填报人' }] })
    const city: Consolidation = await get('coordinator', `/v1/periods/${PERIOD}/consolidation`)
    const found = city.indicators.find(({ indicator }) => indicator === '7.1.a')
    expect(found?.light?.override).toMatchObject({ by: '督查室' })
    expect(found?.areas.flatMap(({ sources }) => sources)).toMatchObject([
      { account: 'clerk', by: '新来的填报人' },
      { account: 'second', by: '交通另一填报人' },
    ])
  })

  it('is in the audit trail who acted, with the account', async () => {
    const { entries } = await get('auditor', '/v1/audit?act=light')
    expect(entries).toMatchObject([{ account: 'coordinator', by: '督查室' }])
    const signed = await get('auditor', '/v1/audit?act=submission.review')
    expect(signed).toMatchObject({ entries: [{ account: 'reviewer', by: '交通审核人' }] })
  })

  it('is under a receipt who sent it, whatever the account is called afterwards', async () => {
    const { results } = await database.prepare('SELECT account, account_name FROM receipts ORDER BY seq').all()
    expect(results).toEqual([
      { account: 'clerk', account_name: '交通填报人' },
      { account: 'second', account_name: '交通另一填报人' },
      { account: 'clerk', account_name: '新来的填报人' },
    ])
  })
})

describe('the name of a unit', () => {
  it('is that of the register of the period, whatever version was loaded last', async () => {
    const world = await openWorld()
    const units = registerForm2021.units.map((one) =>
      one.id === 'jiaotong' ? { ...one, name: '市综合交通局', aliases: ['市交通运输局'] } : one,
    )
    const next = { ...registerForm2021, version: 2, units }
    expect((await world.ask('administrator', 'POST', '/v1/registers', { body: next })).status).toBeLessThan(300)
    const body = {
      registerId: registerForm2021.id,
      registerVersion: 2,
      softDeadline: '2021-06-30',
      hardDeadline: '2021-07-02',
      reason: '开新一期',
    }
    expect((await world.ask('coordinator', 'PUT', '/v1/periods/2021-06', { body })).status).toBe(200)
    const named = async (period: string) => {
      const one = await world.ask('coordinator', 'GET', `/v1/periods/${period}/reporters/jiaotong/submission`)
      const all = await world.ask('coordinator', 'GET', `/v1/periods/${period}/submissions`)
      const { submissions } = (await all.json()) as { submissions: { reporter: string; reporterName: string }[] }
      const { reporterName } = (await one.json()) as { reporterName: string }
      return [reporterName, submissions.find(({ reporter }) => reporter === 'jiaotong')?.reporterName]
    }
    expect(await named(PERIOD)).toEqual(['市交通运输局', '市交通运输局'])
    expect(await named('2021-06')).toEqual(['市综合交通局', '市综合交通局'])
  })
})
