import { ACTS_LIKE_NOUNS, HELD_BESIDE, OPEN_LEADS, REPORTING_BODIES, SUPPLEMENTS, VERBS_BEHIND } from '../lexicon/nounWords.ts'
import { CLOSENESS, isGeneralMeasure } from '../words/measureCloseness.ts'
import { type IndicatorWords, overlapOf, sharesHead } from '../words/taskWords.ts'
import { objectWords } from '../words/wording.ts'
import { type AbleIndicator, ableIndicators, PER_HEAD } from './ableIndicators.ts'
import type { FigureWords, Tie } from './figureWords.ts'

/** A figure with the indicators that it can count for and the objects that its words name. */
interface FigureToTie {
  readonly figure: FigureWords
  readonly all: readonly IndicatorWords[]
  readonly able: readonly AbleIndicator[]
  /** The noun behind it (个小区 of 12个小区已开工) and the objects that it names. */
  readonly noun: string
  readonly namedBehind: readonly string[]
}

type TieRule = (figure: FigureToTie) => Tie | undefined

/** Where the words nearest to the figure name an object, they decide, else those further away; the first rule that answers. */
const TIE_RULES: readonly TieRule[] = [
  countableByNone,
  byNounBehind,
  ofThingBeside,
  byWordsBefore,
  byLastNounBefore,
  byEarlierClause,
  byRow,
  byMeasureAlone,
]

/**
 * Ties a figure to the indicator that it counts: by the noun behind it (12个小区), the words before it (新建公厕12座), then,
 * where neither names an object, by the sentence's topic, the figure before, and the measure alone.
 */
export function tieFigure(figure: FigureWords, all: readonly IndicatorWords[]): Tie {
  const noun = nounBehind(figure.post)
  const toTie = { figure, all, able: ableIndicators(figure, all), noun, namedBehind: objectWords(noun) }
  for (const rule of TIE_RULES) {
    const tie = rule(toTie)
    if (tie) return settledByRow(tie, figure)
  }
  return OTHER
}

/** 宫颈癌筛查4.4万人 | 累计筛查30120人: of the indicators that the words fit alike the only one that the row names. */
function settledByRow(tie: Tie, { about }: FigureWords): Tie {
  const [own, ...others] = (tie.open ?? []).filter(({ indicator }) => about.includes(indicator.id))
  if (!own || others.length > 0) return tie
  const { open: _, ...rest } = tie
  return { ...rest, words: own }
}

const OTHER: Tie = { words: null, object: 'other' }
const matched = (best: Best, strong: boolean): Tie => ({ ...tieTo(best), object: 'match', strong })
const unnamed = (best: Best | null): Tie => ({ ...tieTo(best), object: 'unnamed' })
/** Of several that are equally near none is taken. */
const tieTo = (best: Best | null): Pick<Tie, 'words' | 'open'> =>
  best && best.rivals.length > 0 ? { words: null, open: [best.words, ...best.rivals] } : { words: best?.words ?? null }

/** The indicator of the highest weight, and others that weigh exactly as much and are called no longer. */
interface Best {
  readonly words: IndicatorWords
  readonly rivals: readonly IndicatorWords[]
}

/** 486万元, where no indicator is of money. */
function countableByNone({ able }: FigureToTie) {
  return able.length === 0 ? OTHER : undefined
}

/** 12个小区, 4家医院建成胸痛中心: a noun behind the figure is its object, or the verb's object is. */
function byNounBehind(toTie: FigureToTie) {
  const { figure, all, able, noun, namedBehind } = toTie
  if (namedBehind.length === 0) return undefined
  const named = best(toTie, (words) => {
    const own = overlapOf(noun, words)
    const isNamed = own >= ENOUGH || sharesHead(namedBehind.at(-1) ?? '', words)
    return isNamed ? own * NOUN_BEFORE_WORDS + HEAD_ONLY + overlapOf(figure.pre, words) : 0
  })
  const strong = named !== null && overlapOf(noun, named.words) >= ENOUGH
  const objectOfVerb = strong ? null : best(toTie, (words) => atLeast(WHOLE_PAIR, overlapOf(figure.post, words)))
  if (objectOfVerb) return matched(objectOfVerb, true)
  if (!named || isClaimed(noun, named.words, all, able) || !isPlausible(figure, named.words, overlapOf(noun, named.words))) return OTHER
  return matched(named, strong)
}

/** 5G基站配套设施1100个 is not 5G基站, 线上直播9场 no 演出, unless an indicator is about it. */
function ofThingBeside({ figure: { pre }, able }: FigureToTie) {
  const isOwn = (act: string) => able.some(({ words: { words } }) => words.includes(act))
  // 戏曲演出和讲座246场 names the object as well
  const isNamed = able.some(({ words }) => overlapOf(pre, words) >= ENOUGH)
  const act = isNamed ? undefined : HELD_BESIDE.pattern.exec(pre)?.[0].slice(0, 2)
  const isSupplement = SUPPLEMENTS.pattern.test(pre) && !isOwn('配套') && !isOwn('附属')
  return isSupplement || (act !== undefined && !isOwn(act)) ? OTHER : undefined
}

/** 新建公厕12座 */
function byWordsBefore(toTie: FigureToTie) {
  const { figure, all, able } = toTie
  const led = best(toTie, (words) => {
    const own = overlapOf(figure.pre, words) + (PER_HEAD.test(words.words) ? PER_HEAD_NAMED : 0)
    if (own < ENOUGH) return 0
    return own + overlapOf(figure.topics[0] ?? '', words) * TOPIC + rareChars(figure.pre, words, all) * RARE_CHARACTER
  })
  if (!led) return undefined
  return isClaimed(figure.pre, led.words, all, able) ? OTHER : matched(led, true)
}

/** 加油站12座: the last noun before the figure has the head of the indicator's object, or names something else. */
function byLastNounBefore(toTie: FigureToTie) {
  const { figure, able } = toTie
  const last = objectWords(figure.pre).at(-1)
  if (last === undefined || REPORTING_BODIES.pattern.test(last)) return undefined
  const near = withoutLead(figure.pre).endsWith(last)
  const headed = best(toTie, (words) => (sharesHead(last, words) ? HEAD + overlapOf(figure.topics[0] ?? '', words) : 0))
  if (near && headed && isPlausible(figure, headed.words, 0)) return matched(headed, false)
  const listed = ITEMS.test(figure.pre)
  if (isGeneralMeasure(figure.measure) && !listed && (near || last.length > 2)) return OTHER
  return near && !able.some(({ closeness }) => closeness === CLOSENESS.sameWord) ? OTHER : undefined
}

/** 公厕建设方面，已完工12座: the nearest clause of the sentence that is about an indicator. */
function byEarlierClause(toTie: FigureToTie) {
  const { figure, all, able } = toTie
  const closest = Math.max(...able.map(({ closeness }) => closeness))
  const close = able.filter(({ closeness }) => closeness > closest - FARTHER)
  const promised = all.filter(({ indicator }) => indicator.target !== null)
  for (const topic of figure.topics) {
    const meant = best({ ...toTie, able: close }, (words) => atLeast(ENOUGH, overlapOf(topic, words)))
    if (meant) return isClaimed(topic, meant.words, promised, able) ? OTHER : unnamed(meant)
  }
  return undefined
}

/** 新建燃气管道10公里 | 完成8.6公里: the indicators that the row names; a figure that can be of none of them is of none at all. */
function byRow({ figure, all, able }: FigureToTie) {
  const isNamed = ({ indicator }: IndicatorWords) => figure.about.includes(indicator.id)
  if (!all.some(isNamed) || all.every(isNamed)) return undefined
  const own = able.filter(({ words }) => isNamed(words))
  return own.length > 0 ? unnamed(closest(own, figure)) : OTHER
}

/** 已完工12座: the indicator of the closest measure, of two that of the figure before. */
function byMeasureAlone({ figure, able }: FigureToTie) {
  return unnamed(closest(able, figure))
}

const closest = (able: readonly AbleIndicator[], figure: FigureWords): Best | null =>
  bestOf(
    able,
    ({ words, closeness }) => closeness + (words === figure.previous ? SAME_AS_BEFORE : 0),
    (tied) => withinTarget(tied, figure),
  )

const atLeast = (least: number, weight: number): number => (weight >= least ? weight : 0)

/** The able indicator of the highest weight above 0; the closer measure decides between near ones. */
const best = ({ able, figure }: FigureToTie, weightOf: (words: IndicatorWords) => number): Best | null =>
  bestOf(
    able,
    ({ words }) => weightOf(words),
    (tied) => shortest(withinTarget(tied, figure)),
  )

type Narrow = (tied: readonly IndicatorWords[]) => readonly IndicatorWords[]

function bestOf(able: readonly AbleIndicator[], weightOf: (each: AbleIndicator) => number, narrow: Narrow): Best | null {
  let top: readonly IndicatorWords[] = []
  let most = 0
  for (const each of able) {
    const weight = weightOf(each)
    if (weight <= 0) continue
    const full = weight + CLOSER_MEASURE * each.closeness
    if (full > most + NEARLY) [top, most] = [[each.words], full]
    else if (full > most - NEARLY) top = [...top, each.words]
  }
  const [words, ...rivals] = top.length > 1 ? narrow(top) : top
  return words ? { words, rivals } : null
}

/** Of 350户 and 120户 promised, 298户 is of the first: the indicators whose target is not far exceeded, where there are any. */
function withinTarget(tied: readonly IndicatorWords[], { value }: FigureWords): readonly IndicatorWords[] {
  const within = tied.filter(({ indicator }) => value <= (indicator.target?.value ?? 0) * MOST_EXCEEDED)
  return within.length > 0 ? within : tied
}

/** 停车位 is 新增停车位 rather than 新增公共停车位: the indicators of the shortest name. */
function shortest(tied: readonly IndicatorWords[]): readonly IndicatorWords[] {
  const length = Math.min(...tied.map(({ pairs }) => pairs.size))
  return tied.filter(({ pairs }) => pairs.size === length)
}

/** The words are much more about an indicator that this measure cannot count: its base, or things around it. */
function isClaimed(phrase: string, named: IndicatorWords, all: readonly IndicatorWords[], able: readonly AbleIndicator[]): boolean {
  const own = overlapOf(phrase, named)
  const others = all.filter((words) => words.indicator.kind !== 'narrative' && !able.some((each) => each.words === words))
  return others.some((words) => overlapOf(phrase, words) > own * MUCH_MORE + HALF_A_PAIR)
}

/** A figure many times the target is another thing's, unless the words name the object outright. */
const isPlausible = (figure: FigureWords, { indicator }: IndicatorWords, overlap: number): boolean =>
  overlap >= ENOUGH || !indicator.target || figure.value <= indicator.target.value * MOST_TIMES_THE_TARGET

/** How many characters of a phrase only this indicator's words hold (孕优 of 孕前优生). */
const rareChars = (phrase: string, words: IndicatorWords, all: readonly IndicatorWords[]): number =>
  [...new Set(phrase)].filter((char) => words.chars.has(char) && all.every((other) => other === words || !other.chars.has(char))).length

/** What directly follows a figure as a noun, up to the first verb or adverb. */
const nounBehind = (post: string): string =>
  /^[\s、]/.test(post) ? '' : (post.split(VERBS_BEHIND.pattern, 1)[0] ?? '').slice(0, LONGEST_NOUN)

/** The words before a figure without what leads up to it: 危桥 of 危桥改造共计. */
const withoutLead = (pre: string): string =>
  pre.replace(QUOTES, '').trimEnd().replace(OPEN_LEADS.pattern, '').replace(ACTS_LIKE_NOUNS.pattern, '')

const QUOTES = /[“”"'‘’「」『』]/g
/** Names of single things: 光明路、人民路等2条. */
const ITEMS = /[、“”]|等$/
const LONGEST_NOUN = 24

// Weights are sums of pairs of characters: one that only this indicator has counts 1, one shared with others less, a
// general one (建设, 完成) a tenth.

/** Nearly half a pair, so that one pair shared by four indicators names an object, and four general ones do not. */
const ENOUGH = 0.45
const WHOLE_PAIR = 1
const HALF_A_PAIR = 0.5
/** The noun behind a figure is nearer to it than the words before. */
const NOUN_BEFORE_WORDS = 2
/** A head alone (站) names an object, but anything more does so better. */
const HEAD_ONLY = 0.1
const HEAD = 0.2
/** The clause before helps to choose between indicators that the words name alike. */
const TOPIC = 0.3
const RARE_CHARACTER = 0.1
/** 每千人口 is written out where it is meant, so that it names its indicator. */
const PER_HEAD_NAMED = 1
/** Decides between indicators whose words fit nearly alike; less than a pair of characters for one step of closeness. */
const CLOSER_MEASURE = 0.25
/** A text goes on with its subject rather than change it without a word. */
const SAME_AS_BEFORE = 0.5
/** Where two indicators fit alike, a figure twice a target is not its. */
const MOST_EXCEEDED = 2
/** Sums of the same weights in another order. */
const NEARLY = 1e-9
/** Another indicator has to be named clearly better to claim a figure that its measure cannot count. */
const MUCH_MORE = 1.5
/** An indicator that much farther by its measure than the closest is not meant by a clause before. */
const FARTHER = 2
/** Targets are exceeded, but not tenfold. */
const MOST_TIMES_THE_TARGET = 10
