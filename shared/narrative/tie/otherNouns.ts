import { ACTS_IN_NAMES } from '../lexicon/nounWords.ts'
import { CLOSENESS, isGeneralMeasure, measureCloseness } from '../words/measureCloseness.ts'
import type { IndicatorFigures } from './indicatorFigures.ts'
import type { CountedFigure } from './readingState.ts'

/** 停车场8个 next to 泊位2150个, where the indicator is of 泊位: figures of another noun where its own noun is counted too. */
export function otherNouns({ words: { indicator }, wholes }: IndicatorFigures): CountedFigure[] {
  const head = headNoun(indicator.name)
  // 社区综合服务设施（幸福院、驿站）: each name in brackets is the indicator's as well.
  const heads = indicator.name
    .split(/[（）()、和及与]/)
    .map(headNoun)
    .filter((each) => each.length === 2)
  if (!wholes.some(({ noun }) => noun.includes(head))) return []
  return wholes.filter(({ object, noun, pre, measure }) => {
    const isOther = object === 'match' && noun !== '' && !noun.includes(head) && !heads.some((each) => noun.includes(each))
    const countsAnything = isGeneralMeasure(measure) && measureCloseness('人', measure ?? '') === CLOSENESS.different
    return isOther && countsAnything && !NAMES_ITEMS.test(pre.slice(-10))
  })
}

/** 南湖、东坡变电站: names of single things; 等两座变电站 says their noun. */
const NAMES_ITEMS = /、(?!.*等[^、]{1,8}$)/

/** The last two characters of the object that a name is about: 泊位 of 新增公共停车泊位, 小区 of 城镇老旧小区改造. */
export const headNoun = (name: string): string =>
  name
    .replace(/[（(].*$/, '')
    .replace(/[“”"]/g, '')
    .replace(ACTS_IN_NAMES.pattern, '')
    .slice(-2)
