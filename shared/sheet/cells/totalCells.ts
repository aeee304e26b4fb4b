import type { Cell, Row } from '../parsing/row.ts'
import { subjectsOf } from '../parsing/rowBuilders.ts'
import { TOTAL } from '../tally/cellEnd.ts'
import { type RecordBuilder, recordBuilder } from '../tally/recordBuilder.ts'
import type { TotalBuilder } from '../tally/totalBuilder.ts'
import { readFigureCell } from './figureCells.ts'
import { readPercentCell } from './percentCells.ts'
import { settleScales } from './settleScales.ts'

/** A total in a column beside the figures it is made from (全市合计): kept for comparison, never a record. */
export function readTotalCell(row: Row, cell: Cell): void {
  const { setting, lookups } = row.table
  const subjects = subjectsOf(row, cell.plan)
  const [subject] = subjects
  const indicator = subject === undefined ? undefined : lookups.indicatorOf(subject)
  if (subject === undefined || !indicator) return
  cell.fact.indicator = subject
  // once more than `addFacts` does: checks that raise a finding a fact raise it twice, as they always did
  row.table.tally.addFact(cell.fact)
  const total = totalOf(row, cell, subjects.join('/')).builder
  // read as the only cell that knows the total's other figures, of which a percentage is one
  const begun = { values: { ...total.values }, cells: { ...total.cells } }
  const builder = { ...recordBuilder(subject, setting.register.city, '', indicator), ...begun, namedByFacts: false }
  if (cell.plan.field === 'percent') readPercentCell(row, cell, [builder])
  else readFigureCell(row, cell, [builder])
  settleScales([builder], [])
  takeOver(total, builder)
  endAsTotal(cell)
}

/** What a cell of a total gave to a record's builder, it gave to the total. */
export function endAsTotal(cell: Cell): void {
  if (cell.end?.kind === 'record') cell.end = TOTAL
}

function takeOver(total: RecordBuilder, { values, written, cells }: RecordBuilder): void {
  Object.assign(total.values, values)
  Object.assign(total.written, written)
  Object.assign(total.cells, cells)
}

/**
 * The total that the cell is a figure of: one of its row, or, where rows are fields, the one that the rows above began
 * and that lacks this figure. Begun where there is none.
 */
function totalOf(row: Row, { plan }: Cell, subject: string): TotalBuilder {
  const { tally, setting } = row.table
  const last = tally.lastTotal
  const begun = !setting.table.rowFields
    ? tally.totalsOfRow(row.number)
    : last?.builder.values[plan.figure ?? 'remark'] === undefined
      ? [last]
      : []
  const known = begun.find((total) => total?.subject === subject && total.kind === 'total')
  if (known) return known
  const builder = recordBuilder(subject, setting.register.city, '', undefined)
  const total: TotalBuilder = { subject, kind: 'total', row: row.number, builder }
  tally.addTotal(total)
  return total
}
