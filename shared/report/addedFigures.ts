import { asScaled, decimalFromScaled } from '../quantity/scaled.ts'
import type { Indicator } from '../register/register.ts'
import type { ConsolidatedIndicator } from '../wire/consolidation.ts'

/**
 * "经汇总，新建供热管网累计完成1公里，占目标任务的16.67%。" for each indicator that the register asks it for
 * (`statePercent`) and whose figure the text does not already state with a percentage; empty where there is none.
 * Percentages are half-up to two decimals, trailing zeros trimmed.
 */
export function addedFigures(
  indicators: readonly Indicator[],
  consolidated: ReadonlyMap<string, ConsolidatedIndicator>,
  text: string,
): string {
  const sentences = indicators
    .filter((indicator) => indicator.statePercent)
    .flatMap((indicator) => {
      const found = consolidated.get(indicator.id)
      if (!found || found.cumulative === null) return []
      const figure = decimalFromScaled(asScaled(found.cumulative))
      const stated = text.split(/[。；]/).some((clause) => saysFigure(clause, figure) && /\d[%％]/.test(clause))
      if (stated) return []
      const share = found.percent === null ? '' : `，占目标任务的${decimalFromScaled(asScaled(found.percent))}%`
      const part = found.state === 'partial' ? '（部分地区暂未报送）' : ''
      return [`${indicator.name}累计完成${figure}${indicator.measure ?? ''}${share}${part}`]
    })
  return sentences.length === 0 ? '' : `经汇总，${sentences.join('；')}。`
}

/** Whether a clause holds the figure as a number of its own, not as a part of a longer one. */
function saysFigure(clause: string, figure: string): boolean {
  return new RegExp(`(?<![\\d.])${figure.replaceAll('.', '\\.')}(?![\\d.])`).test(clause.normalize('NFKC'))
}
