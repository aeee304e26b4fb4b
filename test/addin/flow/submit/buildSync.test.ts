import { expect, test } from 'vitest'
import type { PeriodContext } from '../../../../addin/flow/periodContext.ts'
import { buildSync } from '../../../../addin/flow/submit/buildSync.ts'
import { noDecisions, planSubmission } from '../../../../addin/flow/submit/planSubmission.ts'
import { chunkId, submitSheet } from '../../../../addin/flow/submit/submitSheet.ts'
import { ok } from '../../../../shared/base/result.ts'
import type { ReadRecord, SheetReading } from '../../../../shared/pipeline/sheetReading.ts'
import { asScaled } from '../../../../shared/quantity/scaled.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { idempotencyKey } from '../../../../shared/wire/contract.ts'
import { MAX_SYNC_BYTES, MAX_SYNC_ROWS } from '../../../../shared/wire/protocol.ts'
import { readSyncRows } from '../../../../shared/wire/readSyncRows.ts'
import type { SyncRequest } from '../../../../shared/wire/sync.ts'
import { syncRequestSchema } from '../../../../shared/wire/sync.ts'
import { clerk, fakePorts, may } from '../../fakes.ts'
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

const bodies = (what: SheetReading) => buildSync(context, planSubmission(what, new Map(), '张三', noDecisions), noDecisions, 'e1')

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

test('a large sheet that is cut off resumes with the chunks that were not answered', async () => {
  const { ports: usual, server, outbox } = fakePorts(transportSheet)
  const large = reading(11_000)
  const ports = { ...usual, readers: { ...usual.readers, sheet: async () => ok(() => ok(large)) } }
  const preview = {
    check: { grid: transportSheet, corrections: [], reading: large, layouts: [], layoutUse: null },
    stored: new Map(),
    era: 'e1',
    plan: [],
    needsNote: false,
  }
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
