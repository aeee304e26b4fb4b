import { STAGE_VERBS } from '../lexicon/stageCueWords.ts'
import { CUMULATIVE, OF_ONE_MONTH, THIS_PERIOD } from '../lexicon/timeWords.ts'
import { type IndicatorFigures, MOST_COMPARED } from './indicatorFigures.ts'
import type { CountedFigure } from './readingState.ts'

/** This month's or week's own figures among an indicator's, and those that go on with them. */
export function incrementsOf(figures: readonly CountedFigure[], own: readonly CountedFigure[]): CountedFigure[] {
  const whole = Math.max(-1, ...own.filter(({ pre }) => CUMULATIVE.pattern.test(pre)).map(({ value }) => value ?? 0))
  const increments = own.filter(({ pre, value }) => {
    if (/累计/.test(pre)) return false
    // 6月份演出17场 is the month's own only where a larger figure is the whole.
    return THIS_PERIOD.pattern.test(pre) || (OF_ONE_MONTH.pattern.test(pre) && !/共/.test(pre) && (value ?? 0) < whole)
  })
  return [...increments, ...goingOnWith(figures, increments)]
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

/** One stage alone, or nothing at all. */
const STAGE_OR_NOTHING = new RegExp(`^(?:新开工|${STAGE_VERBS.source})?$`)
/** A standing total over several years next to this year's figure. */
const STANDING = /累计|总共|现已|历年/
/** This year's own. */
const THIS_YEAR = /今年|本年|新增|新建|新开|年内/
