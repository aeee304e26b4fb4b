import { beforeEach, describe, expect, it } from 'vitest'
import type { Consolidation } from '../../../shared/wire/consolidation.ts'
import type { Submission, SubmissionsAnswer } from '../../../shared/wire/submission.ts'
import { askOnBehalf, database, FILE, openWorld, otherUnit, PERIOD, type Row, send, sendOnBehalf, statuses, type World } from '../world.ts'

const UNIT = `/v1/periods/${PERIOD}/reporters/jiaotong`
const hubin: Row = { subject: '7.1.a', area: '411202', cumulative: 240_000 }
const shanzhou: Row = { subject: '7.1.a', area: '411203', cumulative: 60_000 }

/** 代报: a coordinator sends for a unit what the unit's own file says. */
describe('what is sent on behalf of a unit', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })

  const read = async <T>(who: string, path: string): Promise<T> => (await (await world.ask(who, 'GET', path)).json()) as T
  const submission = (who = 'clerk') => read<Submission>(who, `${UNIT}/submission`)
  const count = async (table: string): Promise<number> =>
    (await database.prepare(`SELECT count(*) AS n FROM ${table}`).first<{ n: number }>())?.n ?? -1
  const takeOver = (body: object = {}) => world.ask('clerk', 'POST', `${UNIT}/submission/take-over`, { body })

  it('is written under the coordinator’s name, and named as that wherever the row is', async () => {
    expect(statuses(await sendOnBehalf(world, [hubin]))).toEqual(['applied'])
    const who = { account: 'coordinator', by: '督查室', onBehalf: true }
    expect(await read('clerk', `${UNIT}/records`)).toMatchObject({ records: [who] })
    expect(await read('clerk', `${UNIT}/history?subject=7.1.a&area=411202`)).toMatchObject({ versions: [who] })
    const city = await read<Consolidation>('coordinator', `/v1/periods/${PERIOD}/consolidation`)
    expect(city.indicators.find(({ indicator }) => indicator === '7.1.a')?.areas.flatMap(({ sources }) => sources)).toMatchObject([who])
    await send(world, 'clerk', [{ ...hubin, base: 1, cumulative: 250_000 }])
    await sendOnBehalf(world, [{ ...hubin, base: 2, cumulative: 260_000 }])
    expect(await read('auditor', '/v1/changes')).toMatchObject({
      changes: [
        { version: 2, onBehalf: false },
        { version: 3, onBehalf: true },
      ],
    })
  })

  it('is in the unit’s own view: which file, who, when, how many rows', async () => {
    await sendOnBehalf(world, [hubin, shanzhou])
    const file = {
      name: FILE.name,
      sha256: FILE.sha256,
      account: 'coordinator',
      by: '督查室',
      at: world.now.toISOString(),
      rows: 2,
      takenOver: null,
    }
    expect((await submission()).filesOnBehalf).toMatchObject([file])
    const { submissions } = await read<SubmissionsAnswer>('coordinator', `/v1/periods/${PERIOD}/submissions`)
    expect(submissions.find(({ reporter }) => reporter === 'jiaotong')).toMatchObject({ rows: 2, rowsOnBehalf: 2, filesOnBehalf: [file] })
    expect(submissions.filter(({ filesOnBehalf }) => filesOnBehalf.length > 0)).toHaveLength(1)
  })

  it('is in the audit trail, and only where it was sent', async () => {
    await sendOnBehalf(world, [hubin], { query: '?dryRun=true' })
    expect([await count('audit'), await count('records'), await count('files_on_behalf')]).toEqual([0, 0, 0])
    await sendOnBehalf(world, [hubin])
    expect(await read('auditor', '/v1/audit?act=submission')).toMatchObject({
      entries: [{ account: 'coordinator', object: `${PERIOD}/jiaotong`, after: { file: FILE.name, sha256: FILE.sha256, rows: 1 } }],
    })
  })

  it('is a coordinator’s act: nobody else’s, and of units that there are', async () => {
    for (const who of ['clerk', 'reviewer', 'administrator', 'auditor', 'reader'])
      expect((await askOnBehalf(world, [hubin], { who })).status, who).toBe(403)
    expect((await askOnBehalf(world, [hubin], { reporter: 'nobody-at-all' })).status).toBe(404)
    expect((await askOnBehalf(world, [hubin], { reporter: 'nobody-at-all', query: '?dryRun=true' })).status).toBe(404)
    expect((await askOnBehalf(world, [hubin], { reporter: otherUnit() })).status).toBe(200)
  })

  it('needs its file, and a unit’s own sync has none', async () => {
    for (const file of [{}, { name: '', sha256: FILE.sha256 }, { name: 'x', sha256: 'A'.repeat(64) }, { name: 'x', sha256: '5' }])
      expect((await askOnBehalf(world, [hubin], { file: file as never })).status).toBe(400)
    await expect(send(world, 'clerk', [shanzhou], { file: FILE } as never)).rejects.toThrow(/400/)
  })

  it('doubles nothing when it comes again: by its id, and as the same file under another', async () => {
    const id = crypto.randomUUID()
    await sendOnBehalf(world, [hubin], { id })
    expect(await sendOnBehalf(world, [hubin], { id })).toMatchObject({ replayed: true, outcomes: [{ status: 'applied', version: 1 }] })
    expect([await count('history'), await count('files_on_behalf'), await count('audit')]).toEqual([1, 1, 1])
    expect(statuses(await sendOnBehalf(world, [hubin]))).toEqual(['unchanged'])
    expect(statuses(await sendOnBehalf(world, [{ ...hubin, base: 1 }]))).toEqual(['unchanged'])
    expect(await count('history')).toBe(1)
    expect((await submission()).filesOnBehalf.map(({ rows }) => rows)).toEqual([1, 0, 0])
  })

  it('never covers what the unit itself wrote: that is a conflict, which says what the unit has', async () => {
    await send(world, 'clerk', [hubin])
    const answer = await sendOnBehalf(world, [{ ...hubin, cumulative: 230_000 }, shanzhou])
    expect(answer.outcomes).toMatchObject([
      {
        status: 'conflict',
        version: 1,
        fields: ['cumulative'],
        server: { by: '交通填报人', onBehalf: false, values: { cumulative: 240_000 } },
      },
      { status: 'applied', version: 1 },
    ])
    // Sent on behalf, then corrected by the unit, then the older file once more.
    await send(world, 'clerk', [{ ...shanzhou, base: 1, cumulative: 70_000 }])
    expect(statuses(await sendOnBehalf(world, [{ ...shanzhou, base: 1, cumulative: 65_000 }]))).toEqual(['conflict'])
    // Where a person decides for the file, the base is the version that was shown.
    expect(statuses(await sendOnBehalf(world, [{ ...shanzhou, base: 2, cumulative: 65_000 }]))).toEqual(['applied'])
  })

  it('is refused as a unit is: after the last day, of a locked unit or period, without a note where it was accepted', async () => {
    const state = (receipt: string) => database.prepare('UPDATE submissions SET receipt = ?').bind(receipt).run()
    const code = async (answer: Promise<Response>) => ((await (await answer).json()) as { code: string }).code
    await send(world, 'clerk', [shanzhou])
    await state('locked')
    expect(await code(askOnBehalf(world, [hubin]))).toBe('periodNotOpen')
    await state('accepted')
    expect(await code(askOnBehalf(world, [hubin]))).toBe('noteRequired')
    expect(await code(askOnBehalf(world, [hubin], { query: '?dryRun=true' }))).toBe('noteRequired')
    expect((await askOnBehalf(world, [hubin], { more: { note: '漏统' } })).status).toBe(200)
    await database.prepare("UPDATE periods SET state = 'locked', epoch = 2").run()
    expect(await code(askOnBehalf(world, [hubin], { more: { periodEpoch: 2 } }))).toBe('periodNotOpen')
    await database.prepare("UPDATE periods SET state = 'open'").run()
    world.now = new Date('2021-06-03T00:00:00Z')
    expect(await code(askOnBehalf(world, [hubin], { more: { periodEpoch: 2 } }))).toBe('periodNotOpen')
  })

  it('says nothing for the unit: it is still a draft, and the reviewer’s signature stands beside what changed after it', async () => {
    await send(world, 'clerk', [hubin])
    for (const [who, act] of [
      ['clerk', 'complete'],
      ['reviewer', 'review'],
      ['reviewer', 'approve'],
    ] as const)
      expect((await world.ask(who, 'POST', `${UNIT}/submission/${act}`, { body: {} })).status).toBe(200)
    await sendOnBehalf(world, [shanzhou])
    expect(await submission()).toMatchObject({ said: 'complete', signOff: 'approved', changedRows: ['7.1.a|411203|'] })
    world = await openWorld()
    await sendOnBehalf(world, [hubin])
    expect(await submission()).toMatchObject({ said: 'draft', signOff: 'none', receipt: 'none' })
  })

  it('is taken over by the unit: by its own later figures, or by a word', async () => {
    await sendOnBehalf(world, [hubin, shanzhou])
    expect(statuses(await send(world, 'clerk', [{ ...hubin, base: 1, cumulative: 250_000 }]))).toEqual(['applied'])
    expect(await read('clerk', `${UNIT}/records`)).toMatchObject({
      records: [
        { area: '411203', onBehalf: true },
        { area: '411202', by: '交通填报人', onBehalf: false },
      ],
    })
    expect((await takeOver({ asOfSeq: 1 })).status).toBe(412)
    world.now = new Date('2021-05-29T02:00:00Z')
    expect((await takeOver({ asOfSeq: 2 })).status).toBe(200)
    const takenOver = { account: 'clerk', by: '交通填报人', at: world.now.toISOString() }
    expect((await submission()).filesOnBehalf).toMatchObject([{ takenOver }])
    // Once is enough, and what comes later waits for another word.
    await sendOnBehalf(world, [{ ...shanzhou, base: 1, cumulative: 80_000 }])
    expect((await submission()).filesOnBehalf.map((file) => file.takenOver)).toMatchObject([takenOver, null])
    world.now = new Date('2021-05-30T02:00:00Z')
    expect((await takeOver()).status).toBe(200)
    expect((await submission()).filesOnBehalf.map((file) => file.takenOver?.at)).toEqual([takenOver.at, world.now.toISOString()])
  })

  it('leaves the reason of a return where it is when the unit takes over', async () => {
    await sendOnBehalf(world, [hubin])
    expect((await world.ask('coordinator', 'POST', `${UNIT}/submission/return`, { body: { reason: '请核对' } })).status).toBe(200)
    expect((await takeOver()).status).toBe(200)
    expect(await submission()).toMatchObject({ receipt: 'returned', reason: '请核对' })
  })
})
