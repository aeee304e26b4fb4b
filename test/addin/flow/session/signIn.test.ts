import { describe, expect, test } from 'vitest'
import { listPeriods, openPeriodContext, rememberChoice } from '../../../../addin/flow/session/openPeriodContext.ts'
import { invitationInHash, resumeSession, signIn, signOut } from '../../../../addin/flow/session/signIn.ts'
import type { Ports } from '../../../../addin/ports/ports.ts'
import { fail, ok } from '../../../../shared/base/result.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import type { PeriodInfo } from '../../../../shared/wire/period.ts'
import type { Account } from '../../../../shared/wire/session.ts'
import type { SubmissionAct } from '../../../../shared/wire/submissionActs.ts'
import { clerk, coordinator, may } from '../../fakeAnswers.ts'
import { fakeServer } from '../../fakeServer.ts'
import { fakeMemory, fakePorts } from '../../fakes.ts'
import { transportSheet } from '../../transportSheet.ts'

const world = () => {
  const { ports } = fakePorts(transportSheet)
  return { ...ports, memory: fakeMemory() }
}

test('a code becomes a token that only Memory knows', async () => {
  const ports = world()
  expect(await signIn(ports, 'GOOD-CODE', 'Excel')).toEqual({ ok: true, value: clerk })
  expect(await ports.memory.token()).toBe('secret')
  await signOut(ports)
  expect(await ports.memory.token()).toBeNull()
})

test.for([' GOOD-CODE\n', 'ＧＯＯＤ－ＣＯＤＥ', 'GOOD -CODE'])('a pasted %j is understood', async (code) => {
  expect(await signIn(world(), code, 'Excel')).toMatchObject({ ok: true })
})

test.for(['', '  ', '\u3000'])('an empty code %j is not sent', async (code) => {
  expect(await signIn(world(), code, 'Excel')).toEqual(fail({ tag: 'codeMissing' }))
})

test('a used code is the server’s problem, and no token is kept', async () => {
  const ports = world()
  expect(await signIn(ports, 'USED', 'Excel')).toMatchObject({ ok: false, fault: { code: 'invitationInvalid' } })
  expect(await ports.memory.token()).toBeNull()
})

test('a remembered token that was revoked is forgotten; one that cannot be asked about is kept', async () => {
  const ports = { ...world(), memory: fakeMemory('old') }
  const revoked = { ...ports, api: { ...ports.api, me: async () => fail({ tag: 'signedOut' } as const) } }
  expect(await resumeSession({ ...ports, api: { ...ports.api, me: async () => fail({ tag: 'offline' } as const) } })).toMatchObject({
    ok: false,
  })
  expect(await ports.memory.token()).toBe('old')
  expect(await resumeSession(revoked)).toEqual({ ok: true, value: null })
  expect(await ports.memory.token()).toBeNull()
})

const reviewer: Account = { ...clerk, id: 'reviewer', role: 'reviewer' }

const hashes = [
  ['#invite=AB-CD', 'AB-CD'],
  ['#invite=AB%2DCD&_xdm_Info=1|2|https://x', 'AB-CD'],
  ['#&_serializer_version=1&invite=AB', 'AB'],
  ['#invite=', null],
  ['#reinvite=AB', null],
  ['#invite=%E0%A4', null],
  ['', null],
] as const
test.for(hashes)('the invitation in %j is %j', ([hash, code]) => {
  expect(invitationInHash(hash)).toBe(code)
})

const period = (id: string, state: PeriodInfo['state']): PeriodInfo => ({ ...may, id, state })

describe('the period to begin with', () => {
  const overlap = [period('2021-04', 'locked'), { ...period('2021-05', 'open'), hardDeadline: '2021-06-30' }, period('2021-06', 'open')]
  const firstOf = async (ports: Ports, account: Account) => {
    const list = await listPeriods(ports, account)
    return list.ok ? list.value.first.id : list.fault.tag
  }

  test('is the newest open one, else the newest; none where there is none', async () => {
    const of = (...periods: PeriodInfo[]) => firstOf(fakePorts(transportSheet, clerk, periods).ports, clerk)
    expect(await of(period('2021-04', 'locked'), period('2021-05', 'open'))).toBe('2021-05')
    expect(await of(period('2021-03', 'locked'))).toBe('2021-03')
    expect(await of()).toBe('noPeriods')
  })

  test.each<[string, Account, SubmissionAct[], string]>([
    ['a clerk who has not finished the month before', clerk, [], '2021-05'],
    ['a clerk who has', clerk, ['complete'], '2021-06'],
    ['a clerk who got it back', clerk, ['complete', 'return'], '2021-05'],
    ['a reviewer who has not approved it', reviewer, ['complete'], '2021-05'],
    ['a reviewer who has', reviewer, ['complete', 'review', 'approve'], '2021-06'],
    ['a coordinator with units outstanding', coordinator, [], '2021-05'],
    ['an auditor', { ...coordinator, role: 'auditor' }, [], '2021-06'],
  ])('stays with the month that still needs %s', async (_, account, acts, wanted) => {
    const { ports, server } = fakePorts(transportSheet, account, overlap)
    for (const act of acts) server.unit.force(act)
    expect(await firstOf(ports, account)).toBe(wanted)
  })

  test('is not one in which the unit can send nothing any more', async () => {
    const over = overlap.map((one) => ({ ...one, hardDeadline: '2021-05-01' }))
    expect(await firstOf(fakePorts(transportSheet, clerk, over).ports, clerk)).toBe('2021-06')
  })

  test('is for the rest of the day the one that this person chose by hand', async () => {
    const { ports } = fakePorts(transportSheet, clerk, overlap)
    await rememberChoice(ports, clerk, '2021-04')
    expect(await firstOf(ports, clerk)).toBe('2021-04')
    expect(await firstOf(ports, { ...clerk, id: 'another' })).toBe('2021-05')
    const tomorrow = { ...ports, surroundings: { ...ports.surroundings, now: () => '2031-01-01T00:00:00Z' } }
    expect(await firstOf(tomorrow, clerk)).toBe('2021-06')
  })
})

test('the records of the period before come along for the checks', async () => {
  const server = fakeServer(clerk, [may, period('2021-04', 'locked')])
  server.write({ subject: '7.1.a', area: '411202', part: '', by: '张三', at: '2021-04-26T08:00:00Z', values: { cumulative: 90_000 } })
  const ports = { ...fakePorts(transportSheet).ports, api: server.api }
  const context = await openPeriodContext(ports, clerk, [may, period('2021-04', 'locked')], may)
  expect(context.ok && context.value.earlier).toMatchObject([{ subject: '7.1.a', values: { cumulative: 90_000 } }])
})

test('the figures of whom a duty was taken over from come along, up to the period of the move', async () => {
  const periods = [may, period('2021-04', 'locked'), period('2021-03', 'locked')]
  const server = fakeServer(clerk, periods)
  server.write({ subject: '7.1.a', area: '411203', part: '', by: '李四', at: '2021-03-26T08:00:00Z', values: { cumulative: 90_000 } })
  server.inherited.push(...[...server.records.values()].map((one) => ({ ...one, reporter: 'chengguan' })))
  server.records.clear()
  const succeeds = [{ subject: '7.1.a', reporter: 'jiaotong', predecessor: 'chengguan', from: '2021-03' }]
  const api = { ...server.api, register: async () => ok({ ...register2021, succeeds }) }
  const context = await openPeriodContext({ ...fakePorts(transportSheet).ports, api }, clerk, periods, may)
  expect(context.ok && context.value.earlier.map((one) => [one.period, one.area])).toEqual([['2021-03', '411203']])
})

test('three periods before come along, newest first, each figure with its period; those of another register do not', async () => {
  const periods = ['2021-01', '2021-02', '2021-03', '2021-04'].map((id) => period(id, 'locked'))
  const other: PeriodInfo = { ...period('2020-12', 'locked'), registerId: 'smx-2020' }
  const server = fakeServer(clerk, [may, ...periods, other])
  server.write({ subject: '7.1.a', area: '411202', part: '', by: '张三', at: '2021-04-26T08:00:00Z', values: { cumulative: 90_000 } })
  const asked: string[] = []
  const api = {
    ...server.api,
    records: (id: string, reporter: string, since: number) => {
      asked.push(id)
      return server.api.records(id, reporter, since)
    },
  }
  const ports = { ...fakePorts(transportSheet).ports, api }
  const context = await openPeriodContext(ports, clerk, [other, may, ...periods], may)
  expect(asked).toEqual(['2021-04', '2021-03', '2021-02'])
  expect(context.ok && context.value.earlier.map((record) => record.period)).toEqual(['2021-04', '2021-03', '2021-02'])
})
