import { isKeyOf, keysOf } from '../../base/keysOf.ts'
import { judgedFigure } from '../../consolidation/cityFigure.ts'
import { isWhole } from '../../consolidation/cityReported.ts'
import type { Light } from '../../consolidation/light.ts'
import { asScaled, decimalFromScaled } from '../../quantity/scaled.ts'
import type { Indicator } from '../../register/register.ts'
import type { ConsolidatedIndicator, Consolidation, IndicatorLight } from '../../wire/consolidation.ts'
import { countLights } from './countLights.ts'

/** An indicator that has a light, with what was found of it. */
export interface JudgedIndicator {
  readonly indicator: Indicator
  readonly found: ConsolidatedIndicator
  readonly light: IndicatorLight
}

export const LIGHT_NAMES: Readonly<Record<Light, string>> = { blue: '蓝灯', green: '绿灯', yellow: '黄灯', red: '红灯', grey: '灰灯' }

/** "蓝灯1项、绿灯5项、黄灯0项、红灯12项、灰灯9项" */
export function lightsText(judged: readonly JudgedIndicator[]): string {
  const counts = countLights(judged.map(({ light }) => light))
  return keysOf(LIGHT_NAMES)
    .map((light) => `${LIGHT_NAMES[light]}${counts[light]}项`)
    .join('、')
}

/** "应报27家，已报齐20家，部分报送4家，未报3家；已报并确认报送完成18家，其中按时17家、逾期1家。": what is there, and what units said of it. */
export const completenessText = ({ due, reported, partial, unreported, onTime, late }: Consolidation['completeness']): string =>
  `应报${due}家，已报齐${reported}家，部分报送${partial}家，未报${unreported}家；已报并确认报送完成${onTime + late}家，其中按时${onTime}家、逾期${late}家。`

/**
 * Why it is red or yellow: the reason of the coordinator who made it so, what is overdue or due soon on that day, or how much of
 * the target is reached and should be. Of a sum that lacks areas that is said too.
 */
export const behindText = (one: JudgedIndicator, on: string): string => `${nameInList(one.indicator)}（${behindWhy(one, on)}）`

/** A name that is several things to the eye (检查视力、健康教育) stands between quotation marks among others. */
export const nameInList = ({ name }: Pick<Indicator, 'name'>): string => (name.includes('、') ? `“${name}”` : name)

/** A person's reason as a part of a sentence. */
export const reasonText = (reason: string): string => reason.trim().replace(/[。；，、.;,\s]+$/, '')

/** The same without the name. */
export function behindWhy({ indicator, found, light }: JudgedIndicator, on: string): string {
  if (light.override !== null) return reasonText(light.override.reason)
  const why = whyBehind(indicator, found, light, on)
  const lacks =
    found.reported === 'reported' && !isWhole(found)
      ? `，部分地区尚无计入的数${statedText(indicator, found)}${judgedFigure(found).ofStated ? '（按全市另报数评判）' : ''}`
      : ''
  return `${why}${lacks}`
}

/** "，全市另报146公里": what was stated for the whole, next to a sum that lacks areas. */
const statedText = ({ kind, measure }: Indicator, { stated }: ConsolidatedIndicator): string =>
  stated === null ? '' : `，全市另报${decimalFromScaled(asScaled(stated))}${kind === 'percent' ? '%' : (measure ?? '')}`

const WHY = {
  dueSoon: '期限或节点日期将至',
  madeUp: '截止日按规则为红灯，后来补上',
  exceeded: '已超过上限',
  overshot: '超出目标（目标为定数）',
  unclear: '期限已过，所报未写明是否完成',
  risen: '比前一期数据增加',
} as const

function whyBehind(indicator: Indicator, found: ConsolidatedIndicator, { reason, expected, behind }: IndicatorLight, on: string): string {
  const { deadline, kind, target } = indicator
  if (reason === 'overdue') return deadline.date < on ? '已逾期' : '有节点已过计划日期'
  const { percent } = judgedFigure(found)
  if (reason === 'belowTarget' && percent !== null && target !== null)
    return `现为${percentText(percent)}，目标${percentText(target.value)}`
  const word = isKeyOf(WHY, reason) ? WHY[reason] : undefined
  if (word !== undefined) return word
  if (expected === null || behind === null) return '未达时序'
  return `${kind === 'percent' ? '达到目标的' : '完成'}${percentText(expected - behind)}，时序${percentText(expected)}`
}

const percentText = (percent: number): string => `${decimalFromScaled(asScaled(percent))}%`

/** At most this many names of a list stand in the text where an annex has them all. */
const MOST_NAMED = 3

/** "甲、乙、丙", all of them; or, where an annex lists them, "甲、乙、丙（共18项，全部见附件1）". 无 for none. */
export function listed(names: readonly string[], counter: string, annex?: string): string {
  if (names.length === 0) return '无'
  if (annex === undefined || names.length <= MOST_NAMED) return names.join('、')
  return `${names.slice(0, MOST_NAMED).join('、')}（共${names.length}${counter}，全部见${annex}）`
}
