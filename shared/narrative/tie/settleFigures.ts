import { ACTS_IN_NAMES, STAGE_VERBS, THING_MEASURES } from '../lexicon/tieWords.ts'
import { CUMULATIVE, OF_ONE_MONTH, THIS_PERIOD } from '../lexicon/timeWords.ts'
import type { RoleReason } from '../words/claims.ts'
import { CLOSENESS, isGeneralMeasure, isSameMeasure, measureCloseness } from '../words/measureCloseness.ts'
import { type IndicatorWords, overlapOf } from '../words/taskWords.ts'
import { objectWords } from '../words/wording.ts'
import type { CountedFigure } from './readingState.ts'

/**
 * Decides between several figures of one indicator: this month's increment is context where a cumulative figure stands
 * too; a standing total (全市累计1.86万个) is context where this year's own figure stands beside it and it exceeds both that
 * and the target; another noun (停车场8个) is context where the indicator's own (泊位2150个) is counted too.
 */
export function settleFigures(figures: readonly CountedFigure[], all: readonly IndicatorWords[]): CountedFigure[] {
  const left = new Map<CountedFigure, RoleReason>()
  const back = new Map<CountedFigure, IndicatorWords>()
  for (const words of all) {
    const { indicator } = words
    const own = figures.filter((figure) => figure.indicator === indicator.id && figure.role === 'progress')
    if (own.length === 0 || own.every(({ object }) => object === 'unnamed')) rescue(figures, words, back, own[0])
    if (own.length < 2) continue
    const whole = own.reduce((most, figure) => (CUMULATIVE.pattern.test(figure.pre) ? Math.max(most, figure.value ?? 0) : most), -1)
    const increments = own.filter(
      (figure) =>
        !/累计/.test(figure.pre) &&
        (THIS_PERIOD.pattern.test(figure.pre) ||
          (OF_ONE_MONTH.pattern.test(figure.pre) && !/共/.test(figure.pre) && (figure.value ?? 0) < whole)),
    )
    for (const figure of goingOn(figures, increments)) increments.push(figure)
    const months = new Set(increments)
    const others = own.filter((figure) => !months.has(figure))
    if (others.length > 0) for (const figure of increments) left.set(figure, 'increment')
    for (const figure of looseOnes(others, words)) left.set(figure, 'other_measure')
    for (const figure of rivals(others, words)) left.set(figure, 'other_object')
    const head = headNoun(indicator.name)
    const heads = indicator.name
      .split(/[（）()、和及与]/)
      .map(headNoun)
      .filter((each) => each.length === 2)
    const named = others.filter((figure) => figure.noun.includes(head))
    for (const figure of named.length > 0 ? others : []) {
      const another =
        figure.object === 'match' &&
        figure.noun !== '' &&
        !heads.some((other) => figure.noun.includes(other)) &&
        !figure.noun.includes(head) &&
        !named.includes(figure) &&
        !/、(?!.*等[^、]{1,8}$)/.test(figure.pre.slice(-10))
      if (another && isGeneralMeasure(figure.measure) && measureCloseness('人', figure.measure ?? '') === CLOSENESS.different)
        left.set(figure, 'other_object')
    }
    const target = indicator.target?.value ?? 0
    for (const figure of others.slice(0, MANY)) {
      if ((figure.value ?? 0) <= target) continue
      const standing = STANDING.test(figure.pre)
      const year = others.slice(0, MANY).find((other) => {
        if (other === figure || (other.value ?? 0) >= (figure.value ?? 0)) return false
        return standing ? THIS_YEAR.test(other.pre) || other.start < figure.start : /今年|本年|年内/.test(other.pre)
      })
      if (year && !STANDING.test(year.pre)) left.set(figure, 'stock')
    }
  }
  return figures.map((figure) => {
    const reason = left.get(figure)
    const words = back.get(figure)
    if (words) return { ...figure, role: 'progress', reason: 'counts_object', indicator: words.indicator.id, words }
    return reason ? { ...figure, role: 'context', reason, indicator: null } : figure
  })
}

/**
 * An indicator without any figure, and a figure of its measure that was built or finished under a name that the register
 * does not use (长者饭堂 for 助餐服务点): it counts, with its parts.
 */
function rescue(
  figures: readonly CountedFigure[],
  words: IndicatorWords,
  back: Map<CountedFigure, IndicatorWords>,
  sibling: CountedFigure | undefined,
): void {
  const { target, kind } = words.indicator
  if (!target || kind !== 'count' || target.value === 0 || words.area !== null) return
  const fits = (figure: CountedFigure) =>
    figure.reason === 'other_object' &&
    !back.has(figure) &&
    isSameMeasure(figure.measure, target.measure) &&
    (figure.value ?? 0) <= target.value * 2
  const staged = (figure: CountedFigure) => figure.progressStage !== null && figure.progressStage !== 'accepted'
  const near = (figure: CountedFigure) =>
    !sibling || (figure.measure === sibling.measure && Math.abs(figure.clause - sibling.clause) <= 3 && figure.pre !== '')
  const first = figures.findIndex((figure) => fits(figure) && staged(figure) && near(figure))
  for (let i = first; i >= 0 && i < figures.length; i++) {
    const figure = figures[i]
    if (!figure || !fits(figure) || !near(figure) || (i > first && figure.partOf !== 'total' && !(sibling && staged(figure)))) {
      if (sibling && i - first < 4) continue
      break
    }
    back.set(figure, words)
  }
}
const MANY = 200

/** 本周新开工12个，完工9个; 6月分别完成3120人、3206人: what goes on at once with a month's figure is the month's too. */
function goingOn(figures: readonly CountedFigure[], increments: readonly CountedFigure[]): CountedFigure[] {
  const months = new Set(increments)
  return figures.filter((figure, i) => {
    const before = figures[i - 1]
    const follows = before !== undefined && months.has(before) && figure.clause - before.clause <= 1 && figure.measure === before.measure
    if (!follows || months.has(figure) || figure.role !== 'progress' || !ALONE.test(figure.pre.replace(/^.*分别(?:完成)?/, '')))
      return false
    months.add(figure)
    return true
  })
}

/**
 * 失业人员再就业3034人 beside 城镇新增就业19456人: a figure whose words share far less with the indicator than another's of the
 * text do, and name things that it knows nothing of, counts those.
 */
function rivals(figures: readonly CountedFigure[], words: IndicatorWords): CountedFigure[] {
  const named = figures.filter(({ object, isPart, areaName }) => object === 'match' && !isPart && areaName === null).slice(0, MANY)
  const weights = named.map(({ pre }) => overlapOf(pre, words))
  return named.filter(({ pre, measure }, i) => {
    const most = Math.max(...weights.filter((_, j) => named[j]?.measure === measure))
    if (most < 2) return false
    const unknown = [...objectWords(pre).join('')].filter((char) => !words.chars.has(char))
    return (weights[i] ?? 0) <= most * 0.5 && unknown.length >= 4
  })
}

/** 厕所268座 beside 学校210所, where the target is in 所: figures of a measure that only may count the same are other things. */
function looseOnes(figures: readonly CountedFigure[], { indicator }: IndicatorWords): CountedFigure[] {
  const closeness = (figure: CountedFigure) => measureCloseness(figure.measure, indicator.target?.measure ?? '')
  if (!figures.some((figure) => closeness(figure) >= CLOSENESS.sameMeasure)) return []
  return figures.filter((figure) => closeness(figure) === CLOSENESS.sameObjects && !THING_MEASURES.pattern.test(figure.measure ?? ''))
}

/** The last two characters of the object that a name speaks of: 泊位 of 新增公共停车泊位, 小区 of 城镇老旧小区改造. */
const headNoun = (name: string): string =>
  name
    .replace(/[（(].*$/, '')
    .replace(/[“”"]/g, '')
    .replace(ACTS_IN_NAMES.pattern, '')
    .slice(-2)

/** One stage alone, or nothing at all. */
const ALONE = new RegExp(`^(?:新开工|${STAGE_VERBS.source})?$`)
/** A standing total over several years next to this year's figure. */
const STANDING = /累计|总共|现已|历年/
/** This year's own. */
const THIS_YEAR = /今年|本年|新增|新建|新开|年内/
