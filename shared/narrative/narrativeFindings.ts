import { judgePercent, rightPercent } from '../quantity/percent.ts'
import { decimalFromScaled, type Scaled } from '../quantity/scaled.ts'
import { chosenFigures } from './chosenFigures.ts'
import type { TextContext } from './clauses/contextOfText.ts'
import { partsMismatch } from './partsMismatch.ts'
import type { NarrativeFigure, NarrativeFinding, NarrativeTarget, NotFigure, RoleReason, StatedPercent } from './words/claims.ts'
import { CLOSENESS, isSameMeasure, measureCloseness } from './words/measureCloseness.ts'
import { figureCounts } from './words/stages.ts'
import type { IndicatorWords } from './words/taskWords.ts'

type Percent = StatedPercent & { readonly figure: number | null }

/**
 * What is wrong with a text by itself, once for each code and indicator.
 *
 *     TEXT_NO_FIGURE       a count or percent indicator has a target; the text holds no progress figure at all
 *     TEXT_CONTEXT_FIGURE  an indicator has none, while the text holds a context figure of its measure
 *     STAGE_MISMATCH       an indicator has figures, none at a stage that its target counts
 *     APPROX_VALUE         a progress figure is approximate
 *     OVER_TARGET          a figure at a stage that counts exceeds the target
 *     PCT_MISMATCH, PCT_ROUNDING, PCT_UNVERIFIABLE   a stated percentage against figure ÷ target
 *     TEXT_FIGURE_OPEN     a figure may be of several indicators, or several may be an indicator's, and nothing decides;
 *                          a number without a measure may be one (实际57)
 *     TEXT_PARTS_MISMATCH  see `partsMismatch`
 */
export function narrativeFindings(
  known: TextContext,
  figures: readonly NarrativeFigure[],
  percents: readonly Percent[],
  notFigures: readonly NotFigure[],
): NarrativeFinding[] {
  const progress = figures.filter((figure) => figure.role === 'progress')
  const quantified = known.all.flatMap((words) => {
    const { id, kind, target } = words.indicator
    if (!target || kind === 'milestone' || kind === 'narrative') return []
    return [{ words, target, own: progress.filter((figure) => figure.indicator === id), figures }]
  })
  const noFigure = quantified.length > 0 && progress.length === 0
  return [
    ...(noFigure ? [{ code: 'TEXT_NO_FIGURE', indicator: null, params: {} } as const] : []),
    ...quantified.flatMap(indicatorFindings),
    ...openFigures(known, figures, percents),
    ...(quantified.length > 0 ? unexplainedNumbers(notFigures) : []),
    ...percentFindings(known, figures, percents),
    ...partsMismatch(known, figures),
  ]
}

/** An indicator with a target, and what the text has of it. */
interface QuantifiedIndicator {
  readonly words: IndicatorWords
  readonly target: NarrativeTarget
  /** Its progress figures. */
  readonly own: readonly NarrativeFigure[]
  /** All figures of the text. */
  readonly figures: readonly NarrativeFigure[]
}

/** What is held back, since a guess would be as often wrong as right. */
function openFigures(known: TextContext, figures: readonly NarrativeFigure[], statedPercents: readonly Percent[]): NarrativeFinding[] {
  const code = 'TEXT_FIGURE_OPEN'
  const between = figures.flatMap((figure) =>
    figure.reason === 'open' ? [{ code, indicator: null, params: { raw: [figure.raw] } } satisfies NarrativeFinding] : [],
  )
  const several = chosenFigures({ figures, statedPercents }, known.all).flatMap(({ indicator, open }) =>
    open.length > 0 ? [{ code, indicator, params: { raw: open.map(({ raw }) => raw) } } satisfies NarrativeFinding] : [],
  )
  return [...between, ...several]
}

/** 特岗教师60名，实际57: what may be a figure and has no measure is named once, all of the text together. */
function unexplainedNumbers(notFigures: readonly NotFigure[]): NarrativeFinding[] {
  const raw = notFigures.flatMap((number) => (number.why === 'unexplained' ? [number.raw] : []))
  return raw.length > 0 ? [{ code: 'TEXT_FIGURE_OPEN', indicator: null, params: { raw } }] : []
}

type IndicatorCheck = (indicator: QuantifiedIndicator) => Omit<NarrativeFinding, 'indicator'> | undefined

/** Each adds its finding. */
const COUNT_CHECKS: readonly IndicatorCheck[] = [stageMismatch, approxValue, overTarget]

function indicatorFindings(indicator: QuantifiedIndicator): NarrativeFinding[] {
  const { id, kind } = indicator.words.indicator
  const checks = indicator.own.length === 0 ? [contextFigure] : kind === 'percent' ? [] : COUNT_CHECKS
  return checks.flatMap((check) => {
    const finding = check(indicator)
    return finding ? [{ code: finding.code, indicator: id, params: finding.params }] : []
  })
}

const contextFigure: IndicatorCheck = ({ target, figures }) => {
  const context = figures.find(
    ({ role, measure, reason }) =>
      role === 'context' && measure !== null && isSameMeasure(measure, target.measure) && !NEVER_MEANT.has(reason),
  )
  return context && { code: 'TEXT_CONTEXT_FIGURE', params: { raw: context.raw, reason: context.reason } }
}

function stageMismatch({ own, words }: QuantifiedIndicator) {
  if (own.some((figure) => figureCounts(figure, words))) return undefined
  return { code: 'STAGE_MISMATCH', params: { raw: own[0]?.raw ?? '', stage: own[0]?.stageWords ?? '' } } as const
}

function approxValue({ own }: QuantifiedIndicator) {
  const rough = own.find((figure) => figure.approx)
  return rough && ({ code: 'APPROX_VALUE', params: { raw: rough.raw } } as const)
}

function overTarget({ own, words, target }: QuantifiedIndicator) {
  if (target.op === '<=' || target.value === 0) return undefined
  const over = own.find(
    (figure) =>
      figure.value !== null &&
      figure.value > target.value &&
      figureCounts(figure, words) &&
      measureCloseness(figure.measure, target.measure) > CLOSENESS.different,
  )
  if (!over?.value) return undefined
  return { code: 'OVER_TARGET', params: { value: decimalFromScaled(over.value), target: decimalFromScaled(target.value) } } as const
}

/** Percentages of counted targets against the figures that they rest on; a rough one is not checked. */
function percentFindings(known: TextContext, figures: readonly NarrativeFigure[], percents: readonly Percent[]): NarrativeFinding[] {
  const findings: NarrativeFinding[] = []
  const statedTargets = figures.filter(({ reason, value }) => (reason === 'planned' || reason === 'restated_target') && value !== null)
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
    if (judged === undefined || judged === 'right' || fitsOwnTask(percent, base.value, indicator.target.measure, statedTargets)) continue
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
const fitsOwnTask = (percent: Percent, done: Scaled, measure: string, targets: readonly NarrativeFigure[]): boolean =>
  targets.some(
    ({ value, measure: own }) =>
      value !== null &&
      (own === null || isSameMeasure(own, measure)) &&
      judgePercent(percent.value, percent.decimals, done, value) === 'right',
  )

/** Figures that nobody takes for progress, so that naming them would not help. */
const NEVER_MEANT: ReadonlySet<RoleReason> = new Set(['comparison', 'average', 'share', 'money', 'no_indicator', 'open'])
const ROUGH = /约|近|左右|超过|余|以上/
