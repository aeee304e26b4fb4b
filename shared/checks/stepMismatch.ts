import type { Check, CheckFacts } from '../finding/facts.ts'
import type { Finding } from '../finding/finding.ts'
import { asScaled, decimalFromScaled, SCALE, SCALED_LIMIT, type Scaled } from '../quantity/scaled.ts'
import type { FigureRecord } from '../record/figureRecord.ts'
import { figureOfMonthBefore } from './lookups/earlier.ts'
import { isCorrected } from './lookups/isCorrected.ts'
import { isOfOtherTime } from './lookups/isOfOtherTime.ts'
import { placeOf, raise } from './lookups/raise.ts'

/**
 * STEP_MISMATCH: what was done before and what this period added do not make the cumulative figure. What was done before is
 * the sheet's own column, else what was stored for the month before. Where most rows of a sheet do not fit, the columns
 * mean something else (a week's work, another stage) and nobody is accused.
 *
 *     before      this period  cumulative  finding
 *     120         26           146         none
 *     120         26           164         warning
 *     120 stored  26           164         warning (for April)
 *     120         26           146.1       none where a figure has decimals: rounded
 *     —           26           146         none
 */
export const stepMismatch: Check = (facts) => {
  const steps = facts.records.flatMap((record) => stepOf(facts, record) ?? [])
  const wrong = steps.filter((step) => !fits(step) && isInRange(step))
  if (wrong.length > 1 && wrong.length * 2 > steps.length) return []
  return wrong.filter(({ record }) => !isCorrected(record)).map(findingOf)
}

interface Step {
  readonly record: FigureRecord
  readonly before: Scaled
  /** For which it was stored; undefined where the sheet says it. */
  readonly period?: string
  readonly added: Scaled
  readonly total: Scaled
}

function stepOf(facts: CheckFacts, record: FigureRecord): Step | undefined {
  const { previous, periodValue: added, cumulative: total } = record.values
  if (added == null || total == null || isOfOtherTime(facts, record, 'periodValue')) return undefined
  if (previous != null) return { record, before: previous, added, total }
  const stored = figureOfMonthBefore(facts, record)
  return stored && { record, before: stored.value, period: stored.period, added, total }
}

/** Sums beyond all figures are said by nobody. */
const isInRange = ({ before, added }: Step): boolean => Math.abs(before + added) < SCALED_LIMIT

/** Whole figures add up exactly; of others (12.3公里, 2.13万户) each may be rounded in the last place that is shown. */
function fits({ before, added, total }: Step): boolean {
  const places = [before, added, total].filter((value) => value !== 0).map(lastPlace)
  const parts = places.filter((place) => place < SCALE)
  const inTenThousands = total >= 10_000 * SCALE && places.every((place) => place >= 100 * SCALE)
  const rounded = parts.length > 0 ? Math.max(...parts) : inTenThousands ? Math.min(...places) : 0
  return Math.abs(before + added - total) <= rounded
}

/** The place of a figure's last digit that is not 0: 1,000 of 12.3 (scaled), 1,000,000 of 2.13万. */
function lastPlace(value: number): number {
  let place = 1
  while (value % (place * 10) === 0) place *= 10
  return place
}

function findingOf({ record, before, period, added, total }: Step): Finding {
  const params = {
    previous: decimalFromScaled(before),
    added: decimalFromScaled(added),
    sum: decimalFromScaled(asScaled(before + added)),
    cumulative: decimalFromScaled(total),
    ...(period !== undefined && { period }),
  }
  return raise('STEP_MISMATCH', placeOf(record, 'cumulative'), params, { field: 'cumulative' })
}
