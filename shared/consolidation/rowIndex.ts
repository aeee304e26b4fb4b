import type { FoldRow } from './foldRow.ts'

/** The rows of a period that were not withdrawn, by subject, area and the unit whose report they are. */
export interface RowIndex {
  /** In order of `part`, whatever order they came in. */
  rows(reporter: string, subject: string, area: string): readonly FoldRow[]
  /** When the latest row of each unit came, ISO; units without a row are not in it. */
  readonly lastAt: ReadonlyMap<string, string>
  /** Every row about a subject and an area, by reporter id. */
  reporters(subject: string, area: string): ReadonlyMap<string, readonly FoldRow[]>
}

const nobody: ReadonlyMap<string, readonly FoldRow[]> = new Map()
const nothing: readonly FoldRow[] = []

/** Indexes rows once; look-ups are then constant. Of two versions of one row the later counts. */
export function rowIndex(records: Iterable<FoldRow>): RowIndex {
  const bySubject = new Map<string, Map<string, Map<string, FoldRow[]>>>()
  for (const record of records) {
    const byArea = entry(bySubject, record.subject, () => new Map<string, Map<string, FoldRow[]>>())
    const byReporter = entry(byArea, record.area, () => new Map<string, FoldRow[]>())
    entry(byReporter, record.countsFor ?? record.reporter, (): FoldRow[] => []).push(record)
  }
  const lastAt = new Map<string, string>()
  for (const byArea of bySubject.values()) {
    for (const byReporter of byArea.values()) {
      leaveCurrent(byReporter)
      for (const [reporter, rows] of byReporter) for (const { at } of rows) if (at > (lastAt.get(reporter) ?? '')) lastAt.set(reporter, at)
    }
  }
  return {
    lastAt,
    rows: (reporter, subject, area) => bySubject.get(subject)?.get(area)?.get(reporter) ?? nothing,
    reporters: (subject, area) => bySubject.get(subject)?.get(area) ?? nobody,
  }
}

/** Leaves each reporter the rows that count; one whose rows are all withdrawn is no reporter of that subject any more. */
function leaveCurrent(byReporter: Map<string, FoldRow[]>): void {
  for (const [reporter, rows] of byReporter) {
    const current = currentRows(rows)
    if (current.length === 0) byReporter.delete(reporter)
    else byReporter.set(reporter, current)
  }
}

/** The latest version of each part that is not withdrawn, in order of `part`. */
function currentRows(rows: FoldRow[]): FoldRow[] {
  // nearly every group is one row: nothing to sort
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
