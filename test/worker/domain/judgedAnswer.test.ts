import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { register2021, registerForm2021 } from '../../../shared/register/year2021/register2021.ts'
import type { Notice } from '../../../shared/wire/administration.ts'
import { type Consolidation, consolidationSchema } from '../../../shared/wire/consolidation.ts'
import type { SubmissionsAnswer } from '../../../shared/wire/submission.ts'
import { contentHash } from '../../../worker/store/backup/exportCity.ts'
import { database, openWorld, otherUnit, PERIOD, type Row, syncPath, syncRequest, type World } from '../world.ts'

const EARLIER = '2021-04'
const COUNTIES = register2021.areas.filter(({ level }) => level === 'county').map(({ code }) => code)
const path = (period: string) => `/v1/periods/${period}/consolidation`
const unit = (reporter: string, period = PERIOD) => `/v1/periods/${period}/reporters/${reporter}`

let world: World
const open = async () => {
  const opened = await openWorld()
  await database.prepare("UPDATE periods SET hard_deadline = '2021-12-31'").run()
  return opened
}
beforeEach(async () => {
  world = await open()
})

const ask = (headers: Record<string, string> = {}, period = PERIOD) => world.ask('coordinator', 'GET', path(period), { headers })
const read = async (period = PERIOD) => (await (await ask({}, period)).json()) as Consolidation
const found = (answer: Consolidation, id = '7.1.a') => {
  const one = answer.indicators.find(({ indicator }) => indicator === id)
  if (!one) throw new Error(id)
  return one
}
const sync = async (rows: readonly Row[], period = PERIOD, who = 'clerk', reporter = 'jiaotong') => {
  const { epoch } = (await database.prepare('SELECT epoch FROM periods WHERE id = ?').bind(period).first<{ epoch: number }>()) ?? {}
  const body = syncRequest(rows, { periodEpoch: epoch ?? 0 })
  const answer = await world.ask(who, 'POST', syncPath(reporter, period), { body, headers: { 'Idempotency-Key': crypto.randomUUID() } })
  expect(answer.status, await answer.clone().text()).toBe(200)
}
const roads = (cumulative: number, base = 0): Row[] =>
  COUNTIES.map((area) => ({ subject: '7.1.a', area, base, cumulative: cumulative * 10_000 }))
const good = async (answer: Promise<Response>) => {
  const got = await answer
  expect(got.status, await got.clone().text()).toBe(200)
  return got
}
const light = (body: object, indicator = '7.1.a', who = 'coordinator') =>
  world.ask(who, 'PUT', `/v1/periods/${PERIOD}/indicators/${indicator}/light`, { body })
const act = (name: string, who = 'clerk', reporter = 'jiaotong') =>
  good(world.ask(who, 'POST', `${unit(reporter)}/submission/${name}`, { body: { reason: '理由' } }))
const extension = (until: string | null, reporter = 'jiaotong') =>
  good(world.ask('coordinator', 'PUT', `${unit(reporter)}/extension`, { body: { until, reason: '延期' } }))
const change = async (more: object, period = PERIOD) => {
  const row = await database.prepare('SELECT * FROM periods WHERE id = ?').bind(period).first<Record<string, string | number>>()
  const body = {
    registerId: row?.register_id,
    registerVersion: row?.register_version,
    softDeadline: row?.soft_deadline,
    hardDeadline: row?.hard_deadline,
    reason: '调整',
    ...more,
  }
  await good(world.ask('coordinator', 'PUT', `/v1/periods/${period}`, { body, headers: { 'If-Match': String(row?.epoch) } }))
}
const forget = () => database.batch([database.prepare('DELETE FROM consolidations'), database.prepare('DELETE FROM period_figures')])
const kept = async () => (await database.prepare('SELECT period, as_of_seq FROM consolidations ORDER BY period').all()).results
const nextRegister = () => ({
  ...registerForm2021,
  version: 2,
  indicators: registerForm2021.indicators.map((one) =>
    one.id === '7.1.a' ? { ...one, target: { ...(one.target as object), value: '600' } } : one,
  ),
})

describe('the judged answer', () => {
  it('has light, change, timeliness, counts, ranks and disagreements, in the shape of the wire', async () => {
    await sync(roads(20), EARLIER)
    await sync([...roads(25), { subject: '7.1.a', area: '411200', cumulative: 1_600_000 }])
    await act('complete')
    const answer = await read()
    expect(consolidationSchema.parse(answer)).toEqual(answer)
    expect(answer).toMatchObject({ judgedOn: '2021-05-28', before: EARLIER })
    expect(found(answer)).toMatchObject({
      cumulative: 1_500_000,
      light: { light: 'green', reason: 'onSchedule', override: null },
      change: { cumulative: 300_000, percent: 100_000 },
    })
    expect(answer.reporters.find(({ reporter }) => reporter === 'jiaotong')).toMatchObject({ timeliness: 'onTime', deadline: '2021-05-30' })
    expect(answer.completeness).toMatchObject({ due: answer.reporters.length, partial: 1, onTime: 1, late: 0 })
    expect(answer.disagreements).toMatchObject([
      { ofRecord: { sum: true, value: 1_500_000 }, other: { value: 1_600_000 }, difference: 100_000 },
    ])
    expect(found(answer).areas[0]?.sources[0]).toMatchObject({ reporter: 'jiaotong', part: '', version: 1, by: '交通填报人' })
  })

  it('has the counts that the list of units has', async () => {
    await act('complete')
    world.now = new Date('2021-05-30T17:00:00Z')
    await act('complete', 'other', otherUnit())
    const list = (await (await world.ask('coordinator', 'GET', `/v1/periods/${PERIOD}/submissions`)).json()) as SubmissionsAnswer
    const { submissions: _, ...counts } = list
    const answer = await read()
    expect(answer.completeness).toEqual(counts)
    for (const { reporter, timeliness } of answer.reporters) {
      const one = list.submissions.find((submission) => submission.reporter === reporter)
      expect(one?.timeliness, reporter).toBe(timeliness)
    }
  })

  it('has no period before where there is none of the same register', async () => {
    await sync(roads(20), EARLIER)
    const answer = await read(EARLIER)
    expect(answer.before).toBeNull()
    expect(found(answer).change).toEqual({ cumulative: null, percent: null, comparable: 'noPeriod' })
  })
})

describe('time', () => {
  const plays = (cumulative: number, base = 0): Row[] => [{ subject: '7.1.b', area: '411200', base, cumulative: cumulative * 10_000 }]
  const target = (found: Consolidation) => found.indicators.find(({ indicator }) => indicator === '7.1.b')?.target ?? 0

  it('turns what was red at the deadline and made up since yellow, never green', async () => {
    await sync(plays(0))
    world.now = new Date('2021-05-30T10:00:00Z')
    const before = await read()
    expect(found(before, '7.1.b').light).toMatchObject({ light: 'red', reason: 'behind' })
    world.now = new Date('2021-05-31T01:00:00Z')
    const after = await read()
    expect(after.judgedOn).toBe('2021-05-30')
    expect(found(after, '7.1.b').light).toEqual(found(before, '7.1.b').light)
    await sync(plays(target(before) / 20_000, 1))
    expect(found(await read(), '7.1.b').light).toMatchObject({ light: 'yellow', reason: 'madeUp' })
    world.now = new Date('2021-09-01T01:00:00Z')
    expect(found(await read(), '7.1.b').light).toMatchObject({ light: 'yellow', reason: 'madeUp' })
  })

  it('takes what was made up by the end of the deadline’s day in China as green', async () => {
    await sync(plays(0))
    world.now = new Date('2021-05-30T15:59:59.999Z')
    await sync(plays(target(await read()) / 20_000, 1))
    world.now = new Date('2021-06-01T01:00:00Z')
    await sync([{ subject: '7.1.b', area: '411200', base: 2, remark: '补充' }])
    expect(found(await read(), '7.1.b').light).toMatchObject({ light: 'green' })
  })

  it('sees a row withdrawn since as it stood at the deadline', async () => {
    await sync(plays(0))
    world.now = new Date('2021-06-01T01:00:00Z')
    await sync([{ subject: '7.1.b', area: '411200', base: 1, deleted: true }])
    await sync(plays(200, 2))
    expect(found(await read(), '7.1.b').light).toMatchObject({
      light: expect.stringMatching(/yellow|blue/),
      reason: expect.stringMatching(/madeUp|done/),
    })
  })
})

describe('more time for one unit', () => {
  const timeliness = async () => (await read()).reporters.find(({ reporter }) => reporter === 'jiaotong')
  beforeEach(() => sync(roads(20)))

  it('given in time moves its deadline; taken back in time it is the period’s again', async () => {
    await extension('2021-06-03')
    expect(await timeliness()).toMatchObject({ timeliness: 'waiting', deadline: '2021-06-03' })
    world.now = new Date('2021-06-02T01:00:00Z')
    expect(await timeliness()).toMatchObject({ timeliness: 'waiting' })
    await act('complete')
    expect(await timeliness()).toMatchObject({ timeliness: 'onTime', completeAt: '2021-06-02T01:00:00.000Z' })
    const own = (await (await world.ask('clerk', 'GET', `${unit('jiaotong')}/submission`)).json()) as { onTime: boolean }
    expect(own.onTime).toBe(true)
    await extension(null)
    expect(await timeliness()).toMatchObject({ timeliness: 'late', deadline: '2021-05-30' })
  })

  it('given too late lets the unit in, and late stays late', async () => {
    world.now = new Date('2021-06-04T01:00:00Z')
    await extension('2021-06-10')
    await act('complete')
    expect(await timeliness()).toMatchObject({ timeliness: 'late', deadline: '2021-05-30' })
  })

  it('given once more, within the time already given, goes on moving it', async () => {
    await extension('2021-06-03')
    world.now = new Date('2021-06-03T01:00:00Z')
    await extension('2021-06-08')
    world.now = new Date('2021-06-08T01:00:00Z')
    await act('complete')
    expect(await timeliness()).toMatchObject({ timeliness: 'onTime', deadline: '2021-06-08' })
  })
})

describe('a unit that was returned', () => {
  const timeliness = async () => (await read()).reporters.find(({ reporter }) => reporter === 'jiaotong')

  it('is not late for what it reported in time, when it says so again after the deadline', async () => {
    await sync(roads(20))
    await act('complete')
    await act('return', 'coordinator')
    expect(await timeliness()).toMatchObject({ returned: true, timeliness: 'waiting' })
    world.now = new Date('2021-06-03T01:00:00Z')
    await sync(roads(21, 1))
    await act('complete')
    expect(await timeliness()).toMatchObject({ returned: false, timeliness: 'onTime', completeAt: '2021-05-28T02:00:00.000Z' })
    const own = (await (await world.ask('clerk', 'GET', `${unit('jiaotong')}/submission`)).json()) as { onTime: boolean; saidAt: string }
    expect(own).toMatchObject({ onTime: true, saidAt: '2021-06-03T01:00:00.000Z' })
    // once more, and what the unit takes back itself begins anew
    await act('return', 'coordinator')
    await act('complete')
    expect(await timeliness()).toMatchObject({ timeliness: 'onTime' })
    await act('redraft')
    await act('complete')
    expect(await timeliness()).toMatchObject({ timeliness: 'late' })
  })

  it('is late where it had said so in time with nothing sent', async () => {
    await act('complete')
    await act('return', 'coordinator')
    world.now = new Date('2021-06-03T01:00:00Z')
    await sync(roads(20))
    await act('complete')
    expect(await timeliness()).toMatchObject({ timeliness: 'late' })
  })
})

describe('how far the report of a figure is', () => {
  const stateOf = async () => {
    const sources = found(await read()).areas.flatMap((area) => area.sources)
    return sources.map(({ area, state, changed }) => `${area} ${state}${changed ? ' changed' : ''}`)
  }
  /** What lacks something is settled by a second word. */
  const settle = (name: string) =>
    good(world.ask('coordinator', 'POST', `${unit('jiaotong')}/submission/${name}`, { body: { confirmed: true } }))
  const all = (state: string) => COUNTIES.map((area) => `${area} ${state}`)
  const first = (cumulative: number, base: number): Row[] => [{ subject: '7.1.a', area: '411202', base, cumulative: cumulative * 10_000 }]

  it('stands with every source, through every act, from the answer that is kept too', async () => {
    await sync(roads(5))
    expect(await stateOf()).toEqual(all('draft'))
    await act('complete')
    expect(await stateOf()).toEqual(all('complete'))
    await act('review', 'reviewer')
    expect(await stateOf()).toEqual(all('reviewed'))
    expect(await stateOf()).toEqual(all('reviewed'))
    await act('approve', 'reviewer')
    expect(await stateOf()).toEqual(all('approved'))
    await settle('receive')
    expect(await stateOf()).toEqual(all('approved'))
    await settle('accept')
    expect(await stateOf()).toEqual(all('accepted'))
    await settle('lock')
    expect(await stateOf()).toEqual(all('accepted'))
    await act('unlock', 'coordinator')
    await act('return', 'coordinator')
    expect(await stateOf()).toEqual(all('returned'))
    await sync(first(6, 1))
    expect(await stateOf()).toEqual(all('returned'))
  })

  it('says what changed after the unit signed, but not what was changed back', async () => {
    await sync(roads(5))
    await act('complete')
    await act('review', 'reviewer')
    await sync(first(6, 1))
    expect(await stateOf()).toEqual([`${COUNTIES[0]} reviewed changed`, ...all('reviewed').slice(1)])
    await sync(first(5, 2))
    expect(await stateOf()).toEqual(all('reviewed'))
  })
})

describe('reminders', () => {
  it('go by the unit’s own deadline', async () => {
    const run = async (now: string) => {
      world.now = new Date(now)
      const { notices } = (await (await good(world.ask('coordinator', 'POST', '/v1/scheduled'))).json()) as { notices: Notice[] }
      return notices.filter(({ period, reporter }) => period === PERIOD && reporter === 'jiaotong').map(({ kind }) => kind)
    }
    await extension('2021-06-05')
    expect(await run('2021-05-29T02:00:00Z')).toEqual([])
    expect(await run('2021-05-31T02:00:00Z')).toEqual([])
    expect(await run('2021-06-02T02:00:00Z')).toEqual(['reminder'])
    expect(await run('2021-06-06T02:00:00Z')).toEqual(['softDeadlinePassed'])
  })
})

describe('a coordinator’s own light', () => {
  it('stands beside the judged one until it is taken back, each time with a reason, who and when', async () => {
    await sync(roads(25))
    const put = await good(light({ light: 'red', reason: ' 汛期停工 ' }))
    const override = { light: 'red', reason: '汛期停工', by: '督查室', at: world.now.toISOString() }
    expect(await put.json()).toEqual({ indicator: '7.1.a', override })
    expect(found(await read()).light).toMatchObject({ light: 'green', override })
    await good(light({ light: 'yellow', reason: '复工' }))
    expect(found(await read()).light?.override).toMatchObject({ light: 'yellow' })
    expect(await (await good(light({ light: null, reason: '恢复' }))).json()).toEqual({ indicator: '7.1.a', override: null })
    expect(found(await read()).light).toMatchObject({ light: 'green', override: null })
    const audit = (await (await world.ask('auditor', 'GET', '/v1/audit?limit=1000')).json()) as { entries: Record<string, unknown>[] }
    const entries = audit.entries.filter((entry) => entry.act === 'light.override').sort((one, other) => Number(one.id) - Number(other.id))
    expect(entries.map(({ object, before, after }) => [object, before, after])).toEqual([
      [`${PERIOD}/7.1.a`, null, { light: 'red', reason: '汛期停工' }],
      [`${PERIOD}/7.1.a`, { light: 'red', reason: '汛期停工' }, { light: 'yellow', reason: '复工' }],
      [`${PERIOD}/7.1.a`, { light: 'yellow', reason: '复工' }, { light: null, reason: '恢复' }],
    ])
  })

  it.each<[string, object, string, string, number]>([
    ['without a reason', { light: 'red', reason: ' ' }, '7.1.a', 'coordinator', 400],
    ['without a word of a reason', { light: 'red' }, '7.1.a', 'coordinator', 400],
    ['of a colour that is none', { light: 'pink', reason: '试' }, '7.1.a', 'coordinator', 400],
    ['of an indicator that the register has not', { light: 'red', reason: '试' }, '99.z', 'coordinator', 404],
    ['of an address that is no indicator', { light: 'red', reason: '试' }, 'x', 'coordinator', 404],
    ['where nothing is promised', { light: 'red', reason: '试' }, '8.1.c', 'coordinator', 400],
    ['by a clerk', { light: 'red', reason: '试' }, '7.1.a', 'clerk', 403],
    ['by an administrator', { light: 'red', reason: '试' }, '7.1.a', 'administrator', 403],
  ])('is refused %s, and nothing is written', async (_, body, indicator, who, status) => {
    const before = await contentHash(world.db)
    expect((await light(body, indicator, who)).status).toBe(status)
    expect(await contentHash(world.db)).toBe(before)
  })

  it('is refused once the session is revoked in the meantime', async () => {
    const { light: stands } = found(await read())
    await database.prepare("UPDATE tokens SET revoked_at = '2021-05-28T00:00:00Z' WHERE account = 'coordinator'").run()
    expect((await light({ light: 'red', reason: '试' })).status).toBe(401)
    expect(stands?.override).toBeNull()
  })

  it('is open under a lock, and is never changed in place', async () => {
    await good(
      world.ask('coordinator', 'POST', `/v1/periods/${PERIOD}/lock`, {
        body: { reason: '通报', confirmed: true },
        headers: { 'If-Match': '1' },
      }),
    )
    await good(light({ light: 'red', reason: '汛期停工' }))
    for (const sql of ["UPDATE light_overrides SET light = 'blue'", 'DELETE FROM light_overrides']) {
      await expect(database.prepare(sql).run()).rejects.toThrow('append-only')
    }
  })
})

describe('what is kept', () => {
  /** Each ingredient of the answer, changed alone. */
  const ingredients: Record<string, () => Promise<unknown>> = {
    'a sync of this period': () => sync(roads(26, 1)),
    'a withdrawn row': () => sync([{ subject: '7.1.a', area: '411202', base: 1, deleted: true }]),
    'a sync of the period before': () => sync(roads(21, 1), EARLIER),
    'a unit that says complete': () => act('complete'),
    'a unit that was returned': () => act('return', 'coordinator', otherUnit()),
    'a light of the coordinator': () => good(light({ light: 'red', reason: '停工' })),
    'more time for a unit': () => extension('2021-06-03'),
    'another soft deadline': () => change({ softDeadline: '2021-05-29' }),
    'another day': async () => {
      world.now = new Date('2021-05-29T02:00:00Z')
    },
    'the deadline passed': async () => {
      world.now = new Date('2021-05-31T02:00:00Z')
    },
    'another version of the register': async () => {
      await good(world.ask('administrator', 'POST', '/v1/registers', { body: nextRegister() }))
      await change({ registerVersion: 2 })
    },
    'another version of the register for the period before': async () => {
      await good(world.ask('administrator', 'POST', '/v1/registers', { body: nextRegister() }))
      await change({ registerVersion: 2 }, EARLIER)
    },
    'a period before that is of another register now': async () => {
      await good(world.ask('administrator', 'POST', '/v1/registers', { body: { ...registerForm2021, id: 'other-register' } }))
      await change({ registerId: 'other-register', registerVersion: 1 }, EARLIER)
    },
    'a restored database': () => database.prepare("UPDATE city SET era = 'another'").run(),
  }

  it.each(Object.entries(ingredients))('is made anew after %s, with another ETag', async (_, alter) => {
    await sync(roads(20), EARLIER)
    await sync(roads(25))
    await act('complete', 'other', otherUnit())
    const first = await ask()
    const etag = first.headers.get('etag') ?? ''
    const before = await first.text()
    expect((await ask({ 'If-None-Match': etag })).status).toBe(304)
    await alter()
    const after = await ask({ 'If-None-Match': etag })
    expect(after.status).toBe(200)
    expect(after.headers.get('etag')).not.toBe(etag)
    const body = await after.text()
    expect(body).not.toBe(before)
    expect(await (await ask()).text()).toBe(body)
    await forget()
    expect(await (await ask()).text()).toBe(body)
  })

  it('stays when a person’s account is renamed: who wrote a row is who wrote it', async () => {
    await sync(roads(25))
    const before = await ask()
    await database.prepare("UPDATE accounts SET name = '改名的人' WHERE id = 'clerk'").run()
    const after = await ask()
    expect(after.headers.get('etag')).toBe(before.headers.get('etag'))
    await forget()
    expect(await (await ask()).text()).toBe(await before.text())
  })

  it('stays, with its position, its ETag and its bytes, while others move on', async () => {
    await sync(roads(20), EARLIER)
    await sync(roads(25))
    const [earlier, now] = [await ask({}, EARLIER), await ask()]
    await sync([{ subject: '7.1.a', area: '411202', base: 1, cumulative: 260_000 }])
    await sync([{ subject: '7.1.a', area: '411202', base: 2, cumulative: 270_000 }])
    const again = await ask({}, EARLIER)
    expect(again.headers.get('etag')).toBe(earlier.headers.get('etag'))
    expect(await again.text()).toBe(await earlier.text())
    expect((await ask()).headers.get('etag')).not.toBe(now.headers.get('etag'))
  })

  it('stays as a past month, whatever day it is', async () => {
    await sync(roads(25))
    world.now = new Date('2021-06-05T02:00:00Z')
    const june = await ask()
    world.now = new Date('2021-11-05T02:00:00Z')
    const november = await ask()
    expect(november.headers.get('etag')).toBe(june.headers.get('etag'))
    expect(await november.text()).toBe(await june.text())
  })

  it('is not read for whoever is not signed in, and what is not kept is made all the same', async () => {
    await sync(roads(25))
    expect((await world.ask('x'.repeat(43), 'GET', path(PERIOD))).status).toBe(401)
    expect((await world.ask('clerk', 'GET', path(PERIOD))).status).toBe(403)
    expect(await kept()).toEqual([])
    await database.prepare("CREATE TRIGGER full BEFORE INSERT ON consolidations BEGIN SELECT RAISE(ABORT, 'disk full'); END").run()
    const answer = await ask()
    await database.prepare('DROP TRIGGER full').run()
    expect(answer.status).toBe(200)
    expect(found((await answer.json()) as Consolidation).cumulative).toBe(1_500_000)
    expect(world.lines.filter(({ event }) => event === 'notCached')).toHaveLength(1)
  })

  it('takes the figures of the period before from what is kept of it, and from its rows where they moved', async () => {
    await sync(roads(20), EARLIER)
    await sync(roads(25))
    await read()
    const change = async () => found(await read()).change.cumulative
    await database
      .prepare("UPDATE period_figures SET figures = json_set(figures, '$.\"7.1.a\".cumulative', 0) WHERE period = '2021-04'")
      .run()
    await database.prepare('DELETE FROM consolidations').run()
    expect(await change()).toBe(1_500_000)
    await sync([{ subject: '7.1.a', area: '411202', base: 1, cumulative: 210_000 }], EARLIER)
    expect(await change()).toBe(290_000)
  })

  const steps: readonly (() => Promise<unknown>)[] = [
    () => sync([{ subject: '7.1.a', area: '411202', base: 0, cumulative: 10_000, part: crypto.randomUUID() }]),
    () => sync([{ subject: '7.1.a', area: '411203', base: 0, cumulative: 10_000, part: crypto.randomUUID() }], EARLIER),
    () => sync([{ subject: '7.1.a', area: '411202', cumulative: 30_000, part: crypto.randomUUID() }], PERIOD, 'other', otherUnit()),
    () => world.ask('clerk', 'POST', `${unit('jiaotong')}/submission/complete`, { body: {} }),
    () => world.ask('coordinator', 'POST', `${unit('jiaotong')}/submission/return`, { body: { reason: '核对' } }),
    () => light({ light: 'yellow', reason: '关注' }),
    () => light({ light: null, reason: '恢复' }, '7.1.b'),
    () => extension('2021-06-04'),
    () => extension(null, otherUnit()),
    () => change({ softDeadline: '2021-05-29' }),
    () => change({ softDeadline: '2021-05-31' }),
    async () => {
      world.now = new Date(world.now.getTime() + 86_400_000)
    },
    () => read(EARLIER),
    () => database.prepare("UPDATE accounts SET name = name || '甲' WHERE id = 'clerk'").run(),
    () => database.prepare('UPDATE city SET era = lower(hex(randomblob(16)))').run(),
  ]

  it('always equals what is made anew, whatever came in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: steps.length - 1 }), { maxLength: 12 }), async (order) => {
        world = await open()
        for (const at of order) {
          await steps[at]?.().catch(() => undefined)
          const answer = await ask()
          const { asOfSeq, ...standing } = (await answer.json()) as Consolidation
          expect(answer.status).toBe(200)
          const keptRows = await database.batch([
            database.prepare('SELECT * FROM consolidations'),
            database.prepare('SELECT * FROM period_figures'),
          ])
          await forget()
          const { asOfSeq: newer, ...fresh } = await read()
          expect(standing).toEqual(fresh)
          expect(asOfSeq).toBeLessThanOrEqual(newer)
          await forget()
          await database.batch(
            keptRows.flatMap(({ results }, table) =>
              (results as Record<string, string | number>[]).map(({ period, as_of_seq, basis, body, figures }) =>
                database
                  .prepare(`INSERT INTO ${table === 0 ? 'consolidations' : 'period_figures'} VALUES (?, ?, ?, ?)`)
                  .bind(period ?? '', as_of_seq ?? 0, basis ?? '', body ?? figures ?? ''),
              ),
            ),
          )
        }
      }),
      { numRuns: 25 },
    )
  })
})
