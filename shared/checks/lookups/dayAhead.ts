import type { CheckFacts } from '../../finding/facts.ts'
import type { FigureRecord } from '../../record/figureRecord.ts'
import { tableOf } from './tableAt.ts'

/** A day of completion that is still to come: after today, or after the day that its sheet speaks of. */
export interface DayAhead {
  readonly actual: string
  /** The day that it is after, and what that is: the day the sheet was filled in, or is as of, or today. */
  readonly after: string
  readonly of: 'today' | 'filled' | 'asOf'
}

/** Whether the actual day of a record cannot have been yet; a node is not done by it. */
export function dayAhead(facts: CheckFacts, record: FigureRecord): DayAhead | undefined {
  const { actual, asOf } = record.values
  if (actual == null) return undefined
  const { today } = facts.context
  if (today !== undefined && actual > today) return { actual, after: today, of: 'today' }
  const { row, cells } = record.origin
  const meta = tableOf(facts.tables, cells.actual ?? cells.subject ?? `A${row}`)?.meta
  if (meta?.fillDate !== undefined) return actual > meta.fillDate ? { actual, after: meta.fillDate, of: 'filled' } : undefined
  const stated = asOf ?? meta?.asOf
  return stated !== undefined && actual > stated ? { actual, after: stated, of: 'asOf' } : undefined
}
