import { columnNumber } from '../grid/a1.ts'
import { type FigureRecord, recordKeyText } from '../sheet/figureRecord.ts'
import type { RecognizedTable, StatedTotal } from '../sheet/reading.ts'
import type { CheckFacts } from './facts.ts'
import { dataRowsOf, tableAt } from './tableAt.ts'

/** The records of the same table that a stated total or subtotal covers: of its row, or of the rows it stands for. */
export function coveredRecords(facts: CheckFacts, total: StatedTotal): readonly FigureRecord[] {
  const { row, cells } = total.origin
  const cell = cells.cumulative ?? cells.target ?? cells.statedPercent
  const table = tableAt(facts.tables, row, cell === undefined ? 1 : columnNumber(/^[A-Z]+/.exec(cell)?.[0] ?? 'A'))
  if (!table) return []
  const { byRow } = recordsOf(facts)
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
 * the last subtotal or section for a subtotal (those after it where subtotals stand above their rows), and each in the
 * other way where a table has several totals.
 */
export function coveredRows(table: RecognizedTable, row: number, kind: 'total' | 'subtotal' | 'of_which'): readonly (readonly number[])[] {
  const bounds = [
    ...table.skipRows.filter((skip) => skip.reason === 'total' || skip.reason === 'subtotal').map((skip) => skip.row),
    ...table.sectionRows,
  ].sort((a, b) => a - b)
  const last = bounds.filter((bound) => bound < row).at(-1) ?? 0
  const next = bounds.find((bound) => bound > row) ?? Number.POSITIVE_INFINITY
  const above = table.dataRows.filter((one) => one > last && one < row)
  const below = table.dataRows.filter((one) => one > row && one < next)
  const all = table.dataRows
  const sections = above.length === 0 ? [below] : below.length === 0 ? [above] : [above, below]
  return kind === 'total' ? [all, ...sections] : [...sections, all]
}

const indexes = new WeakMap<CheckFacts, { byRow: Map<number, FigureRecord[]> }>()

function recordsOf(facts: CheckFacts): { byRow: Map<number, FigureRecord[]> } {
  const known = indexes.get(facts)
  if (known) return known
  const byRow = new Map<number, FigureRecord[]>()
  for (const record of facts.records) {
    const there = byRow.get(record.origin.row)
    if (there) there.push(record)
    else byRow.set(record.origin.row, [record])
  }
  const index = { byRow }
  indexes.set(facts, index)
  return index
}
