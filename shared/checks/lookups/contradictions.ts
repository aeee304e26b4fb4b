import { oncePer } from '../../base/oncePer.ts'
import type { CheckFacts } from '../../finding/facts.ts'
import { NUMBER_FIELDS } from '../../record/columnFields.ts'
import type { FigureRecord } from '../../record/figureRecord.ts'
import { RecordIndex } from '../../record/recordIndex.ts'
import { tableOf } from './tableAt.ts'

/** Records of one table that report the same subject, area and part with different figures, in the order of their rows. */
export const contradictions = oncePer((facts: CheckFacts): readonly (readonly FigureRecord[])[] =>
  repeated(facts).filter((group) => NUMBER_FIELDS.some((field) => new Set(group.map((one) => one.values[field] ?? null)).size > 1)),
)

/** The contradictory group that a record belongs to. */
export const contradictionOf = (facts: CheckFacts, record: FigureRecord): readonly FigureRecord[] | undefined => byRecord(facts).get(record)

const byRecord = oncePer(
  (facts: CheckFacts): ReadonlyMap<FigureRecord, readonly FigureRecord[]> =>
    new Map(contradictions(facts).flatMap((group) => group.map((one) => [one, group] as const))),
)

/** Records of one table under one key in several rows, whether they agree or not. */
export const repeated = oncePer((facts: CheckFacts): readonly (readonly FigureRecord[])[] => {
  if (facts.distinct) return []
  const many = facts.tables.length > 1
  const byTable = new Map<string, RecordIndex<FigureRecord>>()
  const groups = new Map<FigureRecord, Map<number, FigureRecord>>()
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
    const group = groups.get(first) ?? new Map([[first.origin.row, first]])
    if (!group.has(row)) groups.set(first, group.set(row, record))
  }
  return [...groups.values()].map((group) => [...group.values()])
})
