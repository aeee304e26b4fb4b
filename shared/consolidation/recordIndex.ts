import type { ServerRecord } from '../wire/sync.ts'

/** The live records of a period by reporter, subject and area; withdrawn rows are left out. */
export interface RecordIndex {
  /** In order of `part`, whatever order they came in. */
  rows(reporter: string, subject: string, area: string): readonly ServerRecord[]
  /** Every row about a subject and an area, by reporter id. */
  reporters(subject: string, area: string): ReadonlyMap<string, readonly ServerRecord[]>
}

const none: ReadonlyMap<string, readonly ServerRecord[]> = new Map()

/** Indexes records once; look-ups are then constant. Of two versions of one row the later counts. */
export function recordIndex(records: Iterable<ServerRecord>): RecordIndex {
  const latest = new Map<string, ServerRecord>()
  for (const record of records) {
    const key = JSON.stringify([record.reporter, record.subject, record.area, record.part])
    const known = latest.get(key)
    if (!known || known.version < record.version) latest.set(key, record)
  }
  const index = new Map<string, Map<string, ServerRecord[]>>()
  for (const record of latest.values()) {
    if (record.deleted) continue
    const key = `${record.subject}|${record.area}`
    const byReporter = index.get(key) ?? new Map<string, ServerRecord[]>()
    index.set(key, byReporter)
    const rows = byReporter.get(record.reporter)
    if (rows) rows.push(record)
    else byReporter.set(record.reporter, [record])
  }
  for (const byReporter of index.values()) {
    for (const rows of byReporter.values()) if (rows.length > 1) rows.sort((a, b) => (a.part < b.part ? -1 : 1))
  }
  return {
    rows: (reporter, subject, area) => index.get(`${subject}|${area}`)?.get(reporter) ?? [],
    reporters: (subject, area) => index.get(`${subject}|${area}`) ?? none,
  }
}
