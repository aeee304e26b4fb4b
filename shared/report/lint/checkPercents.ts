import { stageCounts } from '../../consolidation/stageCounts.ts'
import { judgePercent, percentOf, rightPercent } from '../../quantity/percent.ts'
import { decimalFromScaled, type Scaled } from '../../quantity/scaled.ts'
import { stageOf } from '../../quantity/stageWords.ts'
import { figuresWithout } from './figuresWithout.ts'
import { type LintFinding, lintFinding, type ReportCheck } from './lintFinding.ts'
import { type ProgressPart, progressParts } from './progressParts.ts'
import { type TargetPercentage, targetPercentages } from './targetPercentages.ts'

/**
 * Percentages of the target against figure and target; two rounding rules in one report; figures at a stage that the
 * target does not count; figures without a percentage where others have one.
 *
 * | text, target 300 | |
 * | --- | --- |
 * | 146场，占目标任务的48.67% | – |
 * | 146场，占目标任务的48% | PCT_ROUNDING, right 49 |
 * | 146场，占目标任务的52% | PCT_MISMATCH |
 */
export const checkPercents: ReportCheck = (report, { register }) => {
  const parts = progressParts(report, register).map((part) => ({ part, stated: targetPercentages(part, register) }))
  const stated = parts.flatMap((one) => one.stated)
  return [
    ...stated.flatMap((one) => [...wrongPercentage(one), ...otherStage(one)]),
    ...mixedRounding(stated),
    ...notStated(
      report.opening.at(-1)?.line,
      stated.length,
      // a percentage that the report adds is nobody's to correct, and yet it is stated
      parts.flatMap(({ part, stated }) => figuresWithout(part, [...stated, ...targetPercentages(addedAlone(part), register)], register)),
    ),
  ]
}

const addedAlone = (part: ProgressPart): ProgressPart => ({ ...part, figures: part.added })

/** PCT_MISMATCH, or PCT_ROUNDING where only the last digit is off. */
function wrongPercentage({ part, figure, target, percentage, quote }: TargetPercentage): readonly LintFinding[] {
  const { value, decimals } = percentage.quantity
  const verdict = judgePercent(value, decimals, figure.quantity.value, target.value)
  if (verdict !== 'wrong' && verdict !== 'oneOff') return []
  const params = {
    stated: decimalFromScaled(value),
    right: decimalOf(rightPercent(figure.quantity.value, target.value, decimals)),
    exact: decimalOf(percentOf(figure.quantity.value, target.value)),
  }
  return [lintFinding(verdict === 'wrong' ? 'PCT_MISMATCH' : 'PCT_ROUNDING', part.place, quote, params)]
}

/** STAGE_MISMATCH: a figure at a stage that neither counts nor is the one that the target's own words name. */
function otherStage({ part, indicator, target, figure, quote }: TargetPercentage): readonly LintFinding[] {
  const { stage, before } = figure.quantity
  if (stageCounts(stage, indicator.countsStage) || stageOf(target.raw) === stage) return []
  const params = { stage: stage ?? '', counts: indicator.countsStage, target: target.raw }
  return [lintFinding('STAGE_MISMATCH', part.place, `${before}${quote}`, params)]
}

/** ROUNDING_MIXED, once a report: the first percentage that is cut off, beside the first that is rounded. */
function mixedRounding(stated: readonly TargetPercentage[]): readonly LintFinding[] {
  const first = (rule: RoundingRule) => stated.find((one) => roundingOf(one) === rule)
  const [cut, halfUp] = [first('cut'), first('halfUp')]
  if (!cut || !halfUp) return []
  return [lintFinding('ROUNDING_MIXED', cut.part.place, cut.quote, { other: halfUp.quote, otherTask: halfUp.part.task.id })]
}

/** PCT_NOT_STATED, once a report, on the opening's last line. */
function notStated(line: number | undefined, stated: number, without: readonly string[]): readonly LintFinding[] {
  if (line === undefined || stated === 0 || without.length === 0) return []
  return [
    lintFinding('PCT_NOT_STATED', { line, task: null }, without.join('、'), { stated: String(stated), without: String(without.length) }),
  ]
}

type RoundingRule = 'cut' | 'halfUp'

/** A Scaled has four digits after the point: which rule a longer percentage follows cannot be seen. */
const SCALED_DECIMALS = 4

/** Which rule a stated percentage follows: cut off, or rounded half-up; undefined where both give the same, or neither. */
function roundingOf({ figure, target, percentage }: TargetPercentage): RoundingRule | undefined {
  const [part, whole] = [figure.quantity.value, target.value]
  const { value, decimals } = percentage.quantity
  if (whole === 0 || decimals > SCALED_DECIMALS) return undefined
  const unit = 10 ** (SCALED_DECIMALS - decimals)
  const exact = (BigInt(part) * 1_000_000n) / BigInt(whole)
  const cut = Number(exact / BigInt(unit)) * unit
  const up = percentOf(part, whole, decimals)
  if (cut === up) return undefined
  return value === cut ? 'cut' : value === up ? 'halfUp' : undefined
}

const decimalOf = (figure: Scaled | undefined): string => (figure === undefined ? '' : decimalFromScaled(figure))
