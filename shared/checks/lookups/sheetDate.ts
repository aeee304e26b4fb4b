import type { CheckFacts } from '../../finding/facts.ts'
import { endOfMonth } from '../../quantity/dates/calendar.ts'
import type { FigureRecord } from '../../record/figureRecord.ts'
import { tableOf } from './tableAt.ts'

/** The day as of which a record reports: its own, its table's, the day the sheet was filled in, the period's end, today. */
export function sheetDate(facts: CheckFacts, record: FigureRecord): string | undefined {
  const { row, cells } = record.origin
  const cell = cells.planned ?? cells.cumulative ?? cells.subject
  const meta = tableOf(facts.tables, cell ?? `A${row}`)?.meta
  const { period, today } = facts.context
  return record.values.asOf ?? meta?.asOf ?? meta?.fillDate ?? (period === undefined ? undefined : endOfMonth(period)) ?? today
}
