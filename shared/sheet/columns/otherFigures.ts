import { measureFits } from '../../finding/measureFits.ts'
import { measureScale } from '../../quantity/measureScale.ts'
import type { Indicator } from '../../register/register.ts'
import { indicatorById } from '../../register/registerIndex.ts'
import { normaliseHeading } from '../headings/normaliseHeading.ts'
import { matchSubjects } from '../subjects/matchSubjects.ts'
import { type ColumnCandidate, type ColumnContext, likeliest } from './columnCandidate.ts'

/** Why a completed figure is not the year's figure of the table's indicator. */
export type OtherFigure = 'since_start' | 'other_thing'

/**
 * Of several columns of what is done those that are of a longer time, or count another thing, than the one that counts.
 *
 *     自开工累计完工（公里）| 其中2021年完工（公里）                      the first: since_start
 *     已完工 | 在建 | 未开工 | 完工里程（公里）, of 新建农村公路 in 公里      the first three: other_thing (projects)
 */
export function otherFigures(candidates: readonly ColumnCandidate[], context: ColumnContext): ReadonlyMap<ColumnCandidate, OtherFigure> {
  const others = new Map<ColumnCandidate, OtherFigure>()
  const figures = candidates.filter((one) => !one.derived && one.role === undefined && one.content.filled > 0)
  for (const one of figures) if (isSinceStart(one) && figures.some((other) => isOfYear(other, one, context))) others.set(one, 'since_start')
  const indicator = titleIndicator(context)
  if (!indicator) return others
  const done = figures.filter((one) => one.subject === undefined && likeliest(one)?.field === 'cumulative' && !others.has(one))
  const counted = done.filter((one) => one.measure !== undefined && fits(one.measure, indicator, context))
  if (!counted.some(({ stage }) => stage === undefined || stage === (indicator.countsStage ?? 'completed'))) return others
  const bare = figures.filter((one) => one.subject === undefined && one.measure === undefined && isStageAlone(one))
  if (new Set(bare.map(({ stage }) => stage)).size >= SEVERAL) for (const one of bare) others.set(one, 'other_thing')
  return others
}

/** Stages beside each other divide what they count. */
const SEVERAL = 2

const fieldOf = (one: ColumnCandidate) => likeliest(one)?.field

/** 自开工累计完工: more than the year's, where a column of the year is beside it. */
const isSinceStart = (one: ColumnCandidate): boolean => isDone(one) && SINCE_START.test(one.header)

/** 本年完成 and 自开工以来完成 are known by their time, and of no field by their words. */
const isDone = (one: ColumnCandidate): boolean =>
  OF_WORK.has(fieldOf(one)) && (fieldOf(one) !== undefined || /完成|完工|竣工|建成/u.test(one.header))
const OF_WORK: ReadonlySet<ReturnType<typeof fieldOf>> = new Set<ReturnType<typeof fieldOf>>([
  undefined,
  'cumulative',
  'period_value',
  'invest_done',
])
const SINCE_START = /自?(?:开工|动工|开建|建设|项目启动)(?:建设)?(?:以来|至今|起|后)|自(?:开工|动工|开建|项目启动)/u

function isOfYear(other: ColumnCandidate, one: ColumnCandidate, { year }: ColumnContext): boolean {
  if (other === one || other.subject !== one.subject || other.area !== one.area || isSinceStart(other)) return false
  const isSame = other.measure === one.measure && (fieldOf(other) === 'invest_done') === (fieldOf(one) === 'invest_done')
  const own = other.path.parts.at(-1)?.text ?? ''
  return isSame && isDone(other) && (OF_YEAR.test(own) || (year !== undefined && normaliseHeading(own).year === year))
}
const OF_YEAR = /本年|今年|当年|年内|本年度/u

/** 已完工, 在建, 未开工: a stage, and no word of what is counted. */
const isStageAlone = (one: ColumnCandidate): boolean =>
  one.stage !== undefined && !COUNTS.test(normaliseHeading(one.path.parts.at(-1)?.text ?? '').core)
const COUNTS = /里程|长度|面积|户|人|套|投资|资金|时间|日期|率$/u

/** The one indicator that the lines above the table name. */
export function titleIndicator({ register, title }: ColumnContext): Indicator | undefined {
  const { indicators } = matchSubjects(register, title, { figures: true })
  const [only] = indicators
  return indicators.length === 1 && only !== undefined ? indicatorById(register, only) : undefined
}

const fits = (measure: string, indicator: Indicator, { register }: ColumnContext): boolean =>
  measureFits(register, measureScale(measure).base, indicator)
