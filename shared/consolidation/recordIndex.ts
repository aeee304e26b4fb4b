import type { ServerRecord } from '../wire/sync.ts'

/** The live records of a period by subject, area and reporter; withdrawn rows are left out. */
export interface RecordIndex {
  /** In order of `part`, whatever order they came in. */
  rows(reporter: string, subject: string, area: string): readonly ServerRecord[]
  /** Every row about a subject and an area, by reporter id. */
  reporters(subject: string, area: string): ReadonlyMap<string, readonly ServerRecord[]>
}

type ByReporter = Map<string, readonly ServerRecord[]>

const nobody: ReadonlyMap<string, readonly ServerRecord[]> = new Map()
const nothing: readonly ServerRecord[] = []

/** Indexes records once; look-ups are then constant. Of two versions of one row the later counts. */
export function recordIndex(records: Iterable<ServerRecord>): RecordIndex {
  const index = new Map<string, Map<string, Map<string, ServerRecord[]>>>()
  for (const record of records) {
    const byArea = entry(index, record.subject, () => new Map<string, Map<string, ServerRecord[]>>())
    const byReporter = entry(byArea, record.area, () => new Map<string, ServerRecord[]>())
    entry(byReporter, record.reporter, (): ServerRecord[] => []).push(record)
  }
  for (const byArea of index.values()) {
    for (const byReporter of byArea.values()) {
      for (const [reporter, rows] of byReporter) {
        const live = liveRows(rows)
        if (live.length === 0) byReporter.delete(reporter)
        else byReporter.set(reporter, live)
      }
    }
  }
  const found: ReadonlyMap<string, ReadonlyMap<string, ByReporter>> = index as Map<string, Map<string, Map<string, ServerRecord[]>>>
  return {
    rows: (reporter, subject, area) => found.get(subject)?.get(area)?.get(reporter) ?? nothing,
    reporters: (subject, area) => found.get(subject)?.get(area) ?? nobody,
  }
}

/** The latest version of each part that is not withdrawn, in order of `part`. */
function liveRows(rows: ServerRecord[]): ServerRecord[] {
  if (rows.length === 1) return rows[0]?.deleted ? [] : rows
  rows.sort((a, b) => (a.part === b.part ? a.version - b.version : a.part < b.part ? -1 : 1))
  return rows.filter((row, at) => rows[at + 1]?.part !== row.part && !row.deleted)
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
