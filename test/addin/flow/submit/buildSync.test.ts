import { expect, test } from 'vitest'
import type { PeriodContext } from '../../../../addin/flow/periodContext.ts'
import { buildSync } from '../../../../addin/flow/submit/buildSync.ts'
import { noDecisions, planSubmission } from '../../../../addin/flow/submit/planSubmission.ts'
import { chunkId, submitInParts, submitSheet } from '../../../../addin/flow/submit/submitSheet.ts'
import { fail, ok } from '../../../../shared/base/result.ts'
import type { ReadRecord, SheetReading } from '../../../../shared/pipeline/sheetReading.ts'
import { asScaled } from '../../../../shared/quantity/scaled.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { idempotencyKey } from '../../../../shared/wire/contract.ts'
import { MAX_SYNC_BYTES, MAX_SYNC_ROWS } from '../../../../shared/wire/protocol.ts'
import { readSyncRows } from '../../../../shared/wire/readSyncRows.ts'
import type { SyncRequest } from '../../../../shared/wire/sync.ts'
import { syncRequestSchema } from '../../../../shared/wire/sync.ts'
import { clerk, may } from '../../fakeAnswers.ts'
import { fakePorts } from '../../fakes.ts'
import { stoppedAfter, unstopped } from '../../longWorks.ts'
import { transportSheet } from '../../transportSheet.ts'

const context: PeriodContext = { account: clerk, period: may, register: register2021, earlier: [] }

const reading = (count: number, text = ''): SheetReading => ({
  sheetName: '5月',
  tables: [],
  totals: [],
  findings: [],
  questions: [],
  setAside: [],
  ledgers: [],
  cellCount: { read: 0, skipped: 0, reported: 0 },
  records: Array.from(
    { length: count },
    (_, index): ReadRecord => ({
      subject: '7.1.a',
      area: '411202',
      part: `批${index}`,
      values: { cumulative: asScaled(index), ...(text && { progressText: text }) },
      written: {},
      origin: { sheet: '5月', row: index + 1, cells: { cumulative: `E${index + 1}` } },
      disposition: 'accept',
      measure: '公里',
    }),
  ),
})

const bodies = (what: SheetReading) =>
  buildSync(context, planSubmission(what, { stored: new Map(), inherited: [] }, '张三', noDecisions), noDecisions, 'e1')

test('the bytes are what the server reads', () => {
  const [body] = bodies(reading(3, '进展顺利'))
  const request = syncRequestSchema.parse(JSON.parse(body ?? ''))
  expect(readSyncRows(request.fields, request.rows)).toMatchObject({ ok: true, value: { named: ['cumulative', 'progressText'] } })
})

test('the same plan gives the same bytes', () => {
  expect(bodies(reading(50))).toEqual(bodies(reading(50)))
})

const sizes = [
  [MAX_SYNC_ROWS, '', 1],
  [MAX_SYNC_ROWS + 1, '', 2],
  [12_000, '', 3],
  [300, '长'.repeat(6_000), 3],
] as const
test.for(sizes)('%i rows of %s go in %i requests within the limits', ([count, text, expected]) => {
  const all = bodies(reading(count, text))
  expect(all).toHaveLength(expected)
  const rows = all.map((body) => {
    const request: SyncRequest = JSON.parse(body)
    return request.rows.length
  })
  expect(rows.reduce((sum, one) => sum + one)).toBe(count)
  for (const body of all) expect(new TextEncoder().encode(body).length).toBeLessThanOrEqual(MAX_SYNC_BYTES)
})

test('ids of chunks derive from one, are keys of the wire, and sort in order', () => {
  const sync = '0b8c7a52-5d0e-4a7a-9c39-0f5d8a2f1c11'
  expect(chunkId(sync, 0, 1)).toBe(sync)
  const ids = Array.from({ length: 12 }, (_, index) => chunkId(sync, index, 12))
  expect([...ids].sort()).toEqual(ids)
  for (const id of ids) expect(idempotencyKey.safeParse(id).success, id).toBe(true)
})

/** A sheet of several chunks, as it is confirmed. */
function large() {
  const fakes = fakePorts(transportSheet)
  const rows = reading(11_000)
  const ports = { ...fakes.ports, readers: { ...fakes.ports.readers, sheet: async () => ok(() => ok(rows)) } }
  const check = { grid: transportSheet, corrections: [], reading: rows, layouts: [], layoutUse: null }
  return { ...fakes, ports, preview: { check, stored: new Map(), inherited: [], era: 'e1', plan: [], needsNote: false } }
}

test('who stops between two chunks has sent those before, and the later ones neither go nor wait', async () => {
  const { ports, server, outbox, preview } = large()
  const steps: number[] = []
  const stopped = await submitInParts(ports, context, { preview, decisions: noDecisions }, stoppedAfter(1, steps))
  expect(stopped).toMatchObject({ ok: true, value: { cut: { tag: 'sendingStopped' } } })
  const sent = stopped.ok ? stopped.value.sent.length : 0
  expect([steps, server.calls.length, server.records.size, outbox.entries.size]).toEqual([[1], 1, sent, 0])
  const { unsent = [], undelivered = [], stopped: left = [] } = stopped.ok ? stopped.value : {}
  expect([sent > 0, sent + left.length, unsent.length, undelivered.length]).toEqual([true, 11_000, 0, 0])
  const again = await submitInParts(ports, context, { preview, decisions: noDecisions }, unstopped())
  expect(again).toMatchObject({ ok: true, value: { cut: null } })
  expect(server.records.size).toBe(11_000)
})

test('what waits to be delivered is not what stays behind', async () => {
  const { ports, outbox, preview } = large()
  const arrived: string[] = []
  // The first part arrives; then the network is gone.
  const sync: typeof ports.api.sync = async (entry) =>
    arrived.push(entry.id) === 1 ? ports.api.sync(entry) : fail({ tag: 'offline' as const })
  const cut = { ...ports, api: { ...ports.api, sync } }
  const done = await submitInParts(cut, context, { preview, decisions: noDecisions }, unstopped())
  const { sent = [], unsent = [], undelivered = [], stopped = [] } = done.ok ? done.value : {}
  expect([sent.length > 0, sent.length + undelivered.length, unsent.length, stopped.length]).toEqual([true, 11_000, 0, 0])
  expect(outbox.entries.size).toBe(2)
})

test('who stops before the first chunk has sent nothing', async () => {
  const { ports, server, outbox, preview } = large()
  const stopped = await submitInParts(ports, context, { preview, decisions: noDecisions }, stoppedAfter(0))
  expect(stopped).toEqual({ ok: false, fault: { tag: 'cancelled' } })
  expect([server.calls.length, outbox.entries.size]).toEqual([0, 0])
})

test('chunks that wait from an earlier time still wait when the person stops: they may have arrived', async () => {
  const { ports, server, outbox, preview } = large()
  server.faults.push(...Array.from({ length: 5 }, () => 'before' as const))
  await submitSheet(ports, context, preview, noDecisions)
  expect(outbox.entries.size).toBe(3)
  await submitInParts(ports, context, { preview, decisions: noDecisions }, stoppedAfter(0))
  expect(outbox.entries.size).toBe(3)
})

test('a large sheet that is cut off resumes with the chunks that were not answered', async () => {
  const { ports, server, outbox, preview } = large()
  const lost = Array.from({ length: 5 }, () => 'before' as const)
  server.faults.push({ tag: 'timeout' }, ...lost.slice(1), 'before')
  const answer = await submitSheet(ports, context, preview, noDecisions)
  expect(answer).toMatchObject({ ok: false, fault: { tag: 'undelivered', willRetry: true } })
  expect(outbox.entries.size).toBe(3)
  const again = await submitSheet(ports, context, preview, noDecisions)
  expect(again.ok && again.value.sent).toHaveLength(11_000)
  expect(server.receipts.size).toBe(3)
  expect(server.records.size).toBe(11_000)
})
