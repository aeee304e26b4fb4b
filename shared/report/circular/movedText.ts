import { cityFigure } from '../../consolidation/cityFigure.ts'
import { isLimit, isProgress } from '../../consolidation/reachedPercent.ts'
import { chineseMonth } from '../../quantity/dates/chineseMonth.ts'
import { isNextMonth } from '../../quantity/dates/isNextMonth.ts'
import { asScaled, decimalFromScaled } from '../../quantity/scaled.ts'
import type { Indicator, Register } from '../../register/register.ts'
import { indicatorById } from '../../register/registerIndex.ts'
import type { ConsolidatedIndicator, Consolidation } from '../../wire/consolidation.ts'
import { listed, nameInList } from './circularSentences.ts'

/** 上期 where it is the month before, else its name: two months' progress is not one's. */
export const earlierName = (period: string, before: string): string => (isNextMonth(before, period) ? '上期' : chineseMonth(before))

/**
 * What moved for the better, what for the worse (the furthest first), and of how many that cannot be said. What is to stay below a limit
 * grows within it all year, which is neither.
 */
export function movedText(register: Register, { indicators }: Consolidation): string {
  const counted = indicators.flatMap((found): Moved[] => {
    const indicator = indicatorById(register, found.indicator)
    const isCounted = indicator?.kind === 'count' || indicator?.kind === 'percent'
    return indicator && isCounted && !isLimit(indicator) ? [{ indicator, found, ...changeOf(indicator, found) }] : []
  })
  const comparable = counted.filter(({ found }) => found.change.comparable === 'yes')
  const other = counted.filter(({ found: { change } }) => change.comparable !== 'yes' && change.comparable !== 'nothingNow').length
  const none = other === 0 ? '' : `无可比数据${other}项（其时未报，或所报地区、阶段不同）。`
  if (comparable.length === 0) return none === '' ? '无可比数据。' : none
  const named = (some: readonly Moved[]): string => listed([...some].sort((a, b) => distance(b) - distance(a)).map(movedSentence), '项')
  const better = comparable.filter((one) => one.moved !== 0 && isBetter(one))
  const worse = comparable.filter((one) => one.moved !== 0 && !isBetter(one))
  return `有进展：${named(better)}；有回落或反弹：${named(worse)}。${none}`
}

interface Moved {
  readonly indicator: Indicator
  readonly found: ConsolidatedIndicator
  /** In the measure that is shown, and what it has become. */
  readonly moved: number
  readonly now: number
  readonly isRate: boolean
}

/** Of a rate how far the rate moved; where it has none, or had none, the count behind it. */
function changeOf({ kind }: Indicator, found: ConsolidatedIndicator): Pick<Moved, 'moved' | 'now' | 'isRate'> {
  const { change } = found
  const { value, percent } = cityFigure(found)
  if (kind === 'percent' && change.percent !== null) return { moved: change.percent, now: percent ?? 0, isRate: true }
  return { moved: change.cumulative ?? 0, now: value ?? 0, isRate: false }
}

const distance = ({ found: { change } }: Moved): number => Math.abs(change.percent ?? 0)
/** Of what is left less is better. */
const isBetter = ({ indicator, moved }: Moved): boolean => (isProgress(indicator) ? moved > 0 : moved < 0)

/** "新建农村公路新增24公里（8个百分点）", "无固定办公用房的社区由4个增至9个", "产前筛查率由80%升至92%（12个百分点）" */
function movedSentence({ indicator, found, moved, now, isRate }: Moved): string {
  const name = nameInList(indicator)
  if (isRate) {
    return `${name}由${percentText(now - moved)}${moved < 0 ? '降' : '升'}至${percentText(now)}（${text(Math.abs(moved))}个百分点）`
  }
  const measure = indicator.countMeasure ?? (indicator.kind === 'percent' ? '' : (indicator.measure ?? ''))
  if (!isProgress(indicator)) return `${name}由${text(now - moved)}${measure}${moved < 0 ? '减' : '增'}至${text(now)}${measure}`
  const points = found.change.percent === null ? '' : `（${text(Math.abs(found.change.percent))}个百分点）`
  return `${name}${moved < 0 ? '减少' : '新增'}${text(Math.abs(moved))}${measure}${points}`
}

const text = (scaled: number): string => decimalFromScaled(asScaled(scaled))
const percentText = (scaled: number): string => `${text(scaled)}%`
