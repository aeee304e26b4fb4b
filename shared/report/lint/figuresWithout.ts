import { stageCounts } from '../../consolidation/stageCounts.ts'
import type { FoundQuantity } from '../../quantity/findQuantities.ts'
import type { Indicator, Register } from '../../register/register.ts'
import { DONE, EARLIER_WORK, FORECAST, NOT_DONE } from './lintWords.ts'
import { indicatorOf, isPercentage, type ProgressPart } from './progressParts.ts'
import { isRestated, type TargetPercentage } from './targetPercentages.ts'

/**
 * "2.2 54场": figures said to be done of a count that has a target, without a percentage; the first of each indicator. What is
 * done is said once for all that a sentence lists.
 *
 * | text | |
 * | --- | --- |
 * | 完成甲筛查11745人，乙筛查12073人。 | both |
 * | 完成146公里，占年度目标300公里的48.7%。 | neither: the percentage is there |
 * | 完成146公里，剩余154公里。 | the first |
 */
export function figuresWithout(part: ProgressPart, stated: readonly TargetPercentage[], register: Register): readonly string[] {
  const known = new Set(stated.map(({ indicator }) => indicator.id))
  const found = new Map<string, string>()
  for (const [index, figure] of part.figures.entries()) {
    const indicator = indicatorOf(register, part, figure)
    if (indicator?.kind !== 'count' || known.has(indicator.id)) continue
    if (found.has(indicator.id) || hasRate(part, index) || !isDone(part, figure, indicator)) continue
    found.set(indicator.id, `${part.task.id} ${figure.quantity.raw}`)
  }
  return [...found.values()]
}

/** Whether a figure is said to be done: by its own words, or by the words of the list that it is in. */
function isDone({ text, places }: ProgressPart, figure: FoundQuantity, { countsStage }: Indicator): boolean {
  const { start, end } = places.sentenceAt(figure.at)
  if (isBehind(figure, countsStage) || places.first(EARLIER_WORK, start, end) !== undefined) return false
  const before = text.slice(Math.max(start, figure.at - LIST), figure.at)
  const done = [...before.matchAll(DONE.everywhere)].at(-1)
  if (done === undefined || isNegated(before, done.index)) return false
  const between = before.slice(done.index + done[0].length)
  // a clause without a figure ends the list: 普查已全部完成，录入12.8万座
  const isList = between
    .split('，')
    .slice(0, -1)
    .every((clause) => /\d/.test(clause))
  return isList && !NOT_DONE.pattern.test(between)
}

/** How much of a list is looked at before one of its figures. */
const LIST = 80

/** 计划完成, 目标为完成, 未完成 */
const isNegated = (text: string, at: number): boolean => {
  const lead = text.slice(Math.max(0, at - 3), at)
  return FORECAST.pattern.test(lead) || /[未为是]$/.test(lead)
}

/** Whether its own words say that it stands at a stage that is not counted: 在建20公里 behind 完成100公里. */
const isBehind = ({ quantity }: FoundQuantity, counts: Indicator['countsStage']): boolean => !stageCounts(quantity.stage, counts)

/** A percentage that begins this near after a figure belongs to it, whatever it is a percentage of. */
const RATE_NEARBY = 8
const FIGURES_NEARBY = 8

/** Whether a percentage follows a figure, were the target that it is a percentage of named between them. */
function hasRate(part: ProgressPart, index: number): boolean {
  if (followsRate(part, index)) return true
  let end = part.figures[index]?.end ?? 0
  for (const one of part.figures.slice(index + 1, index + 1 + FIGURES_NEARBY)) {
    const between = part.text.slice(end, one.at)
    if (isPercentage(one)) return between.length < RATE_NEARBY || OF_TARGET.test(between)
    if (!isRestated(part, one)) return false
    end = one.end
  }
  return false
}

/** 已完成48.67%，146公里: the figure behind its percentage, which is no other figure's. */
function followsRate({ figures, text, places }: ProgressPart, index: number): boolean {
  const [earlier, rate, figure] = [figures[index - 2], figures[index - 1], figures[index]]
  if (!rate || !figure || !isPercentage(rate) || (earlier && earlier.at >= places.sentenceAt(rate.at).start)) return false
  return /^[，、（(]?$/.test(text.slice(rate.end, figure.at))
}

/** "，完成全年目标任务的", between a figure and its percentage. */
const OF_TARGET = /^[，、]?[^，。；]{0,12}(?:目标|任务|计划|进度|比例|率)[^，。；]{0,6}$/
