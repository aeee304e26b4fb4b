import { ok, type Result } from '../../../shared/base/result.ts'
import { judgedOn } from '../../../shared/consolidation/judgedOn.ts'
import { chinaDay } from '../../../shared/quantity/dates/chinaDay.ts'
import type { Gap } from '../../../shared/wire/consolidation.ts'
import type { ApiFault } from '../../ports/apiFault.ts'
import type { Ports } from '../../ports/ports.ts'
import type { ReaderMissing } from '../../ports/readers.ts'
import type { PeriodContext } from '../periodContext.ts'
import { GOING } from '../submit/planSubmission.ts'
import { previewSubmission } from '../submit/submitSheet.ts'
import { openUnitPeriod, type UnitPeriod } from './openUnitPeriod.ts'
import { unitRows } from './unitRows.ts'

/** What a person should know before saying that the unit's report is complete. */
export interface CompletionPreview {
  readonly unit: UnitPeriod
  /** Required and not reported. */
  readonly missing: readonly Gap[]
  /** Rows of the open sheet that differ from what was sent: they would go if sent now; or stay behind for a finding. */
  readonly unsent: number
  readonly withheld: number
  /** Submissions that could not be delivered yet. */
  readonly waiting: number
  /** Rows that were returned, are as they were, and nobody has said why. */
  readonly uncorrected: number
}

/**
 * Finds, before the unit says that its report is complete, what would be left out. A sheet that is no table of ours
 * says nothing about it.
 */
export async function previewCompletion(
  ports: Ports,
  context: PeriodContext,
  reporter: string,
): Promise<Result<CompletionPreview, ApiFault | ReaderMissing>> {
  const unit = await openUnitPeriod(ports, context.period.id, reporter)
  if (!unit.ok) return unit
  const gaps = await ports.readers.gaps()
  if (!gaps.ok) return gaps
  const { id: period, softDeadline } = context.period
  const on = judgedOn(chinaDay(ports.surroundings.now()), softDeadline)
  const submission = await previewSubmission(ports, context)
  const plan = submission.ok ? submission.value.plan : []
  const differing = plan.filter(({ kind, changes }) => GOING.has(kind) || (kind === 'overwrites' && changes.length > 0))
  return ok({
    unit: unit.value,
    missing: gaps.value(context.register, [...unit.value.stored.values(), ...unit.value.inherited], { reporter, period, on }),
    unsent: differing.length,
    withheld: plan.filter(({ kind, record }) => kind === 'withheld' && record.disposition !== 'missing').length,
    waiting: (await ports.outbox.list()).filter((entry) => entry.reporter === reporter && entry.period === period).length,
    uncorrected: unitRows(unit.value, null).filter(({ returned }) => returned?.state === 'open').length,
  })
}

/** Nothing would be left out: there is nothing to ask. */
export const isClear = ({ missing, unsent, withheld, waiting, uncorrected }: CompletionPreview): boolean =>
  missing.length + unsent + withheld + waiting + uncorrected === 0
