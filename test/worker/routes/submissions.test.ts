import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Comment } from '../../../shared/wire/comment.ts'
import type { Submission } from '../../../shared/wire/submission.ts'
import { RECEIPT, SAID, SIGN_OFF, SUBMISSION_ACTS, type SubmissionAct } from '../../../shared/wire/submissionActs.ts'
import { WHO_ACTS } from '../whoActs.ts'
import { database, openWorld, otherUnit, PERIOD, send, statuses, syncPath, syncRequest, type World } from '../world.ts'

const unit = `/v1/periods/${PERIOD}/reporters/jiaotong`
describe("a unit's period", () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })

  const act = (name: SubmissionAct, reason?: string) =>
    world.ask(WHO_ACTS[name], 'POST', `${unit}/submission/${name}`, {
      body: { confirmed: true, ...(reason === undefined ? {} : { reason }) },
    })
  const state = async () => (await (await world.ask('clerk', 'GET', `${unit}/submission`)).json()) as Submission

  it('goes from the clerk to the lock, and counts what changes after the sign-off', async () => {
    await send(world, 'clerk', [{ subject: '7.1.c', cumulative: 10_000 }])
    expect(await state()).toMatchObject({ said: 'draft', signOff: 'none', receipt: 'none', changedRows: [] })
    for (const name of ['complete', 'review', 'approve'] as const) expect((await act(name)).status, name).toBe(200)
    expect(await state()).toMatchObject({
      said: 'complete',
      onTime: true,
      signOff: 'approved',
      signedBy: '交通审核人',
      changedRows: [],
    })
    await send(world, 'clerk', [{ subject: '7.1.c', base: 1, cumulative: 20_000 }])
    expect((await state()).changedRows).toEqual(['7.1.c|411200|'])
    for (const name of ['receive', 'accept'] as const) expect((await act(name)).status, name).toBe(200)
  })

  it('takes corrections of what was accepted only with a note, and none once it is locked', async () => {
    const body = syncRequest([{ subject: '7.1.c', base: 2, cumulative: 30_000 }])
    const ask = (more: object) =>
      world.ask('clerk', 'POST', syncPath(), { body: { ...body, ...more }, headers: { 'Idempotency-Key': crypto.randomUUID() } })
    expect(await (await ask({})).json()).toMatchObject({ code: 'noteRequired' })
    expect((await ask({ note: '补报漏统的一户', evidence: '三交〔2021〕5号' })).status).toBe(200)
    expect(await database.prepare('SELECT note, evidence FROM receipts WHERE note IS NOT NULL').first()).toEqual({
      note: '补报漏统的一户',
      evidence: '三交〔2021〕5号',
    })
    expect((await act('lock')).status).toBe(200)
    expect(await (await ask({ note: '再改' })).json()).toMatchObject({ code: 'periodNotOpen' })
    expect((await act('unlock')).status).toBe(400)
    expect((await act('unlock', '核实有误')).status).toBe(200)
  })

  it('is returned with a reason, row or whole, and can be said complete again', async () => {
    const returned = await world.ask('coordinator', 'POST', `${unit}/comments`, {
      body: { subject: '7.1.c', area: '411200', kind: 'return', text: '请核对里程' },
    })
    expect(await returned.json()).toMatchObject({ version: 3, by: '督查室', kind: 'return' })
    expect(await state()).toMatchObject({ said: 'draft', signOff: 'none', receipt: 'returned', reason: '请核对里程' })
    const comments = (await (await world.ask('clerk', 'GET', `${unit}/comments`)).json()) as { comments: unknown[] }
    expect(comments.comments).toHaveLength(1)
    expect(
      (await world.ask('clerk', 'POST', `${unit}/comments`, { body: { subject: '7.1.c', area: '411200', kind: 'return', text: '我退' } }))
        .status,
    ).toBe(403)
    expect((await act('complete')).status).toBe(200)
    expect(await state()).toMatchObject({ said: 'complete', receipt: 'none', reason: null })
  })

  it('names a signer only while it is signed', async () => {
    expect((await act('review')).status).toBe(200)
    expect(await state()).toMatchObject({ signOff: 'reviewed', signedBy: '交通审核人' })
    expect((await act('send-back', '再核')).status).toBe(200)
    expect(await state()).toMatchObject({ said: 'draft', signOff: 'none', signedBy: null })
  })

  it('lets each act through exactly at the states that the table names', async () => {
    for (const said of SAID)
      for (const signOff of SIGN_OFF)
        for (const receipt of RECEIPT)
          for (const [name, rule] of Object.entries(SUBMISSION_ACTS) as [SubmissionAct, (typeof SUBMISSION_ACTS)[SubmissionAct]][]) {
            await database
              .prepare("UPDATE submissions SET said = ?, sign_off = ?, receipt = ? WHERE reporter = 'jiaotong'")
              .bind(said, signOff, receipt)
              .run()
            const from: { said?: readonly string[]; signOff?: readonly string[]; receipt?: readonly string[] } = rule.from
            const allowed = [
              [from.said, said],
              [from.signOff, signOff],
              [from.receipt, receipt],
            ].every(([states, current]) => states === undefined || states.includes(current as string))
            expect((await act(name, '理由')).status, `${name} at ${said} ${signOff} ${receipt}`).toBe(allowed ? 200 : 409)
          }
  })

  it('counts 应报 已报 按时 逾期 未报 from one definition', async () => {
    await database.prepare("UPDATE submissions SET said = 'draft', sign_off = 'none', receipt = 'none' WHERE reporter = 'jiaotong'").run()
    const list = async () =>
      (await (await world.ask('coordinator', 'GET', `/v1/periods/${PERIOD}/submissions`)).json()) as Record<string, number>
    const rows = { reported: 0, partial: 1, unreported: ((await list()).due ?? 0) - 1 }
    expect(rows.unreported).toBeGreaterThan(20)
    expect(await list()).toMatchObject({ ...rows, onTime: 0, late: 0 })
    world.now = new Date('2021-05-30T15:59:00Z')
    await act('complete')
    expect(await list()).toMatchObject({ ...rows, onTime: 1, late: 0 })
    // what is returned is there all the same
    await act('return', '请核对')
    expect(await list()).toMatchObject({ ...rows, onTime: 0, late: 0 })
    await act('complete')
    await act('redraft')
    // who says so with nothing sent has not reported
    await world.ask('other', 'POST', `/v1/periods/${PERIOD}/reporters/${otherUnit()}/submission/complete`, { body: {} })
    expect(await list()).toMatchObject({ ...rows, onTime: 0, late: 0 })
    world.now = new Date('2021-05-30T16:01:00Z')
    await act('complete')
    expect(await list()).toMatchObject({ ...rows, onTime: 0, late: 1 })
  })

  it('is closed after the hard deadline, but for a unit that has an extension', async () => {
    world.now = new Date('2021-06-02T16:01:00Z')
    const ask = () =>
      world.ask('clerk', 'POST', syncPath(), {
        body: syncRequest([{ subject: '8.1.a', cumulative: 10_000 }]),
        headers: { 'Idempotency-Key': crypto.randomUUID() },
      })
    expect(await (await ask()).json()).toMatchObject({ code: 'periodNotOpen' })
    const until = await world.ask('coordinator', 'PUT', `${unit}/extension`, { body: { until: '2021-06-05', reason: '系统故障' } })
    expect(await until.json()).toMatchObject({ openUntil: '2021-06-05' })
    expect((await ask()).status).toBe(200)
    world.now = new Date('2021-06-05T15:59:00Z')
    expect((await ask()).status).toBe(200)
    world.now = new Date('2021-06-05T16:00:00Z')
    expect((await ask()).status).toBe(409)
  })

  it('lets that unit in alone, into that period alone, and under no lock', async () => {
    world.now = new Date('2021-06-04T02:00:00Z')
    const ask = async (who: string, reporter: string, period = PERIOD) => {
      const { epoch } = (await database.prepare('SELECT epoch FROM periods WHERE id = ?').bind(period).first<{ epoch: number }>()) ?? {}
      const answer = await world.ask(who, 'POST', syncPath(reporter, period), {
        body: syncRequest([{ subject: '8.1.b', cumulative: 10_000 }], { periodEpoch: epoch ?? 0 }),
        headers: { 'Idempotency-Key': crypto.randomUUID() },
      })
      return answer.status
    }
    expect(await ask('clerk', 'jiaotong')).toBe(200)
    expect(await ask('other', otherUnit())).toBe(409)
    expect(await ask('clerk', 'jiaotong', '2021-04')).toBe(409)
    await database.prepare("UPDATE periods SET state = 'locked', epoch = epoch + 1 WHERE id = ?").bind(PERIOD).run()
    expect(await ask('clerk', 'jiaotong')).toBe(409)
  })
})

describe('what was looked at', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })

  const act = (name: SubmissionAct, body: object = {}) => world.ask(WHO_ACTS[name], 'POST', `${unit}/submission/${name}`, { body })
  const state = async () => (await (await world.ask('reviewer', 'GET', `${unit}/submission`)).json()) as Submission
  const position = async () =>
    ((await (await world.ask('reviewer', 'GET', `${unit}/records?since=0`)).json()) as { asOfSeq: number }).asOfSeq

  it('is signed at a position, and what was written after it is not signed unseen', async () => {
    await send(world, 'clerk', [
      { subject: '7.1.a', area: '411202', cumulative: 10_000 },
      { subject: '7.1.b', area: '411202', cumulative: 20_000 },
    ])
    await act('complete')
    const read = await position()
    await send(world, 'clerk', [{ subject: '7.1.b', area: '411202', base: 1, cumulative: 30_000 }])
    const refused = await act('review', { asOfSeq: read })
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([412, 'preconditionFailed'])
    expect(await state()).toMatchObject({ signOff: 'none', signedAt: null, signedSeq: null })
    const signed = await act('review', { asOfSeq: await position() })
    expect(await signed.json()).toMatchObject({ signOff: 'reviewed', signedAt: '2021-05-28T02:00:00.000Z', signedSeq: await position() })
  })

  it('keeps its position when the coordinator returns it, so that the corrected rows can be told from the others', async () => {
    const { signedSeq } = await state()
    await act('return', { reason: '请核对' })
    expect((await state()).signedSeq).toBe(signedSeq)
    const row = { subject: '7.1.b', area: '411202', kind: 'return', text: '请核对里程' }
    await world.ask('coordinator', 'POST', `${unit}/comments`, { body: row })
    await send(world, 'clerk', [{ subject: '7.1.b', area: '411202', base: 2, cumulative: 40_000 }])
    expect(await state()).toMatchObject({ signOff: 'none', signedSeq, changedRows: ['7.1.b|411202|'] })
    const { records } = (await (await world.ask('reviewer', 'GET', `${unit}/records?since=${signedSeq}`)).json()) as {
      records: { subject: string }[]
    }
    expect(records.map(({ subject }) => subject)).toEqual(['7.1.b'])
  })

  it('is not changed by what was written there and back, nor by what came and went; it is by anything else', async () => {
    const key = { subject: '7.1.a', area: '411202' }
    const before = (await state()).changedRows
    await send(world, 'clerk', [{ ...key, base: 1, cumulative: 90_000 }])
    expect((await state()).changedRows).toEqual(['7.1.a|411202|', ...before])
    for (const [at, cumulative] of [80_000, 70_000, 10_000].entries()) await send(world, 'clerk', [{ ...key, base: at + 2, cumulative }])
    expect((await state()).changedRows).toEqual(before)
    await send(world, 'clerk', [{ ...key, area: '411203', cumulative: 5_000 }])
    expect((await state()).changedRows).toContain('7.1.a|411203|')
    await send(world, 'clerk', [{ ...key, area: '411203', base: 1, deleted: true }])
    expect((await state()).changedRows).toEqual(before)
    await send(world, 'clerk', [{ ...key, base: 5, deleted: true }])
    expect((await state()).changedRows).toEqual(['7.1.a|411202|', ...before])
    await send(world, 'clerk', [{ ...key, base: 6, cumulative: 10_000 }])
    expect((await state()).changedRows).toEqual(before)
  })

  it('returned, is corrected only by what it reports, and answered by the unit’s own people', async () => {
    const row = { subject: '7.1.b', area: '411203' }
    const last = async () => {
      const { comments } = (await (await world.ask('clerk', 'GET', `${unit}/comments`)).json()) as { comments: Comment[] }
      const own = comments.filter(({ area }) => area === row.area)
      // Both were said at one moment of the test’s clock.
      return own.map(({ own: byUnit, changedSince }) => [byUnit, changedSince]).sort()
    }
    await send(world, 'clerk', [{ ...row, cumulative: 60_000, remark: '' }])
    await world.ask('coordinator', 'POST', `${unit}/comments`, { body: { ...row, kind: 'return', text: '请核对里程' } })
    await send(world, 'clerk', [{ ...row, base: 1, cumulative: 60_000, remark: '已核对' }])
    expect(await last()).toEqual([[false, false]])
    await world.ask('reviewer', 'POST', `${unit}/comments`, { body: { ...row, kind: 'comment', text: '里程无误' } })
    await send(world, 'clerk', [{ ...row, base: 2, cumulative: 61_000, remark: '已核对' }])
    expect(await last()).toEqual([
      [false, true],
      [true, true],
    ])
    await send(world, 'clerk', [{ ...row, base: 3, cumulative: 60_000, remark: '已核对' }])
    expect((await last())[0]).toEqual([false, false])
    await send(world, 'clerk', [{ ...row, base: 4, deleted: true }])
  })

  it("another unit's rows do not stand in the way of signing", async () => {
    const read = await position()
    await world.ask('other', 'POST', syncPath(otherUnit()), {
      body: syncRequest([{ subject: '8.1.a', cumulative: 10_000 }]),
      headers: { 'Idempotency-Key': crypto.randomUUID() },
    })
    await act('complete')
    expect((await act('review', { asOfSeq: read })).status).toBe(200)
  })

  it('lists for the coordinator who is due, how many rows each has sent and when last', async () => {
    await send(world, 'clerk', [{ subject: '7.1.a', area: '411203', cumulative: 10_000 }])
    await send(world, 'clerk', [{ subject: '7.1.a', area: '411203', base: 1, deleted: true }])
    const list = (await (await world.ask('coordinator', 'GET', `/v1/periods/${PERIOD}/submissions`)).json()) as {
      due: number
      submissions: { reporter: string; timeliness: string | null }[]
    }
    expect(list.submissions.filter(({ timeliness }) => timeliness !== null)).toHaveLength(list.due)
    expect(list.submissions.find(({ reporter }) => reporter === 'jiaotong')).toMatchObject({
      timeliness: 'onTime',
      rows: 2,
      lastAt: '2021-05-28T02:00:00.000Z',
      said: 'complete',
    })
    expect(list.submissions.find(({ reporter }) => reporter === 'wenlv')).toMatchObject({
      rows: 0,
      lastAt: null,
      said: 'draft',
      timeliness: 'waiting',
    })
  })

  it('tells with each version the note and the evidence of its correction', async () => {
    for (const name of ['receive', 'accept'] as const) await act(name)
    await send(world, 'clerk', [{ subject: '7.1.b', area: '411202', base: 3, cumulative: 50_000 }], {
      note: '漏统一户',
      evidence: '三交〔2021〕5号',
    })
    const history = (await (await world.ask('coordinator', 'GET', `${unit}/history?subject=7.1.b&area=411202&part=`)).json()) as {
      versions: { version: number; note: string | null; evidence: string | null }[]
    }
    expect(history.versions.map(({ version, note, evidence }) => [version, note, evidence])).toEqual([
      [1, null, null],
      [2, null, null],
      [3, null, null],
      [4, '漏统一户', '三交〔2021〕5号'],
    ])
  })
})

describe('what is not settled', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
    await send(world, 'clerk', [{ subject: '7.1.c', cumulative: 10_000 }])
  })
  const act = (name: SubmissionAct, body: object = {}) => world.ask(WHO_ACTS[name], 'POST', `${unit}/submission/${name}`, { body })
  const lastEntry = async () =>
    ((await (await world.ask('auditor', 'GET', '/v1/audit?newestFirst=true&limit=1')).json()) as { entries: object[] }).entries[0]

  it('is received, accepted and locked only by a second word, which the audit trail keeps', async () => {
    expect((await act('complete')).status).toBe(200)
    for (const name of ['receive', 'accept', 'lock'] as const) {
      const refused = await act(name)
      expect([refused.status, await refused.json()]).toMatchObject([
        409,
        { code: 'confirmationNeeded', detail: expect.stringMatching(/^unapproved: true, missing: [1-9]/) },
      ])
      expect((await act(name, { confirmed: true })).status).toBe(200)
      expect(await lastEntry()).toMatchObject({ act: `submission.${name}`, after: { unapproved: true, missing: expect.any(Number) } })
    }
  })

  it('is asked for what is missing of a report that was approved, and nothing of what the state does not allow', async () => {
    for (const name of ['complete', 'review', 'approve'] as const) expect((await act(name)).status).toBe(200)
    expect(await (await act('receive')).json()).toMatchObject({
      code: 'confirmationNeeded',
      detail: expect.stringContaining('unapproved: false'),
    })
    expect(await (await act('lock')).json()).toMatchObject({ code: 'stateNotAllowed' })
  })

  it('stands against locking the period: asked and confirmed, with how many units in the audit trail', async () => {
    const lock = (body: object) =>
      world.ask('coordinator', 'POST', `/v1/periods/${PERIOD}/lock`, {
        body: { reason: '月度通报', ...body },
        headers: { 'If-Match': '"1"' },
      })
    const refused = await lock({})
    expect([refused.status, await refused.json()]).toMatchObject([
      409,
      { code: 'confirmationNeeded', detail: expect.stringMatching(/^units: \d\d$/) },
    ])
    expect((await lock({ confirmed: true })).status).toBe(200)
    expect(await lastEntry()).toMatchObject({ act: 'period.lock', after: { state: 'locked', epoch: 2, unsettled: expect.any(Number) } })
  })

  it('does not wait for a reviewer that the unit does not have (F8)', async () => {
    const hasReviewer = async () => ((await (await world.ask('clerk', 'GET', `${unit}/submission`)).json()) as Submission).hasReviewer
    expect(await hasReviewer()).toBe(true)
    await database.prepare("UPDATE accounts SET active = 0 WHERE id = 'reviewer'").run()
    expect(await hasReviewer()).toBe(false)
  })
})

describe('locking a period', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })

  const change = (act: 'lock' | 'reopen', headers: Record<string, string>, who = 'coordinator') =>
    world.ask(who, 'POST', `/v1/periods/${PERIOD}/${act}`, {
      body: { reason: '月度通报', ...(act === 'lock' ? { confirmed: true } : {}) },
      headers,
    })

  it('needs If-Match and a reason, begins a new epoch, and stands in the audit trail', async () => {
    expect((await change('lock', {})).status).toBe(428)
    expect((await change('lock', { 'If-Match': '"7"' })).status).toBe(412)
    expect(
      (await world.ask('coordinator', 'POST', `/v1/periods/${PERIOD}/lock`, { body: {}, headers: { 'If-Match': '"1"' } })).status,
    ).toBe(400)
    const locked = await change('lock', { 'If-Match': '"1"' })
    expect(await locked.json()).toMatchObject({ state: 'locked', epoch: 2 })
    expect((await change('lock', { 'If-Match': '"2"' })).status).toBe(409)
    const trail = (await (await world.ask('auditor', 'GET', '/v1/audit')).json()) as { entries: object[] }
    expect(trail.entries.at(-1)).toMatchObject({
      act: 'period.lock',
      account: 'coordinator',
      object: PERIOD,
      reason: '月度通报',
      before: { epoch: 1 },
      after: { epoch: 2 },
    })
  })

  it('lets nothing commit under the lock, nor afterwards what was prepared before', async () => {
    const ask = (periodEpoch: number) =>
      world.ask('clerk', 'POST', syncPath(), {
        body: syncRequest([{ subject: '7.1.c', cumulative: 10_000 }], { periodEpoch }),
        headers: { 'Idempotency-Key': crypto.randomUUID() },
      })
    expect(await (await ask(2)).json()).toMatchObject({ code: 'periodNotOpen' })
    expect((await change('reopen', { 'If-Match': '"2"' })).status).toBe(200)
    expect(await (await ask(1)).json()).toMatchObject({ code: 'epochStale' })
    expect((await ask(3)).status).toBe(200)
  })

  it('answers a repeated id under a lock as before: it had committed', async () => {
    const id = crypto.randomUUID()
    const body = syncRequest([{ subject: '7.1.c', base: 1, cumulative: 20_000 }], { periodEpoch: 3 })
    const ask = () => world.ask('clerk', 'POST', syncPath(), { body, headers: { 'Idempotency-Key': id } })
    expect((await ask()).status).toBe(200)
    await change('lock', { 'If-Match': '"3"' })
    const again = await ask()
    expect([again.status, again.headers.get('Idempotency-Replayed')]).toEqual([200, 'true'])
    expect(statuses(await again.json())).toEqual(['applied'])
  })
})
