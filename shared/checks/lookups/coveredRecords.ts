import { between, firstFrom, lastBelow } from '../../base/ascending.ts'
import { oncePer } from '../../base/oncePer.ts'
import type { CheckFacts } from '../../finding/facts.ts'
import { type FigureRecord, recordKeyText } from '../../record/figureRecord.ts'
import type { RecognizedTable, StatedTotal } from '../../record/reading.ts'
import { dataRowsOf, tableOf } from './tableAt.ts'

/** The records of the same table that a stated total or subtotal covers: of its row, or of the rows it stands for. */
export function coveredRecords(facts: CheckFacts, total: StatedTotal): readonly FigureRecord[] {
  const { row, cells } = total.origin
  const table = tableOf(facts.tables, cells.cumulative ?? cells.target ?? cells.statedPercent ?? `A${row}`)
  if (!table) return []
  const byRow = recordsByRow(facts)
  if (dataRowsOf(table).has(row)) {
    const subjects = total.subject.split('/')
    return (byRow.get(row) ?? []).filter((record) => record.area !== total.area && subjects.includes(record.subject))
  }
  const rows = coveredRows(table, row, total.kind)[0] ?? []
  const records = rows.flatMap((one) => (byRow.get(one) ?? []).filter((record) => record.subject === total.subject))
  return [...new Map(records.map((record) => [recordKeyText(record), record])).values()]
}

/**
 * The data rows that a total's row may stand for, the likeliest first: all rows of the table for a total, those since
 * the last subtotal or section for a subtotal (those after it where the first subtotal is above its rows), and each in the
 * other way where a table has several totals.
 */
export function coveredRows(table: RecognizedTable, row: number, kind: 'total' | 'subtotal' | 'of_which'): readonly (readonly number[])[] {
  const ends = boundsOf(table)
  const last = lastBelow(ends, row) ?? 0
  const next = ends[firstFrom(ends, row + 1)] ?? Number.POSITIVE_INFINITY
  const above = between(table.dataRows, last, row)
  const below = between(table.dataRows, row, next)
  const both = subtotalsLead(table) ? [below, above] : [above, below]
  const sections = above.length === 0 ? [below] : below.length === 0 ? [above] : both
  const totals = countsOf(table).get(kind) ?? 0
  if (kind === 'total') return totals <= MANY ? [table.dataRows, ...sections] : sections
  return totals <= 1 ? [...sections, table.dataRows] : sections
}

/** 市辖区小计 before its districts: above the first subtotal there is no row that it could add up, so that each stands above its own. */
const subtotalsLead = oncePer((table: RecognizedTable): boolean => {
  const first = table.skipRows.find(({ reason }) => reason === 'subtotal')
  const last = first && (lastBelow(boundsOf(table), first.row) ?? 0)
  return first !== undefined && last !== undefined && between(table.dataRows, last, first.row).length === 0
})

/** Of more totals than this, each stands for its own part of the table. */
const MANY = 8

/** How many rows of a table were skipped for each reason. */
const countsOf = oncePer((table: RecognizedTable): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { reason } of table.skipRows) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return counts
})

/** The rows at which one part of a table ends: totals, subtotals, sections. */
const boundsOf = oncePer((table: RecognizedTable): readonly number[] => {
  const totals = table.skipRows.filter((skip) => skip.reason === 'total' || skip.reason === 'subtotal').map((skip) => skip.row)
  return [...totals, ...table.sectionRows].sort((a, b) => a - b)
})

const recordsByRow = oncePer((facts: CheckFacts): ReadonlyMap<number, readonly FigureRecord[]> => {
  const byRow = new Map<number, FigureRecord[]>()
  for (const record of facts.records) {
    const there = byRow.get(record.origin.row)
    if (there) there.push(record)
    else byRow.set(record.origin.row, [record])
  }
  return byRow
})
