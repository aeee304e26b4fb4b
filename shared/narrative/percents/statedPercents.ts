import { judgePercent } from '../../quantity/percent.ts'
import type { Scaled } from '../../quantity/scaled.ts'
import {
  BARE_RATES,
  CHANGES,
  OF_TARGET,
  OTHER_BASES,
  PARTS_OF_WORK,
  RATE_LEADS,
  RATES_BY_OTHER_NAMES,
  STAGE_RATES,
  WORKS,
} from '../lexicon/percentWords.ts'
import type { NarrativeIndicator, RoleReason, StatedPercent } from '../words/claims.ts'
import type { IndicatorWords } from '../words/taskWords.ts'
import { overlapOf } from '../words/taskWords.ts'

/** A percentage with its words. */
export interface PercentPlace {
  readonly raw: string
  readonly start: number
  readonly end: number
  readonly value: Scaled
  readonly decimals: number
  /** From the clause's start or the figure before. */
  readonly pre: string
  readonly post: string
  /** The clause before. */
  readonly topic: string
  readonly sentence: number
  /** In a list of percentages (分别占71.8%、69.6%): its place and the list's length; 0 of 1 where it stands alone. */
  readonly place: number
  readonly of: number
  /** A figure other than a percentage stands in the same clause before it. */
  readonly behindFigure: boolean
  /** The figure just before it, in its clause or the one before, is money. */
  readonly behindMoney: boolean
  /** The figure just before it in its clause, which may be the whole that it is a share of. */
  readonly whole: Scaled | null
  /** The figure just before it counts something else, which the percentage may be of. */
  readonly behindOther: boolean
  /** Last year's carry-over, a comparison … of its clause. */
  readonly left: RoleReason | null
}

/** A figure of the text that a percentage may rest on. */
export interface PercentBase {
  readonly index: number
  readonly start: number
  readonly sentence: number
  readonly value: Scaled
  readonly indicator: NarrativeIndicator
  readonly counts: boolean
  /** One of the parts of a total, or one area's. */
  readonly part: boolean
}

export type PercentReading =
  | { readonly as: 'stated'; readonly percent: StatedPercent }
  | { readonly as: 'rate'; readonly indicator: NarrativeIndicator; readonly percent: StatedPercent; readonly attained: boolean }
  | { readonly as: 'stage_rate' }
  | { readonly as: 'context'; readonly reason: RoleReason }

/**
 * What a percentage states: the share of a target that is done, the rate that an indicator is about, a rate of starting,
 * finishing or investing, or a comparison. A percentage that fits completed ÷ target is one of the target, whatever it is
 * called (开工率, 总体进度).
 */
export function readPercent(place: PercentPlace, bases: readonly PercentBase[], all: readonly IndicatorWords[]): PercentReading {
  if (place.left) return { as: 'context', reason: place.left }
  const words = place.pre
  // 55%的年度目标: the target again.
  if (/^的(?:年度|全年|年初|既定|总)?(?:工作)?(?:目标|任务|计划)/.test(place.post)) return { as: 'context', reason: 'restated_target' }
  // 占任务1500户的84%: the share of another whole, which stands before it.
  if (place.behindFigure && /^的?$/.test(words.trim())) {
    const of = baseOf(place, bases)
    return of && place.whole !== null && place.whole === of.indicator.target?.value
      ? { as: 'stated', percent: percentOf(place, of.indicator.id, of.index) }
      : { as: 'context', reason: 'share' }
  }
  if (CHANGES.pattern.test(words) || /^[^，。；]{0,2}(?:的?增长|个百分点)/.test(place.post)) return { as: 'context', reason: 'comparison' }
  const base = baseOf(place, bases)
  if (base && place.of > 1 && base.part && sameIndicator(place, bases)) return { as: 'context', reason: 'share' }
  const target = base?.indicator.target
  const fits = base && target && judgePercent(place.value, place.decimals, base.value, target.value)
  const stated = (of: string | null, figure: number | null): PercentReading => ({ as: 'stated', percent: percentOf(place, of, figure) })
  // 二标1万亩完成85%: how far that figure itself has come.
  if (place.behindFigure && /^已?(?:完成|完工)$/.test(words.trim()) && base && fits !== 'right') return { as: 'stage_rate' }
  const rate = rateIndicator(place, bases, all)
  if (place.behindOther && base && !rate && place.of === 1 && fits !== 'right')
    return NAMED_TARGET.test(words) ? stated(null, null) : { as: 'context', reason: 'share' }
  if (RATES_BY_OTHER_NAMES.pattern.test(words) && !rate && fits !== 'right') return { as: 'context', reason: 'share' }
  if (rate && fits !== 'right' && !NAMED_TARGET.test(words)) return attainedRate(place, bases, rate)
  if (OF_TARGET.pattern.test(words)) {
    const invested = INVESTED.test(words) || (place.behindMoney && base?.indicator.target?.measure !== '元')
    if (
      (invested && fits !== 'right') ||
      (fits !== 'right' && (PARTS_OF_WORK.pattern.test(words) || (/(?:完成|完工)$/.test(words) && words.length > 4)))
    )
      return { as: 'stage_rate' }
    if (OTHER_BASES.pattern.test(words) && fits !== 'right') return rate ? attainedRate(place, bases, rate) : stated(null, null)
    if (OVERALL.test(words) && fits !== 'right' && severalIndicators(place, bases)) return { as: 'context', reason: 'share' }
    return stated(base?.indicator.id ?? topicOf(place, all), base?.index ?? null)
  }
  if (rate) return attainedRate(place, bases, rate)
  if (INVESTED.test(words) && fits !== 'right') return { as: 'stage_rate' }
  if (base && (fits === 'right' || (fits === 'oneOff' && !STAGE_RATES.pattern.test(words)))) return stated(base.indicator.id, base.index)
  if (STAGE_RATES.pattern.test(words)) return { as: 'stage_rate' }
  if (base && BARE_RATES.pattern.test(words)) return stated(base.indicator.id, base.index)
  if (WORKS.pattern.test(words)) return { as: 'stage_rate' }
  return { as: 'context', reason: /占/.test(words) ? 'share' : 'no_indicator' }
}

function attainedRate(place: PercentPlace, bases: readonly PercentBase[], rate: NarrativeIndicator): PercentReading {
  const counted = bases.some((base) => base.sentence === place.sentence && base.indicator === rate)
  return { as: 'rate', indicator: rate, percent: percentOf(place, rate.id, null), attained: rate.target !== null && !counted }
}

const percentOf = (place: PercentPlace, of: string | null, figure: number | null): StatedPercent => ({
  raw: place.raw,
  start: place.start,
  end: place.end,
  value: place.value,
  decimals: place.decimals,
  of,
  figure,
})

/** The figure that a percentage rests on: in a list the one of the same place, else the last that counts, fitting ones first. */
function baseOf(place: PercentPlace, bases: readonly PercentBase[]): PercentBase | undefined {
  const before = bases.filter((base) => base.start < place.start && base.counts && base.sentence === place.sentence)
  const near =
    before.length > 0 ? before : bases.filter((base) => base.start < place.start && base.counts && base.sentence === place.sentence - 1)
  const tops = near.filter(({ part }) => !part)
  const listed = tops.length >= place.of ? tops : near
  if (place.of > 1 && listed.length >= place.of) return listed[listed.length - place.of + place.place]
  const last = near.at(-1)
  if (!last) return undefined
  const right = near.findLast((base) => {
    const target = base.indicator.target
    return base.indicator === last.indicator && target && judgePercent(place.value, place.decimals, base.value, target.value) === 'right'
  })
  return right ?? near.findLast((base) => base.indicator === last.indicator && !base.part) ?? last
}

const severalIndicators = (place: PercentPlace, bases: readonly PercentBase[]): boolean =>
  new Set(bases.filter((base) => base.sentence === place.sentence).map((base) => base.indicator)).size > 1
/** One rate over several indicators says nothing of each. */
const OVERALL = /整体|总体|综合|平均/

/** A list of percentages for the areas of one indicator: shares of the areas' own targets. */
const sameIndicator = (place: PercentPlace, bases: readonly PercentBase[]): boolean =>
  new Set(
    bases
      .filter((base) => base.start < place.start)
      .slice(-place.of)
      .map((base) => base.indicator),
  ).size === 1

/**
 * The indicator of kind percent that a percentage states: that of the figure just before it, else the one whose name the
 * words before it, or those of the clause before, speak of. A rate that goes by another name (不合格率 for 处置率) is none.
 */
function rateIndicator(place: PercentPlace, bases: readonly PercentBase[], all: readonly IndicatorWords[]): NarrativeIndicator | null {
  const last = bases.findLast((base) => base.sentence === place.sentence && base.start < place.start)
  const able = all.filter(({ indicator }) => indicator.kind === 'percent' && sameRate(place.pre, indicator.name))
  if (last?.indicator.kind === 'percent' && able.some(({ indicator }) => indicator === last.indicator)) return last.indicator
  for (const words of [place.pre, `${place.topic}${place.pre}`]) {
    let top: IndicatorWords | null = null
    let most = 0.9
    for (const each of able) {
      const weight = overlapOf(words, each)
      if (weight > most) [top, most] = [each, weight]
    }
    if (top) return top.indicator
    if (!RATE_LEADS.pattern.test(place.pre)) return null
  }
  return null
}

function sameRate(words: string, name: string): boolean {
  const [one, other] = [RATE_NAME.exec(words)?.[1], RATE_NAME.exec(name)?.[1]]
  return one === undefined || other === undefined || one === other
}
const RATE_NAME = /([\u4e00-\u9fa5]{2})率(?!.*率)/

function topicOf(place: PercentPlace, all: readonly IndicatorWords[]): string | null {
  const able = all.filter(({ indicator }) => indicator.target && indicator.kind === 'count')
  const named = able.filter((words) => overlapOf(place.pre, words) > 0.5)
  return (named[0] ?? (able.length === 1 ? able[0] : undefined))?.indicator.id ?? null
}

const NAMED_TARGET = /目标|任务|计划/
const INVESTED = /投资|资金|拨付|支付|概算/
