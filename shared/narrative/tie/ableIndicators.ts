import { COUNTING_VERBS } from '../lexicon/numberWords.ts'
import { CLOSENESS, isGeneralMeasure, measureCloseness } from '../words/measureCloseness.ts'
import { type IndicatorWords, overlapOf } from '../words/taskWords.ts'
import { objectWords } from '../words/wording.ts'
import type { FigureWords } from './figureWords.ts'

/** An indicator that a figure can count for by its measure, and how close that is (`CLOSENESS`, or a guess below it). */
export interface AbleIndicator {
  readonly words: IndicatorWords
  readonly closeness: number
}

/** The indicators that a figure can count for at all, before its words are asked which of them it does. */
export function ableIndicators(figure: FigureWords, all: readonly IndicatorWords[]): readonly AbleIndicator[] {
  const close = all.map((words) => ({ words, closeness: closenessOf(figure, words) })).filter(({ closeness }) => closeness > 0)
  const able = ofOneStage(
    figure.pre,
    close.filter(({ words }) => !contradicts(figure, words)),
  )
  return able.some(({ closeness }) => closeness >= CLOSENESS.sameMeasure) ? ratesOrCounts(figure.pre, able) : able
}

/** A rate counts its numerator only where the words are more about it than about any counted indicator; then it alone does. */
function ratesOrCounts(pre: string, able: readonly AbleIndicator[]): AbleIndicator[] {
  const isRate = ({ words }: AbleIndicator) => words.indicator.kind === 'percent'
  const most = Math.max(0, ...able.filter((each) => !isRate(each)).map(({ words }) => overlapOf(pre, words)))
  const rates = able.filter((each) => isRate(each) && overlapOf(pre, each.words) > most)
  return rates.length > 0 ? rates : able.filter((each) => !isRate(each))
}

/** 累计开工451台、完工311台, where one indicator counts starting and another finishing: each figure its own. */
function ofOneStage(pre: string, able: readonly AbleIndicator[]): readonly AbleIndicator[] {
  const stageOf = (words: string) => STAGES_OF_INDICATORS.findIndex((pattern) => pattern.test(words))
  const own = stageOf(pre)
  if (own < 0 || !able.some(({ words }) => stageOf(words.indicator.name) === own)) return able
  return able.filter(({ words }) => [own, -1].includes(stageOf(words.indicator.name)))
}
const STAGES_OF_INDICATORS = [/基本(?:建成|完工)/, /竣工|完工|建成/, /开工/]

type ClosenessRule = (figure: FigureWords, words: IndicatorWords) => number | undefined

/** How close an indicator's measure is to a figure's; the first rule that answers decides. */
const CLOSENESS_RULES: readonly ClosenessRule[] = [
  ofNarrative,
  ofRate,
  withoutTarget,
  ofTargetZero,
  byMeasure,
  byMeasureNamedBefore,
  ofBareNumber,
  ofPapersForPeople,
]

function closenessOf(figure: FigureWords, words: IndicatorWords): number {
  for (const rule of CLOSENESS_RULES) {
    const closeness = rule(figure, words)
    if (closeness !== undefined) return closeness
  }
  return CLOSENESS.different
}

/** A narrative has no figure. */
function ofNarrative(_: FigureWords, { indicator }: IndicatorWords) {
  return indicator.kind === 'narrative' ? CLOSENESS.different : undefined
}

/** 产前超声筛查4405例，筛查率71.36%: the numerator of an indicator that is a rate. */
function ofRate(figure: FigureWords, words: IndicatorWords) {
  const { indicator } = words
  if (indicator.kind !== 'percent') return undefined
  const isNumerator =
    figure.rateFollows &&
    !indicator.target &&
    isGeneralMeasure(figure.measure) &&
    figure.measure !== null &&
    portionNamed(figure.pre, words) >= RATE_NAMED
  return isNumerator ? GUESSED : CLOSENESS.different
}

/** What nobody promised cannot be counted for. */
function withoutTarget(_: FigureWords, { indicator }: IndicatorWords) {
  return indicator.target ? undefined : CLOSENESS.different
}

/** 欠薪案件动态清零: only words of “none” make a figure one of a target of 0. */
function ofTargetZero({ pre, topics }: FigureWords, { indicator }: IndicatorWords) {
  return indicator.target?.value === 0 && !/[无未缺清零]/.test(`${pre}${topics[0] ?? ''}`) ? CLOSENESS.different : undefined
}

/** 12座, where the target is in 座; a milestone's measure is less telling. */
function byMeasure({ measure }: FigureWords, { indicator }: IndicatorWords) {
  const closeness = measureCloseness(measure, indicator.target?.measure ?? '')
  if (closeness === CLOSENESS.different) return undefined
  return indicator.kind === 'milestone' ? closeness - LESS_FOR_MILESTONE : closeness
}

/** 完成场次 31, 完成户数（户） 120: a bare number whose words end in the measure. */
function byMeasureNamedBefore({ measure, pre }: FigureWords, { indicator }: IndicatorWords) {
  if (measure !== null) return undefined
  const words = pre.trimEnd().replace(/[）)]$/, '')
  const closest = Math.max(...[1, 2, 3].map((length) => measureCloseness(words.slice(-length), indicator.target?.measure ?? '')))
  return closest >= CLOSENESS.sameMeasure && /完成|建成|开工|完工|竣工|投用/.test(pre) ? closest : undefined
}

/** 完成 31 */
function ofBareNumber({ measure, pre }: FigureWords) {
  if (measure !== null) return undefined
  return COUNTING_VERBS.pattern.test(pre) ? GUESSED : CLOSENESS.different
}

/** Papers counted for people (档案1866份), where the words name the indicator's own act. */
function ofPapersForPeople({ measure, pre }: FigureWords, words: IndicatorWords) {
  const people = measureCloseness('人', words.indicator.target?.measure ?? '') > CLOSENESS.different
  const named = people && measure !== null && PAPERS.has(measure) && (portionNamed(pre, words) >= ACT_NAMED || namesThePaper(pre, words))
  return named ? GUESSED : CLOSENESS.different
}

/** The paper itself (档案) is what the indicator is about, whatever comes before it: 同步建立电子档案31586份, 建档3.55万份. */
function namesThePaper(pre: string, { words }: IndicatorWords): boolean {
  const spelledOut = pre.replace(/建档$/, '档案')
  const noun = objectWords(spelledOut).at(-1)
  return noun !== undefined && words.includes(noun.slice(-2)) && pre.trimEnd().replace(/建档$/, '档案').endsWith(noun)
}

/** How much of a phrase's own words an indicator's name holds, from 0 to 1; 0 for phrases too short to compare. */
function portionNamed(phrase: string, words: IndicatorWords): number {
  const own = objectWords(phrase).join(' ')
  const pairs = own.split(' ').reduce((sum, chunk) => sum + Math.max(chunk.length - 1, 0), 0)
  const alike = { ...words, pairs: new Map([...words.pairs.keys()].map((pair) => [pair, 1])) }
  return pairs < 3 ? 0 : overlapOf(own, alike) / pairs
}

/** Another area's figure, one of the country for a promise to the city, or an amount that no standard can be. */
function contradicts(figure: FigureWords, { indicator, area, words }: IndicatorWords): boolean {
  const { areaName, measure, pre, value } = figure
  const otherArea =
    area !== null && areaName !== null && !/(?:街道|办事处|[镇乡])$/.test(areaName) && areaName !== area && !areaName.includes(area)
  const otherKind = OPPOSITES.some(([one, other]) => one.test(words) && !other.test(words) && other.test(pre) && !one.test(pre))
  const notPerHead = PER_HEAD.test(words) && !PER_HEAD.test(pre) && measure !== '元'
  const tooMuchMoney = measure === '元' && indicator.target !== null && value > indicator.target.value * MOST_TIMES_A_STANDARD
  return otherArea || otherKind || notPerHead || tooMuchMoney
}

/** An indicator per thousand or ten thousand people (每千人口托位). */
export const PER_HEAD = /每(?:千|万|百|十万)/
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/城市|城镇|城区/, /农村|乡村/],
  [/农村|乡村/, /城市|城镇|城区/],
]
/** Papers that are counted where people are meant. */
const PAPERS = new Set(['份', '例', '件', '张', '本'])
/** Below every closeness of measures: the words around the number have to be right. */
const GUESSED = 0.5
/** A milestone has a figure only now and then. */
const LESS_FOR_MILESTONE = 0.5
/** A numerator has its object in common with the rate, not the act: less than half of the words suffices. */
const RATE_NAMED = 0.4
/** Papers are made for many purposes, so that most of the words have to be the indicator's. */
const ACT_NAMED = 0.6
/** A standard (每人每月420元) is stated in its own size, sums paid out are many times that. */
const MOST_TIMES_A_STANDARD = 20
