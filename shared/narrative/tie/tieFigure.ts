import { ACTS_LIKE_NOUNS, COUNTING_VERBS, OPEN_LEADS, REPORTING_BODIES, SUPPLEMENTS, VERBS_BEHIND } from '../lexicon/tieWords.ts'
import { isGeneralMeasure, measureKin } from '../words/measureKin.ts'
import { type IndicatorWords, overlapOf, sharesHead } from '../words/taskWords.ts'
import { objectWords } from '../words/wording.ts'

/** What a figure counts, as far as words and measure tell. */
export interface Tie {
  readonly words: IndicatorWords | null
  /** match: the words name the indicator's object; silent: no object is named; other: another one is. */
  readonly object: 'match' | 'silent' | 'other'
  /** The words name it by more than its last character. */
  readonly strong?: boolean
}

/** The words around a figure, the nearest apart from the further. */
export interface FigureWords {
  readonly measure: string | null
  readonly pre: string
  readonly post: string
  /** Earlier clauses of the sentence, the nearest first. */
  readonly topics: readonly string[]
  /** The indicator of the figure before, where it stands in the same paragraph. */
  readonly previous: IndicatorWords | null
  readonly areaName: string | null
  readonly value: number
  /** A rate stands just behind it. */
  readonly rateFollows: boolean
}

/**
 * Ties a figure to the indicator that it counts: by the noun behind it (12个小区), the words before it (新建公厕12座), then,
 * where neither names an object, by the sentence's topic, the figure before, and the measure alone.
 */
export function tieFigure(figure: FigureWords, all: readonly IndicatorWords[]): Tie {
  const kin = new Map(all.map((words) => [words, kinOf(figure, words)]))
  let able = all.filter((words) => (kin.get(words) ?? 0) > 0 && !contradicts(figure, words))
  able = byStage(figure.pre, able)
  const exact = able.some((words) => (kin.get(words) ?? 0) >= 2)
  if (exact) {
    const counts = able.filter((words) => words.indicator.kind !== 'percent')
    const most = Math.max(0, ...counts.map((words) => overlapOf(figure.pre, words)))
    able = able.filter((words) => words.indicator.kind !== 'percent' || overlapOf(figure.pre, words) > most)
    if (able.some((words) => words.indicator.kind === 'percent')) able = able.filter((words) => words.indicator.kind === 'percent')
  }
  if (able.length === 0) return { words: null, object: 'other' }
  const noun = nounBehind(figure.post)
  const behind = objectWords(noun)
  const best = (score: (words: IndicatorWords) => number): [IndicatorWords | null, number] => {
    let top: IndicatorWords | null = null
    let most = 0
    for (const words of able) {
      const weight = score(words)
      if (weight <= 0) continue
      const full = weight + 0.25 * (kin.get(words) ?? 0)
      if (full > most) [top, most] = [words, full]
    }
    return [top, most]
  }
  if (behind.length > 0) {
    const [named] = best((words) => {
      const own = overlapOf(noun, words)
      return own >= ENOUGH || sharesHead(behind.at(-1) ?? '', words) ? own * 2 + 0.1 + overlapOf(figure.pre, words) : 0
    })
    const strong = named !== null && overlapOf(noun, named) >= ENOUGH
    // 4家医院建成胸痛中心: the object follows the verb.
    const [done] = strong ? [null] : best((words) => (overlapOf(figure.post, words) >= 1 ? overlapOf(figure.post, words) : 0))
    if (done) return { words: done, object: 'match', strong: true }
    if (named && isClaimed(noun, named, all, able)) return { words: null, object: 'other' }
    return named && isPlausible(figure, named, overlapOf(noun, named))
      ? { words: named, object: 'match', strong }
      : { words: null, object: 'other' }
  }
  if (SUPPLEMENTS.pattern.test(figure.pre) && !able.some(({ words }) => words.includes('配套') || words.includes('附属')))
    return { words: null, object: 'other' }
  const before = objectWords(figure.pre)
  const [led] = best((words) => {
    const own = overlapOf(figure.pre, words) + (PER_HEAD.test(words.words) ? 1 : 0)
    return own >= ENOUGH ? own + topicWeight(figure, words) * 0.3 + rareChars(figure.pre, words, all) * 0.1 : 0
  })
  if (led && isClaimed(figure.pre, led, all, able)) return { words: null, object: 'other' }
  if (led) return { words: led, object: 'match', strong: true }
  const last = before.at(-1)
  if (last !== undefined && !REPORTING_BODIES.pattern.test(last)) {
    const near = figure.pre
      .replace(QUOTES, '')
      .trimEnd()
      .replace(OPEN_LEADS.pattern, '')
      .replace(ACTS_LIKE_NOUNS.pattern, '')
      .endsWith(last)
    const [headed] = best((words) => (sharesHead(last, words) ? 0.2 + topicWeight(figure, words) : 0))
    if (near && headed && isPlausible(figure, headed, 0)) return { words: headed, object: 'match' }
    if (isGeneralMeasure(figure.measure) && !ITEMS.test(figure.pre) && (near || last.length > 2)) return { words: null, object: 'other' }
    if (near && !able.some((words) => kin.get(words) === 3)) return { words: null, object: 'other' }
  }
  const nearestKin = Math.max(...able.map((words) => kin.get(words) ?? 0))
  for (const topic of figure.topics) {
    const [meant] = best((words) =>
      (kin.get(words) ?? 0) > nearestKin - 2 && overlapOf(topic, words) >= ENOUGH ? overlapOf(topic, words) : 0,
    )
    if (
      meant &&
      isClaimed(
        topic,
        meant,
        all.filter(({ indicator }) => indicator.target !== null),
        able,
      )
    )
      return { words: null, object: 'other' }
    if (meant) return { words: meant, object: 'silent' }
  }
  const again = figure.previous && (kin.get(figure.previous) ?? 0) > 0 ? figure.previous : null
  const [nearest] = best((words) => (kin.get(words) ?? 0) + (words === again ? 0.5 : 0))
  return { words: nearest, object: 'silent' }
}

/** 累计开工451台、完工311台, where one indicator counts starting and another finishing: each figure its own. */
function byStage(pre: string, able: readonly IndicatorWords[]): IndicatorWords[] {
  const own = STAGED.findIndex((pattern) => pattern.test(pre))
  const named = (words: IndicatorWords) => STAGED.findIndex((pattern) => pattern.test(words.indicator.name))
  return own < 0 || !able.some((words) => named(words) === own) ? [...able] : able.filter((words) => [own, -1].includes(named(words)))
}
const STAGED = [/基本(?:建成|完工)/, /竣工|完工|建成/, /开工/]

function topicWeight(figure: FigureWords, words: IndicatorWords): number {
  const [nearest = ''] = figure.topics
  return overlapOf(nearest, words)
}

function kinOf(figure: FigureWords, words: IndicatorWords): number {
  const { indicator } = words
  if (indicator.kind === 'narrative') return 0
  // 产前超声筛查4405例，筛查率71.36%: the numerator of an indicator that is a rate.
  if (indicator.kind === 'percent')
    return figure.rateFollows &&
      !indicator.target &&
      isGeneralMeasure(figure.measure) &&
      figure.measure !== null &&
      shareOf(figure.pre, words) >= 0.4
      ? 0.5
      : 0
  if (!indicator.target) return 0
  if (indicator.target.value === 0 && !/[无未缺清零]/.test(`${figure.pre}${figure.topics[0] ?? ''}`)) return 0
  const kin = measureKin(figure.measure, indicator.target.measure)
  if (kin > 0) return indicator.kind === 'milestone' ? kin - 0.5 : kin
  const headed = figure.measure === null ? measureOfHeading(figure.pre, indicator.target.measure) : 0
  if (headed > 0) return headed
  if (figure.measure === null) return COUNTING_VERBS.pattern.test(figure.pre) ? 0.5 : 0
  // Papers that stand for people (档案1866份), where the words name the indicator's own act.
  const people = measureKin('人', indicator.target.measure) > 0
  return people && PAPERS.has(figure.measure) && (shareOf(figure.pre, words) >= 0.6 || paperOf(figure.pre, words)) ? 0.5 : 0
}

/** Of a bare number: how near the measure is that its words end in (完成场次 31, 完成户数（户） 120). */
function measureOfHeading(pre: string, measure: string): number {
  const words = pre.trimEnd().replace(/[）)]$/, '')
  const able = [1, 2, 3].map((length) => measureKin(words.slice(-length), measure))
  return Math.max(...able) >= 2 && /完成|建成|开工|完工|竣工|投用/.test(pre) ? Math.max(...able) : 0
}

/** The paper itself (档案) is what the indicator speaks of, whatever stands before it: 同步建立电子档案31586份, 建档3.55万份. */
function paperOf(pre: string, { words }: IndicatorWords): boolean {
  const noun = objectWords(pre.replace(/建档$/, '档案')).at(-1)
  return noun !== undefined && words.includes(noun.slice(-2)) && pre.trimEnd().replace(/建档$/, '档案').endsWith(noun)
}

/** The share of a phrase's own words that an indicator's name holds. */
function shareOf(phrase: string, words: IndicatorWords): number {
  const own = objectWords(phrase).join(' ')
  const pairs = own.split(' ').reduce((sum, chunk) => sum + Math.max(chunk.length - 1, 0), 0)
  return pairs < 3 ? 0 : overlapOf(own, { ...words, pairs: new Map([...words.pairs.keys()].map((pair) => [pair, 1])) }) / pairs
}

/** The words speak much more of an indicator that this measure cannot count: its base, or things around it. */
function isClaimed(phrase: string, named: IndicatorWords, all: readonly IndicatorWords[], able: readonly IndicatorWords[]): boolean {
  const own = overlapOf(phrase, named)
  return all.some((words) => !able.includes(words) && words.indicator.kind !== 'narrative' && overlapOf(phrase, words) > own * 1.5 + 0.5)
}

/** A figure many times the target is another thing's, unless the words name the object outright. */
const isPlausible = (figure: FigureWords, { indicator }: IndicatorWords, overlap: number): boolean =>
  overlap >= ENOUGH || !indicator.target || figure.value <= indicator.target.value * 10

/** Characters of a phrase that only this indicator's words hold (孕优 of 孕前优生). */
const rareChars = (phrase: string, words: IndicatorWords, all: readonly IndicatorWords[]): number =>
  [...new Set(phrase)].filter((char) => words.chars.has(char) && all.every((other) => other === words || !other.chars.has(char))).length

/** What directly follows a figure as a noun, up to the first verb or adverb. */
const nounBehind = (post: string): string => (/^[\s、]/.test(post) ? '' : (post.split(VERBS_BEHIND.pattern, 1)[0] ?? '').slice(0, 24))

/** Another area's figure, one of the country for a promise to the city, or an amount that no standard can be. */
function contradicts(figure: FigureWords, { indicator, area, words }: IndicatorWords): boolean {
  if (
    area !== null &&
    figure.areaName !== null &&
    !/(?:街道|办事处|[镇乡])$/.test(figure.areaName) &&
    figure.areaName !== area &&
    !figure.areaName.includes(area)
  )
    return true
  if (OPPOSITES.some(([one, other]) => one.test(words) && !other.test(words) && other.test(figure.pre) && !one.test(figure.pre)))
    return true
  if (PER_HEAD.test(words) && !PER_HEAD.test(figure.pre) && figure.measure !== '元') return true
  return figure.measure === '元' && indicator.target !== null && figure.value > indicator.target.value * 20
}

const PER_HEAD = /每(?:千|万|百|十万)/
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/城市|城镇|城区/, /农村|乡村/],
  [/农村|乡村/, /城市|城镇|城区/],
]
const ENOUGH = 0.45
const PAPERS = new Set(['份', '例', '件', '张', '本'])
const QUOTES = /[“”"'‘’「」『』]/g
const ITEMS = /[、“”]|等$/
