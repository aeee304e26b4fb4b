import type { CheckFacts } from '../../finding/facts.ts'
import type { Scaled } from '../../quantity/scaled.ts'
import type { FigureRecord } from '../../record/figureRecord.ts'
import { registeredTarget as targetOfArea } from '../../register/countyTarget.ts'
import type { Indicator } from '../../register/register.ts'
import { indicatorById } from '../../register/registerIndex.ts'
import { earlierFigure } from './earlier.ts'

/** The indicator of a record; undefined for a task's narrative and for what the register does not know. */
export const indicatorOf = (facts: CheckFacts, record: FigureRecord): Indicator | undefined => indicatorById(facts.register, record.subject)

/** The target a record is measured against: the one it states, else the registered one where it covers the same area. */
export function targetOf(facts: CheckFacts, record: FigureRecord): Scaled | undefined {
  return record.values.target ?? registeredTarget(facts, record)
}

/** The registered target of the record's area, of the promise as a whole or a county's own; none of a part. */
export function registeredTarget(facts: CheckFacts, record: FigureRecord): Scaled | undefined {
  const indicator = indicatorOf(facts, record)
  return indicator && record.part === '' ? (targetOfArea(indicator, record.area) ?? undefined) : undefined
}

/**
 * The cumulative figure before this period: of the sheet's own column, else the newest that the reporter stored. `period` is
 * the one that it was stored for, where that is known.
 */
export interface Previous {
  readonly value: Scaled
  readonly source: 'column' | 'period'
  readonly period?: string
}

/** What a record's cumulative figure comes after; undefined where nothing is known. */
export function previousOf(facts: CheckFacts, record: FigureRecord): Previous | undefined {
  if (record.values.previous != null) return { value: record.values.previous, source: 'column' }
  return storedBefore(facts, record)
}

/** The newest cumulative figure that the reporter stored before this period. */
export function storedBefore(facts: CheckFacts, record: FigureRecord): Previous | undefined {
  const before = earlierFigure(facts, record)
  return before && { value: before.value, source: 'period', ...(before.period !== undefined && { period: before.period }) }
}
