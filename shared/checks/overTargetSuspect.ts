import { oncePer } from '../base/oncePer.ts'
import type { Check, CheckFacts } from '../finding/facts.ts'
import type { Finding } from '../finding/finding.ts'
import { percentOf } from '../quantity/percent.ts'
import { decimalFromScaled, type Scaled } from '../quantity/scaled.ts'
import { type FigureRecord, recordKeyText } from '../record/figureRecord.ts'
import { contradictionOf } from './lookups/contradictions.ts'
import { foundIn } from './lookups/foundIn.ts'
import { placeOf, raise } from './lookups/raise.ts'
import { indicatorOf, previousOf, targetOf } from './lookups/truth.ts'

/**
 * OVER_TARGET_SUSPECT: at least 150 % of the target together with a jump to at least five times the last figure, or with
 * a second row that says less.
 *
 *     target  last  now    second row   finding
 *     5200    700   10400  —            error (200 %, 15 times)
 *     5200    5000  10400  —            none (OVER_TARGET: no jump)
 *     5200    —     10400  1040         error
 *     5200    —     10400  —            none (OVER_TARGET)
 *     140     20    148    —            none (OVER_TARGET: 105.71 %)
 */
export const overTargetSuspect: Check = (facts) => overTargets(facts).filter((finding) => finding.code === 'OVER_TARGET_SUSPECT')

/** The findings of a record above its target: one of OVER_TARGET and OVER_TARGET_SUSPECT each. */
export const overTargets = oncePer((facts: CheckFacts): readonly Finding[] =>
  foundIn(facts.records, (record) => {
    const now = record.values.cumulative
    if (now == null) return undefined
    const target = targetOf(facts, record)
    if (target === undefined || target <= 0 || now <= target) return undefined
    const indicator = indicatorOf(facts, record)
    if (indicator?.kind !== 'count' || indicator.direction === 'down' || indicator.target?.op === '<=') return undefined
    return aboveTarget(facts, record, now, target)
  }),
)

/** Whether the record's figure is reported as OVER_TARGET_SUSPECT already. */
export const isOverTargetSuspect = (facts: CheckFacts, record: FigureRecord): boolean => suspects(facts).has(recordKeyText(record))

const suspects = oncePer((facts: CheckFacts) => new Set(overTargetSuspect(facts).map(({ record }) => record)))

function aboveTarget(facts: CheckFacts, record: FigureRecord, now: Scaled, target: Scaled): Finding {
  const last = previousOf(facts, record)
  const jumped = last !== undefined && last.value > 0 && now >= last.value * IMPLAUSIBLE_JUMP
  const percent = percentOf(now, target)
  const params = {
    cumulative: decimalFromScaled(now),
    target: decimalFromScaled(target),
    ...(percent !== undefined && { percent: decimalFromScaled(percent) }),
    ...(last && { previous: decimalFromScaled(last.value) }),
  }
  const suspect = now >= target * SUSPECT_PART_OF_TARGET && (jumped || isContradicted(facts, record))
  return raise(suspect ? 'OVER_TARGET_SUSPECT' : 'OVER_TARGET', placeOf(record, 'cumulative'), params, { field: 'cumulative' })
}

/** At least this many times the last figure is no month's work. */
const IMPLAUSIBLE_JUMP = 5
/** From 150 % of the target a jump or a contradiction is more likely than success. */
const SUSPECT_PART_OF_TARGET = 1.5

/** Another row for the same says less. */
const isContradicted = (facts: CheckFacts, record: FigureRecord): boolean =>
  contradictionOf(facts, record)?.some(
    (other) => other.values.cumulative != null && other.values.cumulative < (record.values.cumulative ?? 0),
  ) ?? false
