import { wordList } from '../../base/wordList.ts'
import type { Register } from '../../register/register.ts'
import { indicatorById } from '../../register/registerIndex.ts'
import type { ColumnPlan } from './columnPlan.ts'

/** Headings of what a percentage is a percentage of: those who are to be screened, the people served, all there are. */
export const WHOLE_WORDS = wordList([
  { pattern: '应[筛检查测种]', example: '应筛人数' },
  { pattern: '目标(?:人群|人数|人口)', example: '目标人群数' },
  { pattern: '(?:服务|筛查|检查|监测)?(?:对象|人群)', example: '服务对象' },
  { pattern: '总[人户]?[数口]', example: '总户数' },
  { word: '分母', example: '分母' },
  { word: '活产', example: '活产数' },
  { pattern: '^新生儿数', example: '新生儿数' },
  { word: '适龄', example: '适龄女性' },
])

/** The rates and counts whose whole or target is a column that names no indicator itself. */
export const wholeOf = (plan: ColumnPlan, plans: readonly ColumnPlan[], register: Register): readonly string[] => [
  ...ratesUnder(plan, plans, register),
  ...countsUnder(plan, plans, register),
]

/** The rates that the headings beside a common 应筛人数 name, and that have no such column of their own. */
function ratesUnder(plan: ColumnPlan, plans: readonly ColumnPlan[], register: Register): readonly string[] {
  if (plan.field !== 'target' || plan.indicator !== undefined || plan.derived || !WHOLE_WORDS.pattern.test(plan.header)) return []
  const without = new Set(plans.flatMap((other) => (other.indicator === undefined || other.field === 'target' ? [] : [other.indicator])))
  for (const other of plans) if (other.field === 'target' && other.indicator !== undefined) without.delete(other.indicator)
  return register.indicators
    .filter(({ id, kind, countMeasure }) => without.has(id) && kind === 'percent' && countMeasure !== undefined)
    .map(({ id }) => id)
}

/**
 * The counts beside a target that is each one's: 年度任务（各）, or counts of one measure that the register promises alike.
 *
 *     年度任务 | 宫颈癌筛查 | 乳腺癌筛查      4.4万人 each: the target of both
 *     目标 | 配电台区 | 线路                220个, 220千米: stays open
 */
function countsUnder(plan: ColumnPlan, plans: readonly ColumnPlan[], register: Register): readonly string[] {
  if (plan.field !== 'target' || plan.figure === undefined || plan.indicator !== undefined || plan.derived) return []
  if (plans.some((other) => other.field === 'target' && other !== plan)) return []
  const named = new Set(plans.flatMap((other) => other.indicator ?? []))
  const counts = register.indicators.filter(({ id, kind }) => named.has(id) && kind === 'count')
  const [first] = counts
  if (!first || counts.length < 2 || counts.length < named.size) return []
  const alike = counts.every(({ measure, target }) => measure === first.measure && target?.value === first.target?.value)
  return alike || /各|均/u.test(plan.header) ? counts.map(({ id }) => id) : []
}

/** A whole under a rate's heading, where the register names no measure that the rate counts. */
export function isWholeOfRate({ field, indicator, header }: ColumnPlan, register: Register): boolean {
  const heading = header.slice(header.lastIndexOf('/') + 1)
  if (field !== 'target' || indicator === undefined || !WHOLE_WORDS.pattern.test(heading)) return false
  const rate = indicatorById(register, indicator)
  return rate?.kind === 'percent' && rate.countMeasure === undefined
}
