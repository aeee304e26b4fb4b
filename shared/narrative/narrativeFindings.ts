import { judgePercent, rightPercent } from '../quantity/percent.ts'
import { decimalFromScaled, type Scaled } from '../quantity/scaled.ts'
import type { TextContext } from './clauses/contextOfText.ts'
import { partsMismatch } from './partsMismatch.ts'
import type { NarrativeFigure, NarrativeFinding, RoleReason, StatedPercent } from './words/claims.ts'
import { CLOSENESS, isSameMeasure, measureCloseness } from './words/measureCloseness.ts'
import { figureCounts } from './words/stages.ts'

type Percent = StatedPercent & { readonly figure: number | null }

/**
 * What is to be said of a text by itself, once for each code and indicator.
 *
 *     TEXT_NO_FIGURE       a count or percent indicator has a target; the text holds no progress figure at all
 *     TEXT_CONTEXT_FIGURE  an indicator has none, while a context figure of its measure stands there
 *     STAGE_MISMATCH       an indicator has figures, none at a stage that its target counts
 *     APPROX_VALUE         a progress figure is approximate
 *     OVER_TARGET          a figure at a stage that counts exceeds the target
 *     PCT_MISMATCH, PCT_ROUNDING, PCT_UNVERIFIABLE   a stated percentage against figure ÷ target
 *     TEXT_PARTS_MISMATCH  see `partsMismatch`
 */
export function narrativeFindings(
  known: TextContext,
  figures: readonly NarrativeFigure[],
  percents: readonly Percent[],
): NarrativeFinding[] {
  const quantified = known.all.filter(
    ({ indicator }) => indicator.target && indicator.kind !== 'milestone' && indicator.kind !== 'narrative',
  )
  const progress = figures.filter((figure) => figure.role === 'progress')
  const findings: NarrativeFinding[] = []
  if (quantified.length > 0 && progress.length === 0) findings.push({ code: 'TEXT_NO_FIGURE', indicator: null, params: {} })
  for (const words of quantified) {
    const { indicator } = words
    const { target } = indicator
    if (!target) continue
    const own = progress.filter((figure) => figure.indicator === indicator.id)
    if (own.length === 0) {
      const beside = figures.find(
        (figure) =>
          figure.role === 'context' &&
          figure.measure !== null &&
          isSameMeasure(figure.measure, target.measure) &&
          !NEVER_MEANT.has(figure.reason),
      )
      if (beside)
        findings.push({ code: 'TEXT_CONTEXT_FIGURE', indicator: indicator.id, params: { raw: beside.raw, reason: beside.reason } })
      continue
    }
    if (indicator.kind === 'percent') continue
    const counting = own.filter((figure) => figureCounts(figure, words))
    if (counting.length === 0)
      findings.push({
        code: 'STAGE_MISMATCH',
        indicator: indicator.id,
        params: { raw: own[0]?.raw ?? '', stage: own[0]?.stageWords ?? '' },
      })
    const rough = own.find((figure) => figure.approx)
    if (rough) findings.push({ code: 'APPROX_VALUE', indicator: indicator.id, params: { raw: rough.raw } })
    const over =
      target.op === '<=' || target.value === 0
        ? undefined
        : counting.find(
            (figure) =>
              figure.value !== null &&
              figure.value > target.value &&
              measureCloseness(figure.measure, target.measure) > CLOSENESS.different,
          )
    if (over?.value)
      findings.push({
        code: 'OVER_TARGET',
        indicator: indicator.id,
        params: { value: decimalFromScaled(over.value), target: decimalFromScaled(target.value) },
      })
  }
  return [...findings, ...percentFindings(known, figures, percents), ...partsMismatch(known, figures)]
}

function percentFindings(known: TextContext, figures: readonly NarrativeFigure[], percents: readonly Percent[]): NarrativeFinding[] {
  const findings: NarrativeFinding[] = []
  for (const percent of percents) {
    const indicator = known.all.find((words) => words.indicator.id === percent.of)?.indicator
    if (!indicator?.target || indicator.kind !== 'count') continue
    const base = percent.figure === null ? undefined : figures[percent.figure]
    if (base?.value == null) {
      findings.push({ code: 'PCT_UNVERIFIABLE', indicator: indicator.id, params: { stated: percent.raw } })
      continue
    }
    if (base.approx || ROUGH.test(known.text.slice(Math.max(0, percent.start - 2), percent.end + 2))) continue
    const judged = judgePercent(percent.value, percent.decimals, base.value, indicator.target.value)
    if (judged === undefined || judged === 'right' || fitsOwnTask(percent, base.value, indicator.target.measure, figures)) continue
    const right = rightPercent(base.value, indicator.target.value, percent.decimals)
    findings.push({
      code: judged === 'oneOff' ? 'PCT_ROUNDING' : 'PCT_MISMATCH',
      indicator: indicator.id,
      params: { stated: percent.raw, ...(right !== undefined && { right: decimalFromScaled(right) }) },
    })
  }
  return findings
}

/** A percentage of the task that the text itself states: 任务各5200人，完成3412人，占65.6%. */
const fitsOwnTask = (percent: Percent, done: Scaled, measure: string, figures: readonly NarrativeFigure[]): boolean =>
  figures.some(
    ({ reason, value, measure: own }) =>
      (reason === 'planned' || reason === 'restated_target') &&
      value !== null &&
      (own === null || isSameMeasure(own, measure)) &&
      judgePercent(percent.value, percent.decimals, done, value) === 'right',
  )

/** Figures that nobody takes for progress: naming them would say nothing. */
const NEVER_MEANT: ReadonlySet<RoleReason> = new Set(['comparison', 'average', 'share', 'money', 'no_indicator'])
const ROUGH = /约|近|左右|超过|余|以上/
