import { ok, type Result } from '../../shared/base/result.ts'
import type { FigureRecord, RecordValues } from '../../shared/record/figureRecord.ts'
import { recordKeyText } from '../../shared/record/figureRecord.ts'
import type { ServerRecord } from '../../shared/wire/sync.ts'
import type { ApiFault } from '../ports/apiFault.ts'
import type { Ports } from '../ports/ports.ts'

/** A unit's records of a period as the server holds them now, by `recordKeyText`; tombstones included. */
export type StoredRecords = ReadonlyMap<string, ServerRecord>

/** A unit's rows, and the position of the city at which they were read. */
export interface Pulled {
  readonly stored: StoredRecords
  /** Rows of units whose duties this one took over, which stand for its own where it has none. */
  readonly inherited: readonly ServerRecord[]
  /** The database's era, sent back with what is sent: after a restoration the versions mean nothing. */
  readonly era: string
  /** Every row up to this position has been pulled. */
  readonly asOfSeq: number
}

/** Pulls page after page; a later page's record replaces an earlier one of the same key. */
export async function pullRecords(ports: Ports, period: string, reporter: string, signal?: AbortSignal): Promise<Result<Pulled, ApiFault>> {
  const stored = new Map<string, ServerRecord>()
  const inherited: ServerRecord[] = []
  let era = ''
  let asOfSeq = 0
  let since: number | null = 0
  while (since !== null) {
    const page: Awaited<ReturnType<Ports['api']['records']>> = await ports.api.records(period, reporter, since, signal)
    if (!page.ok) return page
    for (const record of page.value.records) stored.set(recordKeyText(record), record)
    inherited.push(...page.value.inherited)
    era = page.value.era
    asOfSeq = page.value.asOfSeq
    const { next } = page.value
    // A next page that does not go forward would be asked for without end.
    since = next !== null && next > since ? next : null
  }
  return ok({ stored, inherited, era, asOfSeq })
}

/** A server's record in the form that the checks between periods know. */
export function figureRecordOf(record: ServerRecord): FigureRecord {
  return {
    subject: record.subject,
    area: record.area,
    part: record.part,
    values: record.values as RecordValues,
    written: record.written,
    origin: { sheet: '', row: 0, cells: {} },
  }
}

/** A value as it travels: figures are scaled integers already. */
export type WireValue = string | number | boolean | null
