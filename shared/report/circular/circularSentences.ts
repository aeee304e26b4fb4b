import { keysOf } from '../../base/keysOf.ts'
import { cityFigure } from '../../consolidation/cityFigure.ts'
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

const LIGHT_NAMES: Readonly<Record<Light, string>> = { blue: '蓝灯', green: '绿灯', yellow: '黄灯', red: '红灯', grey: '灰灯' }

/** "蓝灯1项、绿灯5项、黄灯0项、红灯12项、灰灯9项" */
export function lightsText(judged: readonly JudgedIndicator[]): string {
  const counts = countLights(judged.map(({ light }) => light))
  return keysOf(LIGHT_NAMES)
    .map((light) => `${LIGHT_NAMES[light]}${counts[light]}项`)
    .join('、')
}

/** "应报27家，已报（确认报齐）2家，其中按时1家、逾期1家；未报齐25家。" */
export const completenessText = ({ due, reported, onTime, late, unreported }: Consolidation['completeness']): string =>
  `应报${due}家，已报（确认报齐）${reported}家，其中按时${onTime}家、逾期${late}家；未报齐${unreported}家。`

/** "新建农村公路新增24公里（8个百分点）"; what went back is worded 减少. */
export function movedText(indicator: Indicator | undefined, { indicator: id, change }: ConsolidatedIndicator): string {
  const moved = change.cumulative ?? 0
  const size = decimalFromScaled(asScaled(Math.abs(moved)))
  const points = change.percent === null ? '' : `（${decimalFromScaled(asScaled(change.percent))}个百分点）`
  const measure = indicator?.countMeasure ?? indicator?.measure ?? ''
  return `${indicator?.name ?? id}${moved < 0 ? '减少' : '新增'}${size}${measure}${points}`
}

/** Why it is red: the reason of the coordinator who made it so, that it is overdue, or how far it is and should be. */
export function behindText({ indicator, found, light }: JudgedIndicator): string {
  if (light.override !== null) return `${indicator.name}（${light.override.reason}）`
  if (light.reason === 'overdue') return `${indicator.name}（已逾期）`
  const { percent } = cityFigure(found)
  return `${indicator.name}（完成${percentText(percent)}，时序${percentText(light.expected)}）`
}

const percentText = (percent: number | null): string => (percent === null ? '—' : `${decimalFromScaled(asScaled(percent))}%`)

/** At most this many names in a list, so that the circular stays a page; the rest is counted. */
const MOST_NAMED = 3

/** "甲、乙、丙等18项"; 无 for none. */
export function listed(names: readonly string[], counter: string): string {
  if (names.length === 0) return '无'
  return names.length <= MOST_NAMED ? names.join('、') : `${names.slice(0, MOST_NAMED).join('、')}等${names.length}${counter}`
}
