import { asScaled, decimalFromScaled } from '../quantity/scaled.ts'
import type { Indicator } from '../register/register.ts'
import type { IndicatorFigures } from '../wire/consolidation.ts'
import type { ReportedTask } from './reportedTask.ts'

/**
 * "经汇总，新建供热管网累计完成1公里，占目标任务的16.67%。" for each indicator that the register asks it for
 * (`statePercent`) and whose figure the text does not already state with a percentage; empty where there is none.
 * Percentages are half-up to two decimals, trailing zeros trimmed. `markOf` is what stands behind a figure of which
 * somebody has to know more ("（督查室尚未采纳）").
 */
export function addedFigures({ indicators, figures }: ReportedTask, text: string, markOf: MarkOf = unmarked): string {
  const clauses = text.split(/[。；]/).map((clause) => clause.normalize('NFKC'))
  const unstated = indicators.filter((indicator) => {
    const figure = figures.get(indicator.id)?.cumulative ?? null
    if (!indicator.statePercent || figure === null) return false
    const written = numberIn(decimalFromScaled(asScaled(figure)))
    return !clauses.some((clause) => written.test(clause) && /\d%/.test(clause))
  })
  return stateFigures(unstated, figures, markOf)
}

/** The same for every indicator that has a figure, whatever the register asks for: where no text came, figures alone. */
export function stateFigures(
  indicators: readonly Indicator[],
  figures: ReadonlyMap<string, IndicatorFigures>,
  markOf: MarkOf = unmarked,
): string {
  const sentences = indicators.flatMap((indicator) => {
    const found = figures.get(indicator.id)
    return found && found.cumulative !== null ? [`${sentenceOf(indicator, found, found.cumulative)}${markOf(found)}`] : []
  })
  return sentences.length === 0 ? '' : `经汇总，${sentences.join('；')}。`
}

type MarkOf = (found: IndicatorFigures) => string
const unmarked: MarkOf = () => ''

/** "新建农村公路累计完成146公里，占目标任务的48.67%（部分地区暂未报送）", "产前筛查率为98.5%（4405例）" */
function sentenceOf(indicator: Indicator, { percent, state }: IndicatorFigures, cumulative: number): string {
  const figure = decimalFromScaled(asScaled(cumulative))
  const percentage = percent === null ? null : `${decimalFromScaled(asScaled(percent))}%`
  const partial = state === 'partial' ? '（部分地区暂未报送）' : ''
  if (indicator.kind === 'percent') {
    return `${indicator.name}${percentage === null ? '' : `为${percentage}`}（${figure}${indicator.countMeasure ?? ''}）${partial}`
  }
  const ofTarget = percentage === null ? '' : `，占目标任务的${percentage}`
  return `${indicator.name}累计完成${figure}${indicator.measure ?? ''}${ofTarget}${partial}`
}

/** A figure as a number of its own, not as a part of a longer one. */
const numberIn = (figure: string): RegExp => new RegExp(`(?<![\\d.])${figure.replaceAll('.', '\\.')}(?![\\d.])`)
