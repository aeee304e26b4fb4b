import type { FoundQuantity } from '../../quantity/findQuantities.ts'
import { judgePercent } from '../../quantity/percent.ts'
import type { Indicator, Register, Target } from '../../register/register.ts'
import { indicatorOf, isPercentage, type ProgressPart, segmentAt } from './progressParts.ts'

/** A percentage of a target as a text states it, with the figure that it was made from. */
export interface TargetPercentage {
  readonly part: ProgressPart
  readonly indicator: Indicator
  readonly target: Target
  readonly figure: FoundQuantity
  readonly percentage: FoundQuantity
  /** "130场，占目标任务的43.34%" */
  readonly quote: string
}

/** The percentages of a paragraph that are of a target, by their own words, and whose figure and indicator are known. */
export function targetPercentages(part: ProgressPart, register: Register): readonly TargetPercentage[] {
  return part.figures.flatMap((percentage, index) => {
    if (!isPercentage(percentage) || !isOfTarget(part, index)) return []
    const figure = figureBehind(register, part, index)
    const indicator = figure && indicatorOf(register, part, figure)
    if (!figure || !indicator?.target) return []
    return [{ part, indicator, target: indicator.target, figure, percentage, quote: quoteOf(part.text, figure, percentage) }]
  })
}

/** "占全年目标任务的", just before a percentage. */
const OF_TARGET = /占[^。；\d]{0,10}(?:目标|任务|计划)[^。；\d]{0,6}$/
/** What lies between percentages that follow each other: 占目标任务的60.5%、59.1%. */
const CHAIN = /^[、，,和及与]?$/

/** Whether a percentage is one of the target: by the words before it, or before the chain that it is a link of. */
const isOfTarget = (part: ProgressPart, index: number): boolean =>
  OF_TARGET.test(part.text.slice(0, part.figures[chainStart(part, index)]?.at))

/** The index of the first of the percentages that follow each other up to this one. */
function chainStart(part: ProgressPart, index: number): number {
  let start = index
  for (let before = part.figures[start - 1]; before && isPercentage(before); before = part.figures[start - 1]) {
    if (!CHAIN.test(part.text.slice(before.end, part.figures[start]?.at))) break
    start--
  }
  return start
}

/**
 * The figure that a percentage was made from: the nearest before it; for a chain of n percentages (分别占 a、b) the last
 * n figures in their order. Where the sentence lists parts (其中) the nearest may be a part; then it is the one that the
 * percentage fits, or the one before 其中.
 */
function figureBehind(register: Register, part: ProgressPart, index: number): FoundQuantity | undefined {
  const percentage = part.figures[index]
  if (!percentage) return undefined
  const start = chainStart(part, index)
  let links = index - start + 1
  while (part.figures[start + links] && chainStart(part, start + links) === start) links++
  const before = part.figures.slice(0, start).filter((one) => !isPercentage(one))
  if (links > 1) return before.slice(-links)[index - start]
  const nearest = before.at(-1)
  const sentence = segmentAt(part.text, percentage.at)
  const among = sentence.text.indexOf('其中')
  if (!nearest || among < 0 || sentence.start + among > nearest.at) return nearest
  const fits = (one: FoundQuantity) => {
    const target = indicatorOf(register, part, one)?.target?.value
    const { value, decimals } = percentage.quantity
    return target !== undefined && judgePercent(value, decimals, one.quantity.value, target) === 'right'
  }
  const inSentence = before.filter((one) => one.at >= sentence.start)
  return inSentence.findLast(fits) ?? inSentence.findLast((one) => one.at < sentence.start + among) ?? nearest
}

/** From the figure to its percentage; in a chain, the two with what lies between left out. */
function quoteOf(text: string, figure: FoundQuantity, percentage: FoundQuantity): string {
  const between = text.slice(figure.at, percentage.end)
  return /[%％].*[%％]$/.test(between) ? `${figure.quantity.raw}…${percentage.quantity.raw}` : between
}
