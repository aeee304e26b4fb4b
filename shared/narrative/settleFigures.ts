import type { RoleReason } from './claims.ts'
import { INCREMENT, STANDING, THIS_YEAR } from './cues.ts'
import { isGeneralMeasure, measureKin } from './measureKin.ts'
import type { CountedFigure } from './readFigures.ts'
import type { IndicatorWords } from './taskWords.ts'

/**
 * Decides between several figures of one indicator: this month's increment is context where a cumulative figure stands
 * too; a standing total (全市累计1.86万个) is context where this year's own figure stands beside it and it exceeds both that
 * and the target; another noun (停车场8个) is context where the indicator's own (泊位2150个) is counted too.
 */
export function settleFigures(figures: readonly CountedFigure[], all: readonly IndicatorWords[]): CountedFigure[] {
  const left = new Map<CountedFigure, RoleReason>()
  for (const { indicator } of all) {
    const own = figures.filter((figure) => figure.indicator === indicator.id && figure.role === 'progress')
    if (own.length < 2) continue
    const increments = own.filter((figure) => INCREMENT.test(figure.pre) && /本|当|月/.test(figure.pre))
    const others = own.filter((figure) => !increments.includes(figure))
    if (others.length > 0) for (const figure of increments) left.set(figure, 'increment')
    const head = headNoun(indicator.name)
    const named = others.filter((figure) => figure.noun.includes(head))
    for (const figure of named.length > 0 ? others : []) {
      const another =
        figure.object === 'match' &&
        figure.noun !== '' &&
        !figure.noun.includes(head) &&
        !named.includes(figure) &&
        !figure.pre.includes('、')
      if (another && isGeneralMeasure(figure.measure) && measureKin('人', figure.measure ?? '') === 0) left.set(figure, 'other_object')
    }
    const target = indicator.target?.value ?? 0
    for (const figure of others) {
      if (!STANDING.test(figure.pre) || (figure.value ?? 0) <= target) continue
      const year = others.find(
        (other) =>
          other !== figure && (THIS_YEAR.test(other.pre) || other.start < figure.start) && (other.value ?? 0) < (figure.value ?? 0),
      )
      if (year && !STANDING.test(year.pre)) left.set(figure, 'stock')
    }
  }
  return figures.map((figure) => {
    const reason = left.get(figure)
    return reason ? { ...figure, role: 'context', reason, indicator: null } : figure
  })
}

/** The last two characters of the object that a name speaks of: 泊位 of 新增公共停车泊位, 小区 of 城镇老旧小区改造. */
const headNoun = (name: string): string =>
  name
    .replace(/[（(].*$/, '')
    .replace(/[“”"]/g, '')
    .replace(ACTS_BEHIND, '')
    .slice(-2)
const ACTS_BEHIND =
  /(?:新建|改造|建设|整治|提升|治理|更新|改建|创建|培育|救助|发放|办理|安装|人数|数量|数|率|工程|任务|活动|项目|完成|推广|配备|规范化)+$/
