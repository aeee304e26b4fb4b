import { firstFrom } from '../../base/ascending.ts'
import { oncePer } from '../../base/oncePer.ts'
import type { FoundQuantity } from '../../quantity/findQuantities.ts'
import { judgePercent } from '../../quantity/percent.ts'
import type { Indicator, Register, Target } from '../../register/register.ts'
import { AMONG, RESTATED } from './lintWords.ts'
import { indicatorOf, isPercentage, type ProgressPart } from './progressParts.ts'

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
export function targetPercentages(stated: ProgressPart, register: Register): readonly TargetPercentage[] {
  const targets = namedTargets(stated)
  const restated = new Set(targets.values())
  const part = { ...stated, figures: stated.figures.filter((one) => !restated.has(one)) }
  const chains = chainsOf(part)
  const counts = part.figures.filter((one) => !isPercentage(one))
  const starts = startsOf(counts)
  return part.figures.flatMap((percentage, index) => {
    const chain = chains[index]
    if (!chain || !part.places.endsWith(OF_TARGET, chain.at, LONGEST_OF_TARGET)) return []
    const before = firstFrom(starts, chain.at)
    const figure = chain.links > 1 ? linked(counts, before, chain, index) : singleFigure(register, part, { counts, before, percentage })
    const indicator = figure && indicatorOf(register, part, figure)
    if (!figure || !indicator?.target) return []
    // 占任务1500户的84% of a county is no share of the city's target
    const named = targets.get(percentage)
    if (named && named.quantity.value !== indicator.target.value) return []
    return [{ part, indicator, target: indicator.target, figure, percentage, quote: quoteOf(part.text, figure, percentage) }]
  })
}

/** "占全年目标任务的", "占年度目标300公里的", just before a percentage. */
const OF_TARGET = /占[^。；\d]{0,10}(?:目标|任务|计划)(?:数?为?\d[^。；，]{0,12})?[^。；\d]{0,6}$/
const LONGEST_OF_TARGET = 34

/** For a percentage the figure that only names the target that it is a share of: 300公里 of 占年度目标300公里的48.67%. */
function namedTargets(part: ProgressPart): ReadonlyMap<FoundQuantity, FoundQuantity> {
  const named = new Map<FoundQuantity, FoundQuantity>()
  for (const [index, one] of part.figures.entries()) {
    const next = part.figures[index + 1]
    if (next && isShareOf(part, one, next)) named.set(next, one)
  }
  return named
}

/** Whether a figure is a target that the percentage behind it is a share of. */
const isShareOf = (part: ProgressPart, target: FoundQuantity, percentage: FoundQuantity): boolean =>
  isPercentage(percentage) && !isPercentage(target) && isRestated(part, target) && SHARE_OF.test(part.text.slice(target.end, percentage.at))

/** 的, 之: between a target and the percentage of it. */
const SHARE_OF = /^[^。；，\d]{0,4}[的之]?$/

/** Whether a figure restates a target: 年度目标300公里, 任务数为300公里. */
export const isRestated = (part: ProgressPart, figure: FoundQuantity): boolean =>
  part.places.endsWith(RESTATED, figure.at, LONGEST_RESTATED)
/** 任务数 */
const LONGEST_RESTATED = 3
/** What lies between percentages that follow each other: 占目标任务的60.5%、59.1%. */
const CHAIN = /^[、，,和及与]?$/

/** Percentages that follow each other: which figure of the paragraph is the first, where it is, and how many they are. */
interface Chain {
  readonly first: number
  readonly at: number
  links: number
}

/** For each figure of a paragraph the chain that it is a link of; undefined for what is no percentage. */
function chainsOf({ figures, text }: ProgressPart): readonly (Chain | undefined)[] {
  const chains: (Chain | undefined)[] = []
  for (const [index, figure] of figures.entries()) {
    const [before, chain] = [figures[index - 1], chains[index - 1]]
    if (!isPercentage(figure)) chains.push(undefined)
    else if (before && chain && CHAIN.test(text.slice(before.end, figure.at))) {
      chain.links++
      chains.push(chain)
    } else chains.push({ first: index, at: figure.at, links: 1 })
  }
  return chains
}

/** For a chain of n percentages (分别占 a、b) the last n figures before it, in their order. */
function linked(counts: readonly FoundQuantity[], before: number, { first, links }: Chain, index: number): FoundQuantity | undefined {
  const at = Math.max(0, before - links) + index - first
  return at < before ? counts[at] : undefined
}

interface SinglePercentage {
  readonly counts: readonly FoundQuantity[]
  /** How many of them precede it. */
  readonly before: number
  readonly percentage: FoundQuantity
}

/** How many figures of a sentence, from the percentage back, it is tried on. */
const MOST_TRIED = 32

/**
 * The figure that a single percentage was made from: the nearest before it. Where the sentence lists parts (其中) the nearest
 * may be a part; then it is the one that the percentage fits, or the one before 其中.
 */
function singleFigure(register: Register, part: ProgressPart, { counts, before, percentage }: SinglePercentage): FoundQuantity | undefined {
  const nearest = counts[before - 1]
  const { start, end } = part.places.sentenceAt(percentage.at)
  const among = part.places.first(AMONG, start, end)
  if (!nearest || !among || among.start > nearest.at) return nearest
  const fits = (one: FoundQuantity) => {
    const target = indicatorOf(register, part, one)?.target?.value
    const { value, decimals } = percentage.quantity
    return target !== undefined && judgePercent(value, decimals, one.quantity.value, target) === 'right'
  }
  const fitting = counts.slice(Math.max(0, before - MOST_TRIED), before).findLast((one) => one.at >= start && fits(one))
  if (fitting) return fitting
  const total = counts[firstFrom(startsOf(counts), among.start) - 1]
  return total && total.at >= start ? total : nearest
}

/** Where figures begin; asked for at every percentage of a paragraph, made once. */
const startsOf = oncePer((figures: readonly FoundQuantity[]): readonly number[] => figures.map(({ at }) => at))

/** A percentage further than this from its figure is quoted without what lies between. */
const LONGEST_QUOTE = 80

/** From the figure to its percentage; in a chain, the two with what lies between left out. */
function quoteOf(text: string, figure: FoundQuantity, percentage: FoundQuantity): string {
  const between = text.slice(figure.at, percentage.end)
  const isApart = between.length > LONGEST_QUOTE || /[%％].*[%％]$/.test(between)
  return isApart ? `${figure.quantity.raw}…${percentage.quantity.raw}` : between
}
