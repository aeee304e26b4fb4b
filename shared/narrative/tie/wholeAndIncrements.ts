import { firstFrom } from '../../base/ascending.ts'
import { STAGE_VERBS } from '../lexicon/stageCueWords.ts'
import { CUMULATIVE, OF_ONE_MONTH, PARTS_OF_YEAR, THIS_PERIOD } from '../lexicon/timeWords.ts'
import { type IndicatorFigures, MOST_COMPARED } from './indicatorFigures.ts'
import type { CountedFigure } from './readingState.ts'

/** This month's or week's own figures among an indicator's, and those that go on with them. */
export function incrementsOf(figures: readonly CountedFigure[], own: readonly CountedFigure[]): CountedFigure[] {
  const wholes = wholesOf(own.filter((figure, i) => isWholeInWords(figure) && !isGoneOnWith(figure, own.slice(i + 1))))
  const increments = own.filter((figure, i) => {
    if (/累计/.test(figure.pre)) return false
    return (
      THIS_PERIOD.pattern.test(figure.pre) || isOfOneMonth(figure, wholes) || isAddedTo(own, i) || isEarlierSum(figure, own.slice(i + 1))
    )
  })
  return [...increments, ...goingOnWith(figures, increments)]
}

const isWholeInWords = ({ pre, scope }: CountedFigure): boolean =>
  scope === 'year' || (CUMULATIVE.pattern.test(pre) && !OF_ONE_MONTH.pattern.test(pre))

/** 6月份演出17场 is the month's own only where a larger figure is the whole; of 9月立案211件、结案188件 both are, where it comes behind them. */
function isOfOneMonth({ pre, value, scope, start }: CountedFigure, wholes: Wholes): boolean {
  if (/共/.test(pre)) return false
  const named = OF_ONE_MONTH.pattern.test(pre)
  if (!named && scope !== 'period') return false
  const from = named ? 0 : firstFrom(wholes.starts, start + 1)
  return (wholes.largestFrom[from] ?? -Infinity) > (value ?? 0)
}

/**
 * 上半年96公里；截至目前累计181公里: the sum of a part of the year that is over, where a larger one of a later day comes behind it.
 * 上半年96公里 alone is all there is.
 */
function isEarlierSum({ pre, value, area, measure }: CountedFigure, behind: readonly CountedFigure[]): boolean {
  if (!PARTS_OF_YEAR.pattern.test(pre)) return false
  const month = lastMonth(pre)
  return behind.slice(0, MOST_ADDED).some((whole) => {
    if ((whole.value ?? 0) <= (value ?? 0) || whole.area !== area || whole.measure !== measure || isOfLaterPart(whole)) return false
    const later = lastMonth(whole.pre)
    return later !== undefined && month !== undefined ? later > month : UP_TO_NOW.test(whole.pre) && !UP_TO_A_DAY.test(pre)
  })
}

/**
 * 上半年96公里，三季度85公里: the half year is over, and what came after it is told by itself. Without a whole neither is the figure
 * of the year, and both stay open.
 */
function isGoneOnWith({ pre, area, measure }: CountedFigure, behind: readonly CountedFigure[]): boolean {
  const month = lastMonth(pre)
  if (month === undefined) return false
  return behind
    .slice(0, MOST_ADDED)
    .some((later) => later.area === area && later.measure === measure && isOfLaterPart(later) && (lastMonth(later.pre) ?? 0) > month)
}

/** A month, quarter or stretch that does not begin with the year: 三季度, 7-9月, 二季度. */
const isOfLaterPart = ({ pre }: CountedFigure): boolean => OF_ONE_MONTH.pattern.test(pre) && !FROM_JANUARY.test(pre)
const FROM_JANUARY = /^\s*(?:今年)?(?:0?1月?[-—~～至到]|一月|一季度|第一季度)/

/** The last month that the words name, 上半年 and 一季度 by their ends. */
function lastMonth(words: string): number | undefined {
  if (words.includes('上半年')) return 6
  const quarter = /([一二三四])季度/.exec(words)?.[1]
  if (quarter) return 3 * ('一二三四'.indexOf(quarter) + 1)
  const month = [...words.matchAll(/(\d{1,2})月/g)].at(-1)?.[1]
  return month === undefined ? undefined : Number(month)
}

const UP_TO_NOW = /目前|累计|至今|截[至止]/
/** 截至9月底 may be the very day of the figure behind it. */
const UP_TO_A_DAY = /截[至止]/

/** Whole figures in order: where they are, and the largest of each and those behind it. */
interface Wholes {
  readonly starts: readonly number[]
  readonly largestFrom: readonly number[]
}

function wholesOf(figures: readonly CountedFigure[]): Wholes {
  let largest = -Infinity
  const largestFrom = figures.map(() => 0)
  for (const [i, { value }] of [...figures.entries()].reverse()) {
    largest = Math.max(largest, value ?? 0)
    largestFrom[i] = largest
  }
  return { starts: figures.map(({ start }) => start), largestFrom }
}

/** 新增1.4万亩，年内达到22.5万亩: what was added to the whole that comes next, which is not the sum of the figures before it. */
function isAddedTo(own: readonly CountedFigure[], i: number): boolean {
  const [added, whole] = [own[i], own[i + 1]]
  if (!added || !whole || whole.clause - added.clause > 1 || !ADDED.test(added.pre) || !REACHED.test(whole.pre)) return false
  const before = own.slice(Math.max(0, i - MOST_ADDED), i + 1)
  const sums = before.map((_, from) => before.slice(from).reduce((sum, { value }) => sum + (value ?? 0), 0))
  return (whole.value ?? 0) > (added.value ?? 0) && !sums.includes(whole.value ?? 0)
}

/** 本周新开工12个，完工9个; 6月分别完成3120人、3206人: what goes on at once with a month's figure is the month's too. */
function goingOnWith(figures: readonly CountedFigure[], increments: readonly CountedFigure[]): CountedFigure[] {
  const ofPeriod = new Set(increments)
  return figures.filter((figure, i) => {
    const before = figures[i - 1]
    if (!before || !ofPeriod.has(before) || ofPeriod.has(figure) || figure.role !== 'progress') return false
    const atOnce = figure.clause - before.clause <= 1 && figure.measure === before.measure
    if (!atOnce || !STAGE_OR_NOTHING.test(figure.pre.replace(/^.*分别(?:完成)?/, ''))) return false
    ofPeriod.add(figure)
    return true
  })
}

/** 全市累计1.86万个，今年新增320个: totals over several years that exceed the target, where this year's own figure is given too. */
export function standingTotals({ words, wholes }: IndicatorFigures): CountedFigure[] {
  const target = words.indicator.target?.value ?? 0
  const compared = wholes.slice(0, MOST_COMPARED)
  return compared.filter((figure) => {
    if ((figure.value ?? 0) <= target) return false
    const year = compared.find((other) => isThisYears(other, figure))
    return year !== undefined && !STANDING.test(year.pre)
  })
}

/** A smaller figure that is this year's own next to one that may be a standing total. */
function isThisYears(other: CountedFigure, figure: CountedFigure): boolean {
  if (other === figure || (other.value ?? 0) >= (figure.value ?? 0)) return false
  if (STANDING.test(figure.pre)) return THIS_YEAR.test(other.pre) || other.start < figure.start
  return /今年|本年|年内/.test(other.pre)
}

/** What was added, as a verb of its own. */
const ADDED = /新(?:增加?|完成|建成|开工|完工|竣工|投用)$|(?<!新)增加$/
/** The whole that it was added to. */
const REACHED = /累计|年内|总[数量]|达到|至此/
const MOST_ADDED = 12
/** One stage alone, or nothing at all. */
const STAGE_OR_NOTHING = new RegExp(`^(?:新开工|${STAGE_VERBS.source})?$`)
/** A standing total over several years next to this year's figure. */
const STANDING = /累计|总共|现已|历年/
/** This year's own. */
const THIS_YEAR = /今年|本年|新增|新建|新开|年内/
