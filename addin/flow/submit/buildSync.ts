import { VALUE_FIELDS, type ValueField } from '../../../shared/record/columnFields.ts'
import { recordKeyText } from '../../../shared/record/figureRecord.ts'
import { MAX_SYNC_BYTES, MAX_SYNC_ROWS } from '../../../shared/wire/protocol.ts'
import type { KEY_COLUMNS, SyncRequest } from '../../../shared/wire/sync.ts'
import type { PeriodContext } from '../periodContext.ts'
import type { Decisions, PlannedRow } from './planSubmission.ts'
import { goes, sentFields } from './planSubmission.ts'

/** The wire's own columns, here without its schemas. */
const keyColumns: typeof KEY_COLUMNS = ['subject', 'area', 'part', 'base']

/** The wire's limit for what a cell said letter for letter. */
const LONGEST_WRITTEN = 2_000

/** Room for the envelope of a request, around its rows. */
const ENVELOPE_BYTES = 4_096

/**
 * The exact bodies to send, in order, each within the limits of a request: the same plan and decisions give the same
 * bytes. A field that one row does not report while another does carries the server's own value, so that it stays.
 */
export function buildSync(context: PeriodContext, plan: readonly PlannedRow[], decisions: Decisions, era: string): readonly string[] {
  const going = plan.filter((row) => goes(row, decisions))
  const reported = new Set(going.flatMap(({ record, withheld }) => sentFields(record, withheld)))
  const fields = VALUE_FIELDS.filter((field) => reported.has(field))
  const rows = going.map((row) => wireRow(row, fields, decisions))
  return chunks(rows).map((chunk) => {
    const request: SyncRequest = {
      schema: 1,
      registerVersion: context.period.registerVersion,
      periodEpoch: context.period.epoch,
      // Rows are judged one by one: that one is refused or in conflict does not hold up the others.
      atomic: false,
      era,
      ...(decisions.note?.trim() ? { note: decisions.note.trim() } : {}),
      ...(decisions.evidence?.trim() ? { evidence: decisions.evidence.trim() } : {}),
      fields: [...keyColumns, ...fields, 'written', 'origin', 'reasons'],
      rows: chunk,
    }
    return JSON.stringify(request)
  })
}

/** The keys of a body's rows, as `recordKeyText` writes them. */
export function rowKeys(body: string): readonly string[] {
  const { rows }: Pick<SyncRequest, 'rows'> = JSON.parse(body)
  return rows.map(([subject, area, part]) => recordKeyText({ subject: String(subject), area: String(area), part: String(part) }))
}

type WireRow = SyncRequest['rows'][number]

/** A row in the order of `fields`. `base` is the version that the person has seen: 0 where the server has none. */
function wireRow(row: PlannedRow, fields: readonly ValueField[], decisions: Decisions): WireRow {
  const { record, stored } = row
  const sent = new Set<string>(sentFields(record, row.withheld))
  const values = fields.map((field) => (sent.has(field) ? (record.values[field] ?? null) : (stored?.values[field] ?? null)))
  const written = Object.fromEntries(
    Object.entries(record.written)
      .filter(([field]) => sent.has(field))
      .map(([field, text]) => [field, text.slice(0, LONGEST_WRITTEN)]),
  )
  // A reason written for a finding that is not there any more would claim something of a figure that is now sound.
  const asked = new Set<string>(row.asks.map(({ code }) => code))
  const reasons = Object.fromEntries(Object.entries(decisions.reasons[row.key] ?? {}).filter(([code, text]) => asked.has(code) && text))
  return [record.subject, record.area, record.part, stored?.version ?? 0, ...values, written, { ...record.origin }, reasons]
}

/** As many rows a request as its limits allow, in their order; a row alone is never cut. */
function chunks(rows: readonly WireRow[]): WireRow[][] {
  const utf8 = new TextEncoder()
  const all: WireRow[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const row of rows) {
    // A comma goes with each row.
    const size = utf8.encode(JSON.stringify(row)).length + 1
    const last = all.at(-1)
    if (last === undefined || last.length >= MAX_SYNC_ROWS || bytes + size > MAX_SYNC_BYTES) {
      all.push([row])
      bytes = ENVELOPE_BYTES + size
    } else {
      last.push(row)
      bytes += size
    }
  }
  return all
}
