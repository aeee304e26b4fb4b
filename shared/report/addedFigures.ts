import { asScaled, decimalFromScaled } from '../quantity/scaled.ts'
import type { Indicator } from '../register/register.ts'
import type { IndicatorFigures } from '../wire/consolidation.ts'

/**
 * "经汇总，新建供热管网累计完成1公里，占目标任务的16.67%。" for each indicator that the register asks it for
 * (`statePercent`) and whose figure the text does not already state with a percentage; empty where there is none.
 * Percentages are half-up to two decimals, trailing zeros trimmed.
 */
export function addedFigures(indicators: readonly Indicator[], consolidated: ReadonlyMap<string, IndicatorFigures>, text: string): string {
  const silent = indicators.filter((indicator) => {
    const figure = consolidated.get(indicator.id)?.cumulative ?? null
    if (!indicator.statePercent || figure === null) return false
    const written = decimalFromScaled(asScaled(figure))
    return !text.split(/[。；]/).some((clause) => saysFigure(clause, written) && /\d[%％]/.test(clause))
  })
  return stateFigures(silent, consolidated)
}

/** The same for every indicator that has a figure, whatever the register asks for: where no text came, figures alone. */
export function stateFigures(indicators: readonly Indicator[], consolidated: ReadonlyMap<string, IndicatorFigures>): string {
  const sentences = indicators.flatMap((indicator) => {
    const found = consolidated.get(indicator.id)
    if (!found || found.cumulative === null) return []
    const figure = decimalFromScaled(asScaled(found.cumulative))
    const part = found.state === 'partial' ? '（部分地区暂未报送）' : ''
    if (indicator.kind === 'percent') {
      const rate = found.percent === null ? '' : `为${decimalFromScaled(asScaled(found.percent))}%`
      return [`${indicator.name}${rate}（${figure}${indicator.countMeasure ?? ''}）${part}`]
    }
    const share = found.percent === null ? '' : `，占目标任务的${decimalFromScaled(asScaled(found.percent))}%`
    return [`${indicator.name}累计完成${figure}${indicator.measure ?? ''}${share}${part}`]
  })
  return sentences.length === 0 ? '' : `经汇总，${sentences.join('；')}。`
}

/** Whether a clause holds the figure as a number of its own, not as a part of a longer one. */
function saysFigure(clause: string, figure: string): boolean {
  return new RegExp(`(?<![\\d.])${figure.replaceAll('.', '\\.')}(?![\\d.])`).test(clause.normalize('NFKC'))
}
