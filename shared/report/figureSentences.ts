import { isProgress } from '../consolidation/reachedPercent.ts'
import { isInWords } from '../consolidation/reported.ts'
import { asScaled, decimalFromScaled } from '../quantity/scaled.ts'
import type { Indicator } from '../register/register.ts'
import type { IndicatorFigures } from '../wire/consolidation.ts'
import type { ReportedTask } from './reportedTask.ts'
import { besides, insteadSentence } from './reportedWords.ts'

/**
 * "经汇总，新建供热管网累计完成1公里，占目标任务的16.67%。" for each indicator that the register asks it for
 * (`statePercent`) and whose figure the text does not already state with a percentage; empty where there is none.
 * Percentages are half-up to two decimals, trailing zeros trimmed. `markOf` is what stands behind a figure of which
 * somebody has to know more ("（督查室尚未采纳）").
 */
export function addedFigures({ indicators, figures }: ReportedTask, text: string, markOf: MarkOf = unmarked): string {
  const clauses = text.split(/[。；]/).map((clause) => clause.normalize('NFKC'))
  const unstated = indicators.filter((indicator) => {
    const figure = statedFigure(figures.get(indicator.id))
    if (!indicator.statePercent || figure === null) return false
    const written = numberIn(decimalFromScaled(asScaled(figure)))
    return !clauses.some((clause) => written.test(clause) && /\d%/.test(clause))
  })
  return stateFigures(unstated, figures, markOf)
}

/** The same for every indicator of which something was reported, whatever the register asks for: where no text came, figures alone. */
export function stateFigures(
  indicators: readonly Indicator[],
  figures: ReadonlyMap<string, IndicatorFigures>,
  markOf: MarkOf = unmarked,
): string {
  const sentences = indicators.flatMap((indicator) => {
    const found = figures.get(indicator.id)
    const sentence = found && sentenceOf(indicator, found)
    return found === undefined || sentence === undefined ? [] : [`${sentence}${markOf(found)}`]
  })
  return sentences.length === 0 ? '' : `经汇总，${sentences.join('；')}。`
}

/** The figure that a sentence is made of: what was counted; of a rate that counts nothing its value. Null where there is none. */
export const statedFigure = (found: IndicatorFigures | undefined): number | null =>
  found === undefined ? null : (found.cumulative ?? (found.measure === '%' ? found.percent : null))

/** What is said of an indicator; undefined where nobody reported anything of it. */
export const sentenceOf = (indicator: Indicator, found: IndicatorFigures): string | undefined =>
  statedFigure(found) === null || isInWords(indicator)
    ? insteadSentence(indicator, found)
    : `${figureSentence(indicator, found)}${besides(indicator, found)}`

type MarkOf = (found: IndicatorFigures) => string
const unmarked: MarkOf = () => ''

/**
 * "新建农村公路累计完成146公里，占目标任务的48.67%", "产前筛查率为98.5%（4405例）", "办结率为92.5%"; of what is left of 清零 or stays below a
 * limit, which nobody completes, "无固定办公用房的社区现为4个".
 */
function figureSentence(indicator: Indicator, { cumulative, percent }: IndicatorFigures): string {
  const { kind, name, measure, countMeasure } = indicator
  const figure = cumulative === null ? null : decimalFromScaled(asScaled(cumulative))
  const percentage = percent === null ? null : `${decimalFromScaled(asScaled(percent))}%`
  if (kind === 'percent') {
    const count = figure === null || countMeasure === undefined ? '' : `（${figure}${countMeasure}）`
    return percentage === null ? `${name}的比率未报${count}` : `${name}为${percentage}${count}`
  }
  if (!isProgress(indicator)) return `${name}现为${figure}${measure ?? ''}`
  return `${name}累计完成${figure}${measure ?? ''}${percentage === null ? '' : `，占目标任务的${percentage}`}`
}

/** A figure as a number of its own, not as a part of a longer one. */
const numberIn = (figure: string): RegExp => new RegExp(`(?<![\\d.])${figure.replaceAll('.', '\\.')}(?![\\d.])`)
