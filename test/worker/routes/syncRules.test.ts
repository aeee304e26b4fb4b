import { beforeAll, describe, expect, it } from 'vitest'
import { MAX_SYNC_BYTES } from '../../../shared/wire/protocol.ts'
import type { SyncAnswer } from '../../../shared/wire/sync.ts'
import { database, openWorld, otherUnit, PERIOD, send, statuses, syncPath, syncRequest, type World } from '../world.ts'

const contents = async (): Promise<string> => {
  const tables = ['records', 'history', 'receipts', 'city', 'submissions']
  const answers = await database.batch(tables.map((table) => database.prepare(`SELECT * FROM ${table}`)))
  return JSON.stringify(answers.map(({ results }) => results))
}

describe('sync, its rules', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })

  it('lets exactly one of two writers of one field win, and the other sees a conflict', async () => {
    await send(world, 'clerk', [{ subject: '7.1.a', cumulative: 10_000 }])
    const both = await Promise.all([
      send(world, 'clerk', [{ subject: '7.1.a', base: 1, cumulative: 20_000 }]),
      send(world, 'second', [{ subject: '7.1.a', base: 1, cumulative: 30_000 }]),
    ])
    expect(both.flatMap(statuses).sort()).toEqual(['applied', 'conflict'])
  })

  it('lets writers of different fields both win, a version each', async () => {
    await send(world, 'clerk', [{ subject: '1', problems: '甲', nextSteps: '乙' }])
    const both = await Promise.all([
      send(world, 'clerk', [{ subject: '1', base: 1, problems: '丙' }]),
      send(world, 'second', [{ subject: '1', base: 1, nextSteps: '丁' }]),
    ])
    expect(both.flatMap(({ outcomes }) => outcomes.map((outcome) => 'version' in outcome && outcome.version)).sort()).toEqual([2, 3])
  })

  it('leaves a field that the request does not name, and null clears', async () => {
    await send(world, 'clerk', [{ subject: '2.1', progressText: '进展', remark: '备注', written: { remark: '备 注' } }])
    await send(world, 'clerk', [{ subject: '2.1', base: 1, progressText: null }])
    const row = await database.prepare("SELECT progress_text, remark, written FROM records WHERE subject = '2.1'").first()
    expect(row).toEqual({ progress_text: null, remark: '备注', written: '{"remark":"备 注"}' })
  })

  it('counts what was written as part of its field', async () => {
    await send(world, 'clerk', [{ subject: '2.2.a', cumulative: 4_200_000, written: { cumulative: '约420' } }])
    const exact = await send(world, 'clerk', [{ subject: '2.2.a', base: 1, cumulative: 4_200_000, written: {} }])
    expect(statuses(exact)).toEqual(['applied'])
  })

  it('keeps the reasons of a row, also where a request says nothing of them, and adds those of a merge', async () => {
    const row = { subject: '2.2', part: '理由' }
    const stored = async () =>
      JSON.parse((await database.prepare("SELECT reasons FROM records WHERE part = '理由'").first<{ reasons: string }>())?.reasons ?? '')
    await send(world, 'clerk', [{ ...row, remark: '一', reasons: { OVER_TARGET_SUSPECT: '已核实' } }])
    expect(await stored()).toEqual({ OVER_TARGET_SUSPECT: '已核实' })
    await send(world, 'clerk', [{ ...row, base: 1, remark: '二' }])
    expect(await stored()).toEqual({ OVER_TARGET_SUSPECT: '已核实' })
    await send(world, 'second', [{ ...row, base: 1, problems: '三', reasons: { DECREASED_CUMULATIVE: '更正' } }])
    expect(await stored()).toEqual({ OVER_TARGET_SUSPECT: '已核实', DECREASED_CUMULATIVE: '更正' })
  })

  it('withdraws a row as a tombstone, keeps its image, and lets it come back', async () => {
    await send(world, 'clerk', [{ subject: '2.3.a', cumulative: 10_000 }])
    expect(statuses(await send(world, 'clerk', [{ subject: '2.3.a', base: 1, deleted: true, cumulative: null, remark: '不看' }]))).toEqual([
      'applied',
    ])
    expect(statuses(await send(world, 'clerk', [{ subject: '2.3.a', base: 2, deleted: true }]))).toEqual(['unchanged'])
    expect(statuses(await send(world, 'second', [{ subject: '2.3.a', base: 1, cumulative: 20_000 }]))).toEqual(['conflict'])
    expect(statuses(await send(world, 'clerk', [{ subject: '2.3.a', base: 2, cumulative: 30_000 }]))).toEqual(['applied'])
    const { results } = await database
      .prepare("SELECT deleted, cumulative, remark FROM history WHERE subject = '2.3.a' ORDER BY version")
      .all()
    expect(results).toEqual([
      { deleted: 0, cumulative: 10_000, remark: null },
      { deleted: 1, cumulative: 10_000, remark: null },
      { deleted: 0, cumulative: 30_000, remark: null },
    ])
  })

  it('refuses a withdrawal of a row that another has changed since', async () => {
    await send(world, 'clerk', [{ subject: '2.4', progressText: '甲' }])
    await send(world, 'second', [{ subject: '2.4', base: 1, progressText: '乙' }])
    const answer = await send(world, 'clerk', [{ subject: '2.4', base: 1, deleted: true }])
    expect(answer.outcomes).toMatchObject([{ status: 'conflict', fields: ['progressText'], server: { values: { progressText: '乙' } } }])
  })

  it('writes nothing of an atomic request where one row is refused, and answers every outcome', async () => {
    const rows = [
      { subject: '8.1.a', cumulative: 10_000 },
      { subject: 'nothing', cumulative: 1 },
    ]
    const answer = await send(world, 'clerk', rows, { atomic: true })
    expect(answer).toMatchObject({
      seq: null,
      outcomes: [
        { status: 'held', version: 0 },
        { status: 'rejected', findings: [{ code: 'SUBJECT_AMBIGUOUS' }] },
      ],
    })
    expect(await database.prepare("SELECT count(*) AS n FROM records WHERE subject = '8.1.a'").first()).toEqual({ n: 0 })
    expect(statuses(await send(world, 'clerk', rows))).toEqual(['applied', 'rejected'])
  })

  it('answers a dry run as it would the real one, and writes nothing', async () => {
    const body = syncRequest([
      { subject: '8.1.b', cumulative: 10_000 },
      { subject: '7.1.a', base: 1, cumulative: 90_000 },
      { subject: '1', base: 3, problems: '丙' },
    ])
    const before = await contents()
    const ask = (query: string) =>
      world.ask('clerk', 'POST', syncPath() + query, { body, headers: { 'Idempotency-Key': crypto.randomUUID() } })
    const dry = (await (await ask('?dryRun=true')).json()) as SyncAnswer
    expect(await contents()).toBe(before)
    expect(statuses(dry)).toEqual(['applied', 'conflict', 'unchanged'])
    const real = (await (await ask('')).json()) as SyncAnswer
    expect(real.outcomes).toEqual(dry.outcomes)
  })

  const refusals: {
    title: string
    more?: object
    rows?: unknown[][]
    fields?: string[]
    who?: string
    path?: string
    status: number
    code: string
  }[] = [
    { title: 'an old epoch', more: { periodEpoch: 0 }, status: 409, code: 'epochStale' },
    { title: 'another register version', more: { registerVersion: 99 }, status: 409, code: 'registerStale' },
    { title: 'another era', more: { era: 'other' }, status: 409, code: 'eraChanged' },
    {
      title: 'a base that the server never had',
      rows: [['8.2.a', '411200', '', 7]],
      fields: ['subject', 'area', 'part', 'base'],
      status: 409,
      code: 'eraChanged',
    },
    { title: 'a period that is over', path: syncPath('jiaotong', '2021-04'), status: 409, code: 'periodNotOpen' },
    { title: 'a period that does not exist', path: syncPath('jiaotong', '2021-09'), status: 404, code: 'notFound' },
    { title: "another unit's rows", path: syncPath(otherUnit()), status: 404, code: 'notFound' },
    { title: 'a role that does not send', who: 'reviewer', status: 403, code: 'forbidden' },
    { title: 'nobody', who: 'x'.repeat(43), status: 401, code: 'notSignedIn' },
    { title: 'an unknown field', fields: ['subject', 'area', 'part', 'base', 'hack'], status: 400, code: 'invalidBody' },
    { title: 'an unknown key', more: { extra: 1 }, status: 400, code: 'invalidBody' },
    {
      title: 'two rows of one key',
      rows: [
        ['1', '411200', '', 0],
        ['1', '411200', '', 0],
      ],
      fields: ['subject', 'area', 'part', 'base'],
      status: 400,
      code: 'duplicateRow',
    },
    {
      title: 'a figure beyond the range',
      rows: [['1', '411200', '', 0, 9e15]],
      fields: ['subject', 'area', 'part', 'base', 'cumulative'],
      status: 400,
      code: 'invalidBody',
    },
    {
      title: 'a fraction',
      rows: [['1', '411200', '', 0, 1.5]],
      fields: ['subject', 'area', 'part', 'base', 'cumulative'],
      status: 400,
      code: 'invalidBody',
    },
    {
      title: 'a day that is none',
      rows: [['1', '411200', '', 0, '2021-02-29']],
      fields: ['subject', 'area', 'part', 'base', 'asOf'],
      status: 400,
      code: 'invalidBody',
    },
    {
      title: 'half a pair of surrogates',
      rows: [['1', '411200', '', 0, '\ud800']],
      fields: ['subject', 'area', 'part', 'base', 'remark'],
      status: 400,
      code: 'invalidBody',
    },
    {
      title: 'a NUL',
      rows: [['1', '411200', '', 0, 'a\0b']],
      fields: ['subject', 'area', 'part', 'base', 'remark'],
      status: 400,
      code: 'invalidBody',
    },
  ]
  it.each(refusals)('refuses $title, and nothing is stored', async ({ more, rows, fields, who, path, status, code }) => {
    const before = await contents()
    const body = {
      ...syncRequest([{ subject: '8.2.a', cumulative: 10_000 }]),
      ...more,
      ...(rows ? { rows } : {}),
      ...(fields ? { fields } : {}),
    }
    const answer = await world.ask(who ?? 'clerk', 'POST', path ?? syncPath(), {
      body,
      headers: { 'Idempotency-Key': crypto.randomUUID() },
    })
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await answer.json()).toMatchObject({ status, code, requestId: answer.headers.get('x-request-id') })
    expect(answer.status).toBe(status)
    expect(await contents()).toBe(before)
  })

  it('names the cell that a malformed row came from', async () => {
    const body = syncRequest([{ subject: '1', remark: 5, origin: { sheet: '表', row: 7, cells: { remark: 'F7' } } }])
    const answer = await world.ask('clerk', 'POST', syncPath(), { body, headers: { 'Idempotency-Key': crypto.randomUUID() } })
    expect(await answer.json()).toMatchObject({ code: 'invalidBody', findings: [{ sheet: '表', cell: 'F7' }] })
  })

  it('counts the bytes that it reads: a chunked body over the limit is refused, one at the limit is read', async () => {
    const stream = (bytes: number) =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          const text = JSON.stringify(syncRequest([]))
          controller.enqueue(new TextEncoder().encode(text + ' '.repeat(1000 - text.length)))
          for (let left = bytes - 1000; left > 0; left -= 65_536) controller.enqueue(new Uint8Array(Math.min(left, 65_536)).fill(32))
          controller.close()
        },
      })
    const ask = (bytes: number) =>
      world.ask('clerk', 'POST', syncPath(), { raw: stream(bytes), headers: { 'Idempotency-Key': crypto.randomUUID() } })
    expect((await ask(MAX_SYNC_BYTES)).status).toBe(200)
    expect((await ask(MAX_SYNC_BYTES + 1)).status).toBe(413)
  })

  it('takes the most rows of a request in several parts, and one more is refused', async () => {
    const text = '进'.repeat(75)
    const rows = Array.from({ length: 5_000 }, (_, index) => ({
      subject: '10',
      part: `批次${index}`,
      remark: text,
      progressText: index % 2 ? text : null,
    }))
    const request = syncRequest(rows)
    const body = JSON.stringify(request)
    expect(new TextEncoder().encode(body).length).toBeGreaterThan(1_500_000)
    const answer = await world.ask('clerk', 'POST', syncPath(), { raw: body, headers: { 'Idempotency-Key': crypto.randomUUID() } })
    expect(new Set(statuses((await answer.json()) as SyncAnswer))).toEqual(new Set(['applied']))
    const more = await world.ask('clerk', 'POST', syncPath(), {
      body: syncRequest(Array.from({ length: 5_001 }, (_, index) => ({ subject: '10', part: `${index}` }))),
      headers: { 'Idempotency-Key': crypto.randomUUID() },
    })
    expect(more.status).toBe(400)
  })

  it('reads every page size of the change feed to the same end', async () => {
    const all = async (limit: number) => {
      const seen: unknown[] = []
      for (let since: number | null = 0; since !== null; ) {
        const page = (await (
          await world.ask('coordinator', 'GET', `/v1/periods/${PERIOD}/records?since=${since}&limit=${limit}`)
        ).json()) as { records: unknown[]; next: number | null }
        seen.push(...page.records)
        since = page.next
      }
      return seen
    }
    const whole = await all(10_000)
    expect(whole.length).toBeGreaterThan(5_000)
    expect(await all(1)).toEqual(whole)
    expect(await all(7)).toEqual(whole)
  })
})
