import {
  BARE_RATES,
  CHANGES,
  OF_TARGET,
  OTHER_BASES,
  PARTS_OF_WORK,
  RATES_BY_OTHER_NAMES,
  STAGE_RATES,
  WORKS,
} from '../lexicon/percentWords.ts'
import { TARGET_QUALIFIERS } from '../lexicon/planWords.ts'
import type { NarrativeIndicator, RoleReason, StatedPercent } from '../words/claims.ts'
import { type IndicatorWords, mostOverlapping, overlapOf } from '../words/taskWords.ts'
import { objectWords } from '../words/wording.ts'
import { allOfOneIndicator, baseOf, fitOf, severalIndicators } from './baseOf.ts'
import type { PercentBase, PercentPlace, PercentReading } from './percentPlace.ts'
import { rateIndicator } from './rateIndicator.ts'

/** A percentage with all that the rules ask about it. */
interface PercentInText {
  readonly place: PercentPlace
  readonly bases: readonly PercentBase[]
  readonly all: readonly IndicatorWords[]
  /** The figure that it rests on. */
  readonly base: PercentBase | undefined
  /** It is the percentage of that figure's target: then that is what it states, whatever it is called (开工率, 总体进度). */
  readonly fits: boolean
  /** The indicator of kind percent whose rate it may state. */
  readonly rate: NarrativeIndicator | null
}

type PercentRule = (percent: PercentInText) => PercentReading | undefined

/** What a percentage states, the special before the general; the first rule that answers decides. */
const PERCENT_RULES: readonly PercentRule[] = [
  ofClauseLeftOut,
  beforeTheTargetItIsOf,
  ofTheFigureBefore,
  changeOrComparison,
  ofEachPartInList,
  progressOfFigureBefore,
  ofFigureThatCountsOtherThings,
  rateByAnotherName,
  rateOfIndicator,
  ofMoneyInTargetWords,
  ofPartOfWorkInTargetWords,
  ofAnotherBaseInTargetWords,
  ofSeveralIndicatorsTogether,
  ofTarget,
  rateOfIndicatorInTargetWords,
  ofMoney,
  fittingItsFigure,
  rateOfStage,
  bareRateBehindFigure,
  ofNamedObject,
  ofWork,
]

/**
 * What a percentage states: how much of a target is done, the rate that an indicator is about, a rate of starting,
 * finishing or investing, or a comparison.
 */
export function readPercent(place: PercentPlace, bases: readonly PercentBase[], all: readonly IndicatorWords[]): PercentReading {
  const base = baseOf(place, bases)
  const fits = base !== undefined && fitOf(place, base) === 'right'
  const percent = { place, bases, all, base, fits, rate: rateIndicator(place, bases, all) }
  for (const rule of PERCENT_RULES) {
    const reading = rule(percent)
    if (reading) return reading
  }
  return contextOf(/占/.test(place.pre) ? 'share' : 'no_indicator')
}

const STAGE_RATE: PercentReading = { as: 'stage_rate' }
const contextOf = (reason: RoleReason): PercentReading => ({ as: 'context', reason })

/** 去年完成率95%; a row of one area in a pasted table. */
function ofClauseLeftOut({ place }: PercentInText) {
  return place.left ? contextOf(place.left) : undefined
}

/** 55%的年度目标: the target again. */
function beforeTheTargetItIsOf({ place }: PercentInText) {
  return THE_TARGET.test(place.post) ? contextOf('restated_target') : undefined
}

/** 占任务1500户的84%: of the figure before it, which is either the target or another whole. */
function ofTheFigureBefore({ place, base }: PercentInText) {
  if (!place.behindFigure || !/^的?$/.test(place.pre.trim())) return undefined
  const isTarget = place.whole !== null && place.whole === base?.indicator.target?.value
  return base && isTarget ? stated(place, base) : contextOf('share')
}

/** 同比增长12%, 增长12%, 12个百分点 */
function changeOrComparison({ place }: PercentInText) {
  return CHANGES.pattern.test(place.pre) || /^[^，。；]{0,2}(?:的?增长|个百分点)/.test(place.post) ? contextOf('comparison') : undefined
}

/** 灵宝市、卢氏县完成率分别为80%、75%: each of an area's own target. */
function ofEachPartInList({ place, bases, base }: PercentInText) {
  return base?.part && place.of > 1 && allOfOneIndicator(place, bases) ? contextOf('share') : undefined
}

/** 二标1万亩完成85%: how far that figure itself has come. */
function progressOfFigureBefore({ place, base, fits }: PercentInText) {
  return place.behindFigure && base && !fits && /^已?(?:完成|完工)$/.test(place.pre.trim()) ? STAGE_RATE : undefined
}

/** 建成25座，摸排旱厕30座，占85%: of another thing; where the target is named, of a target that no figure here counts for. */
function ofFigureThatCountsOtherThings({ place, base, fits, rate }: PercentInText) {
  if (!place.behindOther || !base || rate || place.of > 1 || fits) return undefined
  return NAMES_TARGET.test(place.pre) ? stated(place, null) : contextOf('share')
}

/** 群众满意率达98% */
function rateByAnotherName({ place, fits, rate }: PercentInText) {
  return RATES_BY_OTHER_NAMES.pattern.test(place.pre) && !rate && !fits ? contextOf('share') : undefined
}

/** 宫颈癌筛查率71%, where the indicator is that rate */
function rateOfIndicator({ place, bases, fits, rate }: PercentInText) {
  return rate && !fits && !NAMES_TARGET.test(place.pre) ? attained(place, bases, rate) : undefined
}

/** 完成投资的62%, 投资486万元，完成62% */
function ofMoneyInTargetWords({ place, base, fits }: PercentInText) {
  if (!OF_TARGET.pattern.test(place.pre) || fits) return undefined
  const invested = INVESTED.test(place.pre) || (place.behindMoney && base?.indicator.target?.measure !== '元')
  return invested ? STAGE_RATE : undefined
}

/** 主体工程完成80%, 管网铺设完成60% */
function ofPartOfWorkInTargetWords({ place, fits }: PercentInText) {
  if (!OF_TARGET.pattern.test(place.pre) || fits) return undefined
  const namesWork = /(?:完成|完工)$/.test(place.pre) && place.pre.length > LONGEST_BARE_VERB
  return PARTS_OF_WORK.pattern.test(place.pre) || namesWork ? STAGE_RATE : undefined
}

/** 占应筛查人数的71% */
function ofAnotherBaseInTargetWords({ place, bases, fits, rate }: PercentInText) {
  if (!OF_TARGET.pattern.test(place.pre) || !OTHER_BASES.pattern.test(place.pre) || fits) return undefined
  return rate ? attained(place, bases, rate) : stated(place, null)
}

/** 总体完成率78% over several indicators says nothing of each. */
function ofSeveralIndicatorsTogether({ place, bases, fits }: PercentInText) {
  const overall = OF_TARGET.pattern.test(place.pre) && OVERALL.test(place.pre)
  return overall && !fits && severalIndicators(place, bases) ? contextOf('share') : undefined
}

/** 完成年度目标的84% */
function ofTarget({ place, base, all }: PercentInText) {
  if (!OF_TARGET.pattern.test(place.pre)) return undefined
  return stated(place, base ?? { indicator: indicatorNamed(place, all), index: null })
}

/** 完成筛查率目标的71%, where the figure fits a target but an indicator of that rate is named */
function rateOfIndicatorInTargetWords({ place, bases, rate }: PercentInText) {
  return rate ? attained(place, bases, rate) : undefined
}

/** 资金支付进度62% */
function ofMoney({ place, fits }: PercentInText) {
  return INVESTED.test(place.pre) && !fits ? STAGE_RATE : undefined
}

/** 开工率84%, where the figure before it is 84 % of its target; nearly so only where no stage is named */
function fittingItsFigure({ place, base, fits }: PercentInText) {
  if (!base) return undefined
  const nearly = fitOf(place, base) === 'oneOff' && !STAGE_RATES.pattern.test(place.pre)
  return fits || nearly ? stated(place, base) : undefined
}

/** 开工率100%, 形象进度60% */
function rateOfStage({ place }: PercentInText) {
  return STAGE_RATES.pattern.test(place.pre) ? STAGE_RATE : undefined
}

/** 建成12座，占比40% */
function bareRateBehindFigure({ place, base }: PercentInText) {
  return base && BARE_RATES.pattern.test(place.pre) ? stated(place, base) : undefined
}

/** 供热管网85%，换热站60%: an object alone, and its percentage. */
function ofNamedObject({ place, all }: PercentInText) {
  const object = place.pre.trim()
  if (place.behindFigure || !/^[\u4e00-\u9fa5]+$/.test(object) || NOT_OBJECT_ALONE.test(object)) return undefined
  const named = mostOverlapping(object, all, ONE_PAIR)
  return named?.indicator.kind === 'count' && named.indicator.target && objectWords(object).join('') === object
    ? stated(place, { indicator: named.indicator, index: null })
    : undefined
}

/** 管道安装60% */
function ofWork({ place }: PercentInText) {
  return WORKS.pattern.test(place.pre) ? STAGE_RATE : undefined
}

/** A percentage of a target: of the figure's, of an indicator's without a figure, or of one that is not known. */
function stated(
  place: PercentPlace,
  base: { readonly indicator: { readonly id: string } | null; readonly index: number | null } | null,
): PercentReading {
  return { as: 'stated', percent: percentOf(place, base?.indicator?.id ?? null, base?.index ?? null) }
}

/** The rate of an indicator; it is attained unless figures of the sentence already count for it. */
function attained(place: PercentPlace, bases: readonly PercentBase[], rate: NarrativeIndicator): PercentReading {
  const counted = bases.some((base) => base.sentence === place.sentence && base.indicator === rate)
  return { as: 'rate', indicator: rate, percent: percentOf(place, rate.id, null), attained: rate.target !== null && !counted }
}

const percentOf = ({ raw, start, end, value, decimals }: PercentPlace, of: string | null, figure: number | null): StatedPercent => ({
  raw,
  start,
  end,
  value,
  decimals,
  of,
  figure,
})

/** The counted indicator that the words before a percentage name, or the only one that there is. */
function indicatorNamed(place: PercentPlace, all: readonly IndicatorWords[]): NarrativeIndicator | null {
  const able = all.filter(({ indicator }) => indicator.target && indicator.kind === 'count')
  const named = able.find((words) => overlapOf(place.pre, words) > NAMED)
  return (named ?? (able.length === 1 ? able[0] : undefined))?.indicator ?? null
}

/** 已经完成: longer words before a percentage name a work as well. */
const LONGEST_BARE_VERB = 4
/** More than a pair of characters that four indicators have in common. */
const NAMED = 0.5
/** Words of a share, a rate or a work next to the object. */
const NOT_OBJECT_ALONE = /其中|占|率|比/
/** Most of a pair of characters that no other indicator has. */
const ONE_PAIR = 0.9
const THE_TARGET = new RegExp(`^的${TARGET_QUALIFIERS.source}?(?:工作)?(?:目标|任务|计划)`)
const NAMES_TARGET = /目标|任务|计划/
const OVERALL = /整体|总体|综合|平均/
const INVESTED = /投资|资金|拨付|支付|概算/
