import type { CheckFacts } from '../../finding/facts.ts'
import { type FigureRecord, NUMBER_FIELDS } from '../../record/figureRecord.ts'
import { RecordIndex } from '../../record/recordIndex.ts'
import { tableOf } from './tableAt.ts'

/** Records of one table that report the same subject, area and part with different figures, in the order of their rows. */
export function contradictions(facts: CheckFacts): readonly (readonly FigureRecord[])[] {
  const known = groups.get(facts)
  if (known) return known
  const found = repeated(facts).filter((group) =>
    NUMBER_FIELDS.some((field) => new Set(group.map((one) => one.values[field] ?? null)).size > 1),
  )
  groups.set(facts, found)
  return found
}

/** The contradictory group that a record belongs to. */
export function contradictionOf(facts: CheckFacts, record: FigureRecord): readonly FigureRecord[] | undefined {
  const index = byRecord.get(facts) ?? new Map(contradictions(facts).flatMap((group) => group.map((one) => [one, group] as const)))
  byRecord.set(facts, index)
  return index.get(record)
}

const byRecord = new WeakMap<CheckFacts, ReadonlyMap<FigureRecord, readonly FigureRecord[]>>()

/** Records of one table under one key in several rows, whether they agree or not. */
export function repeated(facts: CheckFacts): readonly (readonly FigureRecord[])[] {
  if (facts.distinct) return []
  const many = facts.tables.length > 1
  const byTable = new Map<string, RecordIndex<FigureRecord>>()
  const groups = new Map<FigureRecord, FigureRecord[]>()
  for (const record of facts.records) {
    const { row, cells } = record.origin
    const table = many ? tableOf(facts.tables, cells.cumulative ?? cells.target ?? cells.subject ?? cells.area ?? `A${row}`)?.id : ''
    let index = byTable.get(table ?? '')
    if (!index) {
      index = new RecordIndex<FigureRecord>()
      byTable.set(table ?? '', index)
    }
    const first = index.add(record, record)
    if (!first) continue
    const group = groups.get(first) ?? [first]
    if (group.some((one) => one.origin.row === row)) continue
    group.push(record)
    groups.set(first, group)
  }
  return [...groups.values()]
}

const groups = new WeakMap<CheckFacts, readonly (readonly FigureRecord[])[]>()
