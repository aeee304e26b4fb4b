import type { Check, CheckFacts } from '../finding/facts.ts'
import type { FigureRecord } from '../record/figureRecord.ts'
import { factIndex } from './lookups/factIndex.ts'
import { foundIn } from './lookups/foundIn.ts'
import { placeOf, raise } from './lookups/raise.ts'
import { isLeftOutByText } from './lookups/textClaims.ts'
import { indicatorOf } from './lookups/truth.ts'

/**
 * NOT_REPORTED: the figure of a quantified indicator that this row must report is blank; blank is not 0.
 *
 *     cell            finding
 *     blank           warning
 *     正在推进          warning
 *     0               none
 *     —               none (not applicable; no record)
 *     100个行政村 (场) none (UNIT_MISMATCH)
 *     未开工           none (not started)
 *     a county without a target there   none
 *     a text of several rows             none (TEXT_NO_FIGURE)
 *     a node with its planned date       none (MILESTONE_OVERDUE)
 */
export const notReported: Check = (facts) =>
  foundIn(facts.records, (record) => {
    if (!isMissing(facts, record) || isLeftOutByText(facts, record)) return undefined
    const { field, indicator } = missingField(facts, record)
    const written = record.written[field]
    return raise('NOT_REPORTED', placeOf(record, field), { indicator, ...(written && { written }) }, { field })
  })

/** Whether the figure that the record is for is blank where it must be stated. */
export function isMissing(facts: CheckFacts, record: FigureRecord): boolean {
  const { values, origin } = record
  if (values.cumulative != null) return false
  const indicator = indicatorOf(facts, record)
  if (!indicator || (indicator.kind !== 'count' && indicator.kind !== 'percent')) return false
  if (record.part !== '' && (values.planned != null || values.actual != null)) return false
  const field = missingField(facts, record).field
  const cell = origin.cells[field]
  if (cell === undefined || values.stage === 'not_started') return false
  if (field === 'statedPercent' && values.statedPercent != null) return false
  if (field === 'periodValue' && values.periodValue != null) return false
  if (indicator.kind === 'percent' && values.statedPercent != null) return false
  if (factIndex(facts).unusable.has(`${origin.sheet}!${cell}`)) return false
  const hasTargetCell = origin.cells.target !== undefined
  return !(hasTargetCell && values.target == null && record.area !== indicator.area)
}

function missingField(
  facts: CheckFacts,
  record: FigureRecord,
): { field: 'cumulative' | 'periodValue' | 'statedPercent'; indicator: string } {
  const { cells } = record.origin
  const percent = indicatorOf(facts, record)?.kind === 'percent'
  const field =
    cells.cumulative !== undefined ? 'cumulative' : percent && cells.statedPercent !== undefined ? 'statedPercent' : 'periodValue'
  return { field, indicator: record.subject }
}
