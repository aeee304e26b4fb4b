import { expect, test } from 'vitest'
import type { PeriodContext } from '../../../../addin/flow/periodContext.ts'
import { openPeriodContext } from '../../../../addin/flow/session/openPeriodContext.ts'
import { type Decisions, noDecisions } from '../../../../addin/flow/submit/planSubmission.ts'
import { resendOutbox } from '../../../../addin/flow/submit/resendOutbox.ts'
import { resolveWithMine } from '../../../../addin/flow/submit/resolveConflict.ts'
import { previewSubmission, replan, submitSheet } from '../../../../addin/flow/submit/submitSheet.ts'
import type { Ports } from '../../../../addin/ports/ports.ts'
import type { SyncRequest } from '../../../../shared/wire/sync.ts'
import { clerk, coordinator, may } from '../../fakeAnswers.ts'
import { fakePorts } from '../../fakes.ts'
import { stoppedAfter, unstopped } from '../../longWorks.ts'
import { transportSheet } from '../../transportSheet.ts'

async function opened(ports: Ports, account = clerk): Promise<PeriodContext> {
  const context = await openPeriodContext(ports, account, [may], may)
  if (!context.ok) throw new Error(context.fault.tag)
  return context.value
}

async function world() {
  const fakes = fakePorts(transportSheet)
  const context = await opened(fakes.ports)
  const preview = async () => {
    const answer = await previewSubmission(fakes.ports, context)
    if (!answer.ok) throw new Error(answer.fault.tag)
    return answer.value
  }
  const submit = async (decisions: Decisions = noDecisions) => submitSheet(fakes.ports, context, await preview(), decisions)
  return { ...fakes, context, preview, submit }
}

const statuses = (answer: Awaited<ReturnType<typeof submitSheet>>) =>
  answer.ok ? answer.value.sent.map(({ outcome }) => outcome.status) : [answer.fault.tag]

test('a first submission stores every row, with its cell, and empties the outbox', async () => {
  const { submit, outbox, server } = await world()
  const answer = await submit()
  expect(new Set(statuses(answer))).toEqual(new Set(['applied']))
  expect(answer.ok && answer.value.sent.find(({ key }) => key.subject === '7.1.a' && key.area === '411221')?.place.cells.cumulative).toBe(
    'E7',
  )
  expect(server.records.get('7.1.a|411221|')?.values.cumulative).toBe(245_000)
  expect(outbox.entries.size).toBe(0)
})

test('the same sheet again changes nothing and sends nothing', async () => {
  const { submit, preview, server } = await world()
  await submit()
  expect((await preview()).plan.map(({ kind }) => kind).every((kind) => kind === 'unchanged')).toBe(true)
  expect(statuses(await submit())).toEqual(['nothingToSend'])
  expect(server.calls).toHaveLength(1)
})

test('one changed cell sends one row, on top of the version last pulled', async () => {
  const { submit, book, server } = await world()
  await submit()
  book.edit((cells) => {
    const row = cells[4]
    if (row) row[4] = 13
  })
  expect(statuses(await submit())).toEqual(['applied'])
  const { fields, rows }: SyncRequest = JSON.parse(server.calls[1]?.body ?? '')
  expect(rows).toHaveLength(1)
  expect(rows[0]?.[fields.indexOf('base')]).toBe(1)
  expect(rows[0]?.[fields.indexOf('cumulative')]).toBe(130_000)
})

test('an answer lost on the way back is asked for again under the same id with the same bytes, and counts once', async () => {
  const { submit, server, waits } = await world()
  server.faults.push('after')
  expect(new Set(statuses(await submit()))).toEqual(new Set(['applied']))
  expect(server.calls).toHaveLength(2)
  expect(server.calls[0]).toEqual(server.calls[1])
  expect(server.receipts.size).toBe(1)
  expect(waits).toHaveLength(1)
})

test('without a connection the bytes stay in the outbox, and go under their id at the next opening', async () => {
  const { submit, server, outbox, ports, waits } = await world()
  server.faults.push('before', 'before', 'before', 'before', 'before')
  const answer = await submit()
  expect(answer).toMatchObject({ ok: false, fault: { tag: 'undelivered', willRetry: true, cause: { tag: 'offline' } } })
  expect(waits).toEqual([400, 800, 1600, 3200])
  const [waiting] = outbox.entries.values()
  const resent = await resendOutbox(ports, 'jiaotong')
  expect(resent).toMatchObject({ waiting: 0, refused: [] })
  expect(resent.sent.length).toBeGreaterThan(0)
  expect(server.calls.at(-1)).toEqual({ id: waiting?.id, body: waiting?.body })
  expect(outbox.entries.size).toBe(0)
})

test('pressing again while the bytes still wait reuses their id', async () => {
  const { submit, server, outbox } = await world()
  server.faults.push('after', 'before', 'before', 'before', 'before')
  await submit()
  const before = [...outbox.entries.keys()]
  server.records.clear()
  await submit()
  expect(server.calls.at(-1)?.id).toBe(before[0])
  expect(server.receipts.size).toBe(1)
})

/** Two submissions of the unit that wait, as two months without a connection leave them. */
async function waiting() {
  const scene = await world()
  const lost = Array.from({ length: 5 }, () => 'before' as const)
  scene.server.faults.push(...lost)
  await scene.submit()
  scene.book.edit((cells) => {
    const row = cells[4]
    if (row) row[4] = 13
  })
  scene.server.faults.push(...lost)
  await scene.submit()
  scene.server.calls.length = 0
  return scene
}

test('sending again can be stopped between two submissions: the others wait, and go the next time', async () => {
  const { ports, server, outbox } = await waiting()
  const steps: number[] = []
  const stopped = await resendOutbox(ports, 'jiaotong', stoppedAfter(1, steps))
  expect(stopped).toMatchObject({ waiting: 1, stopped: true, refused: [] })
  expect(stopped.sent.length).toBeGreaterThan(0)
  expect([steps, server.calls.length, outbox.entries.size]).toEqual([[1], 1, 1])
  expect(await resendOutbox(ports, 'jiaotong', unstopped())).toMatchObject({ waiting: 0, stopped: false })
  expect(outbox.entries.size).toBe(0)
})

test('stopped while it waits for the next try it does not try again, and everything waits on', async () => {
  const { ports, server, outbox } = await waiting()
  server.faults.push('before')
  const controller = new AbortController()
  const wait = () => {
    controller.abort()
    return new Promise<void>(() => undefined)
  }
  const patient = { ...ports, surroundings: { ...ports.surroundings, wait } }
  const stopped = await resendOutbox(patient, 'jiaotong', { signal: controller.signal, onProgress: () => undefined })
  expect(stopped).toEqual({ sent: [], refused: [], waiting: 2, stopped: true })
  expect([server.calls.length, outbox.entries.size]).toEqual([1, 2])
})

test("another unit's waiting bytes are left to their owner", async () => {
  const { ports, outbox, server } = await world()
  await outbox.put({ id: 'x', period: '2021-05', reporter: 'wenlv', body: '{}', sheet: '5月', at: '2021-05-01' })
  expect(await resendOutbox(ports, 'jiaotong')).toEqual({ sent: [], refused: [], waiting: 0, stopped: false })
  expect(server.calls).toHaveLength(0)
  expect(outbox.entries.size).toBe(1)
})

const finals = [
  ['periodNotOpen', 409, false],
  ['epochStale', 409, false],
  ['invalidBody', 400, false],
  ['forbidden', 403, false],
  ['idempotencyKeyReused', 422, false],
  ['busy', 503, true],
  ['internal', 500, true],
  ['tooManyRequests', 429, true],
] as const

test.for(finals)('a problem %s (%i) keeps the bytes: %s', async ([code, status, willRetry]) => {
  const { submit, server, outbox } = await world()
  const fault = { tag: 'problem', status, code, requestId: 'r', findings: [], retryAfter: null } as const
  server.faults.push(...Array.from({ length: 5 }, () => fault))
  expect(await submit()).toMatchObject({ ok: false, fault: { tag: 'undelivered', willRetry, cause: { code } } })
  expect(outbox.entries.size).toBe(willRetry ? 1 : 0)
})

test.for(['signedOut', 'foreignAnswer'] as const)('%s keeps the bytes and is not tried again by itself', async (tag) => {
  const { submit, server, outbox } = await world()
  server.faults.push(tag === 'signedOut' ? { tag } : { tag, status: 200 })
  expect(await submit()).toMatchObject({ ok: false, fault: { tag: 'undelivered', willRetry: true, cause: { tag } } })
  expect(server.calls).toHaveLength(1)
  expect(outbox.entries.size).toBe(1)
})

test('the server’s own waiting time is respected', async () => {
  const { submit, server, waits } = await world()
  server.faults.push({ tag: 'problem', status: 429, code: 'tooManyRequests', requestId: 'r', findings: [], retryAfter: 3 })
  await submit()
  expect(waits).toEqual([3_400])
})

test('a sheet that changed between preview and confirmation is not sent; the new preview comes back', async () => {
  const { ports, context, preview, book, server } = await world()
  const seen = await preview()
  book.edit((cells) => {
    const row = cells[4]
    if (row) row[4] = 14
  })
  const answer = await submitSheet(ports, context, seen, noDecisions)
  expect(answer).toMatchObject({ ok: false, fault: { tag: 'sheetChanged' } })
  expect(server.calls).toHaveLength(0)
  if (answer.ok || answer.fault.tag !== 'sheetChanged') return
  expect(answer.fault.preview.plan.find(({ key }) => key === '7.1.a|411202|')?.record.values.cumulative).toBe(140_000)
  expect(statuses(await submitSheet(ports, context, answer.fault.preview, noDecisions))).toContain('applied')
})

test('an edit that changes nothing of what is sent does not hold the submission up', async () => {
  const { ports, context, preview, book } = await world()
  const seen = await preview()
  book.edit((cells) => {
    const row = cells[12]
    if (row) row[0] = '填报人：王××'
  })
  expect(statuses(await submitSheet(ports, context, seen, noDecisions))).toContain('applied')
})

test('a colleague’s other value is not overwritten without a word, and is with one', async () => {
  const { server, preview, submit, ports, context } = await world()
  server.write({ subject: '7.1.a', area: '411202', part: '', by: '李四', at: '2021-05-25T08:00:00Z', values: { cumulative: 110_000 } })
  const row = (await preview()).plan.find(({ key }) => key === '7.1.a|411202|')
  expect(row).toMatchObject({ kind: 'overwrites', stored: { by: '李四' } })
  const first = await submit()
  expect(first.ok && first.value.sent.some(({ key }) => key.subject === '7.1.a' && key.area === '411202')).toBe(false)
  expect(server.records.get('7.1.a|411202|')?.values.cumulative).toBe(110_000)
  const decided = { ...noDecisions, overwrite: new Set(['7.1.a|411202|']) }
  expect(statuses(await submitSheet(ports, context, await preview(), decided))).toEqual(['applied'])
  expect(server.records.get('7.1.a|411202|')).toMatchObject({ by: '张三', values: { cumulative: 125_000 } })
})

test('a colleague of the same name is another person, and an account that was renamed is still one’s own', async () => {
  const { server, preview } = await world()
  const theirs = { subject: '7.1.a', area: '411202', part: '', by: '张三', at: '2021-05-25T08:00:00Z', values: { cumulative: 110_000 } }
  server.write({ ...theirs, account: 'zhang-2' })
  const row = async () => (await preview()).plan.find(({ key }) => key === '7.1.a|411202|')
  expect(await row()).toMatchObject({ kind: 'overwrites', stored: { by: '张三' } })
  server.write({ ...theirs, account: clerk.id, by: '王五' })
  expect(await row()).toMatchObject({ kind: 'changed', stored: { by: '王五' } })
})

test('a row that was withdrawn is not reported for the first time', async () => {
  const { server, preview, submit } = await world()
  const about = { subject: '7.1.a', area: '411202', part: '', by: '张三', at: '2021-05-25T08:00:00Z' }
  const row = async () => (await preview()).plan.find(({ key }) => key === '7.1.a|411202|')
  expect(await row()).toMatchObject({ kind: 'new' })
  server.write({ ...about, values: { cumulative: 110_000 } })
  server.write({ ...about, deleted: true, values: { cumulative: 110_000 } })
  expect(await row()).toMatchObject({ kind: 'restored' })
  expect(statuses(await submit())).toContain('applied')
  expect(server.records.get('7.1.a|411202|')).toMatchObject({ deleted: false, version: 3 })
})

test('what the predecessor reported this month is not reported for the first time by the successor', async () => {
  const { server, preview, submit } = await world()
  const kinds = async () => {
    const { plan } = await preview()
    return ['7.1.a|411202|', '7.1.a|411203|'].map((key) => plan.find((row) => row.key === key)?.kind)
  }
  expect(await kinds()).toEqual(['new', 'new'])
  const at = '2021-05-20T08:00:00Z'
  server.write({ subject: '7.1.a', area: '411202', part: '一批', by: '旧填报人', at, values: { cumulative: 110_000 } })
  const theirs = [...server.records.values()].map((one) => ({ ...one, reporter: 'chengguan' }))
  server.records.clear()
  server.inherited.push(...theirs)
  expect(await kinds()).toEqual(['takenOver', 'new'])
  expect(statuses(await submit())).toContain('applied')
  expect(await kinds()).toEqual(['unchanged', 'unchanged'])
})

test('a value written between preview and confirmation is a conflict; settled for the sheet it goes on top of what was seen', async () => {
  const { ports, context, preview, server } = await world()
  const seen = await preview()
  server.write({ subject: '7.1.a', area: '411202', part: '', by: '李四', at: '2021-05-26T07:59:00Z', values: { cumulative: 110_000 } })
  const answer = await submitSheet(ports, context, seen, noDecisions)
  const row = answer.ok ? answer.value.sent.find(({ outcome }) => outcome.status === 'conflict') : undefined
  expect(row?.outcome).toMatchObject({ server: { by: '李四', values: { cumulative: 110_000 } } })
  if (!row) return
  const settled = await resolveWithMine(ports, context, row, { reasons: {} })
  expect(settled.ok && settled.value.map(({ outcome }) => outcome.status)).toEqual(['applied'])
  expect(server.records.get('7.1.a|411202|')).toMatchObject({ version: 2, values: { cumulative: 125_000 } })
})

test('a conflict whose other side moved on is not settled on an old view', async () => {
  const { ports, context, preview, server } = await world()
  const seen = await preview()
  const theirs = { subject: '7.1.a', area: '411202', part: '', by: '李四', at: '2021-05-26T07:59:00Z' }
  server.write({ ...theirs, values: { cumulative: 110_000 } })
  const answer = await submitSheet(ports, context, seen, noDecisions)
  const row = answer.ok ? answer.value.sent.find(({ outcome }) => outcome.status === 'conflict') : undefined
  if (!row) throw new Error('no conflict')
  server.write({ ...theirs, values: { cumulative: 115_000 } })
  expect(await resolveWithMine(ports, context, row, { reasons: {} })).toMatchObject({ ok: false, fault: { tag: 'movedOn' } })
  expect(server.records.get('7.1.a|411202|')?.values.cumulative).toBe(115_000)
})

test('a wrong percentage stays behind alone; its figures go', async () => {
  const { preview, book, submit, server } = await world()
  book.edit((cells) => {
    const row = cells[4]
    if (row) row[5] = '99%'
  })
  const row = (await preview()).plan.find(({ key }) => key === '7.1.a|411202|')
  expect(row?.withheld).toMatchObject([{ field: 'statedPercent', why: { finding: { code: 'PCT_MISMATCH' } } }])
  await submit()
  expect(server.records.get('7.1.a|411202|')?.values).toMatchObject({ cumulative: 125_000 })
  expect(server.records.get('7.1.a|411202|')?.values.statedPercent).toBeUndefined()
})

test('a decrease waits for a written reason, and carries it', async () => {
  const { preview, book, submit, server, context } = await world()
  const earlier = [
    { subject: '7.1.a', area: '411202', part: '', values: { cumulative: 200_000 }, written: {}, origin: { sheet: '', row: 0, cells: {} } },
  ]
  Object.assign(context, { earlier })
  void book
  const asked = (await preview()).plan.find(({ key }) => key === '7.1.a|411202|')
  expect(asked?.asks.map(({ code }) => code)).toContain('DECREASED_CUMULATIVE')
  const first = await submit()
  expect(first.ok && server.records.get('7.1.a|411202|')?.values.cumulative).toBeUndefined()
  const reasons = { '7.1.a|411202|': { DECREASED_CUMULATIVE: '上月多报' } }
  await submit({ ...noDecisions, reasons })
  expect(server.records.get('7.1.a|411202|')?.values.cumulative).toBe(125_000)
  const { fields, rows }: SyncRequest = JSON.parse(server.calls.at(-1)?.body ?? '')
  expect(rows[0]?.[fields.indexOf('reasons')]).toEqual({ DECREASED_CUMULATIVE: '上月多报' })
})

test('blank reasons are no reasons', async () => {
  const { preview, context } = await world()
  const earlier = [
    { subject: '7.1.a', area: '411202', part: '', values: { cumulative: 200_000 }, written: {}, origin: { sheet: '', row: 0, cells: {} } },
  ]
  Object.assign(context, { earlier })
  const plan = replan(await preview(), context, { ...noDecisions, reasons: { '7.1.a|411202|': { DECREASED_CUMULATIVE: '  ' } } })
  expect(plan.find(({ key }) => key === '7.1.a|411202|')?.withheld.map(({ field }) => field)).toContain('cumulative')
})

test('two rows that contradict each other are both kept here', async () => {
  const { preview, book, submit, server } = await world()
  book.edit((cells) => {
    const row = cells[5]
    if (row) row[1] = '湖滨区'
  })
  const rows = (await preview()).plan.filter(({ key }) => key === '7.1.a|411202|')
  expect(rows.map(({ kind }) => kind)).toEqual(['withheld', 'withheld'])
  await submit()
  expect(server.records.has('7.1.a|411202|')).toBe(false)
})

test('a blank figure is not sent, and never becomes 0', async () => {
  const { preview, book, submit, server } = await world()
  book.edit((cells) => {
    const row = cells[4]
    if (row) for (const column of [3, 4, 5]) row[column] = null
  })
  expect((await preview()).plan.find(({ key }) => key === '7.1.a|411202|')).toMatchObject({
    kind: 'withheld',
    withheld: [{ field: null, why: { tag: 'blank' } }],
  })
  await submit()
  expect(server.records.has('7.1.a|411202|')).toBe(false)
})

test('a field that a row does not report is left as the server has it', async () => {
  const { server, submit } = await world()
  server.write({
    subject: '7.1.a',
    area: '411202',
    part: '',
    by: '张三',
    at: '2021-05-25T08:00:00Z',
    values: { cumulative: 110_000, nextSteps: '加快施工' },
  })
  await submit()
  expect(server.records.get('7.1.a|411202|')?.values.cumulative).toBe(125_000)
  const { fields }: SyncRequest = JSON.parse(server.calls[0]?.body ?? '')
  expect(fields).not.toContain('nextSteps')
})

test('nobody without a unit submits, and nobody into a locked period', async () => {
  const { ports } = await world()
  const context = await opened(ports, coordinator)
  expect(await previewSubmission(ports, context)).toMatchObject({ ok: false, fault: { tag: 'noReporter' } })
  const own = await opened(ports)
  expect(await previewSubmission(ports, { ...own, period: { ...may, state: 'locked' } })).toMatchObject({
    ok: false,
    fault: { tag: 'periodNotOpen' },
  })
})

test('a unit whose period the coordinator has locked is told so before anything is compared or sent', async () => {
  const { ports, context, server } = await world()
  for (const act of ['complete', 'receive', 'accept', 'lock'] as const) server.unit.force(act)
  expect(await previewSubmission(ports, context)).toMatchObject({ ok: false, fault: { tag: 'unitLocked' } })
  expect(server.calls).toHaveLength(0)
})

test('what the coordinator has accepted is corrected with a note alone, and the note travels with the evidence', async () => {
  const { submit, server } = await world()
  for (const act of ['complete', 'receive', 'accept'] as const) server.unit.force(act)
  expect(statuses(await submit())).toEqual(['noteMissing'])
  expect(statuses(await submit({ ...noDecisions, note: '  ' }))).toEqual(['noteMissing'])
  expect(server.calls).toHaveLength(0)
  await submit({ ...noDecisions, note: ' 漏统一户 ', evidence: '三交〔2021〕5号' })
  expect(JSON.parse(server.calls[0]?.body ?? '')).toMatchObject({ note: '漏统一户', evidence: '三交〔2021〕5号' })
})

test('before it is accepted nothing is noted', async () => {
  const { submit, server } = await world()
  await submit()
  expect(JSON.parse(server.calls[0]?.body ?? '')).not.toHaveProperty('note')
})

test('nothing leaves before every part of it is in the outbox', async () => {
  const { ports, context, preview, server } = await world()
  const broken = { ...ports, outbox: { ...ports.outbox, put: async () => Promise.reject(new Error('a bug')) } }
  await expect(submitSheet(broken, context, await preview(), noDecisions)).rejects.toThrow('a bug')
  expect(server.calls).toHaveLength(0)
})
