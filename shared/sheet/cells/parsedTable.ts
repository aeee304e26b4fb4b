import type { ColumnField } from '../../record/columnFields.ts'
import { RecordIndex } from '../../record/recordIndex.ts'
import type { ParsedTable } from './parsed.ts'
import { closeRows } from './rowRecords.ts'
import type { TableState } from './tableState.ts'

/** What was parsed, with every cell counted once. */
export function parsedTable(state: TableState): ParsedTable {
  closeRows(state)
  const distinct = nameRepeatedRows(state) === 0
  for (const record of state.texts.records()) state.records.push(record)
  const { records, totals, cells, notRead, skipped } = state
  let refused = 0
  cells.forEach((cell) => {
    if (cell.refused !== undefined || cell.error !== undefined) refused++
  })
  const unplaced = notRead.filter((entry) => entry.reason !== 'column_unknown').length
  const unknown = notRead.length - unplaced
  const reported = Math.min(state.readCells, refused + unplaced) + unknown
  return { records, totals, cells, distinct, notRead, skipped, read: state.readCells + unknown - reported, reported }
}

/** Rows that report the same twice need their words compared; others need no facts of their names. Answers how many keys came again. */
function nameRepeatedRows(state: TableState): number {
  const rows = new RecordIndex<number>()
  const repeated = new Set<number>()
  let again = 0
  state.records.forEach((record) => {
    const before = rows.add(record, record.origin.row)
    if (before === undefined) return
    again++
    repeated.add(before).add(record.origin.row)
  })
  for (const row of repeated) {
    for (const plan of state.plans) {
      const value = state.view.value(row, plan.column)
      if (value !== null && NAMING.has(plan.field)) state.cells.push(state.fact(row, plan, value))
    }
  }
  return again
}

const NAMING: ReadonlySet<ColumnField> = new Set<ColumnField>(['task', 'indicator', 'category', 'milestone', 'batch'])
