import type { CheckFacts } from '../../finding/facts.ts'
import type { Scaled } from '../../quantity/scaled.ts'
import type { FigureRecord } from '../../record/figureRecord.ts'
import { recordKeyText } from '../../record/figureRecord.ts'
import type { Indicator } from '../../register/register.ts'
import { indicatorById } from '../../register/registerIndex.ts'
import { earlierRecords } from './factIndex.ts'

/** The indicator of a record; undefined for a task's narrative and for what the register does not know. */
export const indicatorOf = (facts: CheckFacts, record: FigureRecord): Indicator | undefined => indicatorById(facts.register, record.subject)

/** The target a record is measured against: the one it states, else the registered one where it covers the same area. */
export function targetOf(facts: CheckFacts, record: FigureRecord): Scaled | undefined {
  return record.values.target ?? registeredTarget(facts, record)
}

/** The registered target, where the record covers the indicator's own area as a whole. */
export function registeredTarget(facts: CheckFacts, record: FigureRecord): Scaled | undefined {
  const indicator = indicatorOf(facts, record)
  return indicator && indicator.area === record.area && record.part === '' ? indicator.target?.value : undefined
}

/** The cumulative figure before this period: of the sheet's own column, else of the last accepted period. */
export function previousOf(facts: CheckFacts, record: FigureRecord): { value: Scaled; source: 'column' | 'period' } | undefined {
  if (record.values.previous != null) return { value: record.values.previous, source: 'column' }
  const earlier = earlierRecords(facts)
  const before = earlier.size === 0 ? undefined : earlier.get(recordKeyText(record))?.values.cumulative
  return before == null ? undefined : { value: before, source: 'period' }
}
