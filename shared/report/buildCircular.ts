import { cityFigure } from '../consolidation/cityFigure.ts'
import { type Light, shownLight } from '../consolidation/light.ts'
import { chineseDate } from '../quantity/chineseDate.ts'
import { chineseNumber } from '../quantity/chineseNumber.ts'
import { asScaled, decimalFromScaled } from '../quantity/scaled.ts'
import type { Indicator, Register } from '../register/register.ts'
import { areaName, registerIndex } from '../register/registerIndex.ts'
import type { ConsolidatedIndicator, Consolidation, IndicatorLight } from '../wire/consolidation.ts'
import { countLights } from './countLights.ts'

/** A circular (通报) of one page: how the lights stand, who ranks where, who has not reported. */
export interface Circular {
  readonly title: string
  readonly period: string
  readonly asOfSeq: number | null
  readonly paragraphs: readonly { readonly heading: string; readonly text: string }[]
  readonly rankingHeading: string
  /** Empty as long as no county has a figure. */
  readonly ranking: readonly { readonly rank: number; readonly name: string; readonly score: string }[]
}

export interface CircularInput {
  readonly register: Register
  readonly consolidation: Consolidation
  /** False where nobody knows who has reported when (the demo): the counts are left out. */
  readonly unitsKnown?: boolean
}

/** At most this many names a line, so that the circular stays a page; the rest is counted. */
const NAMED = 3

interface Lit {
  readonly indicator: Indicator
  readonly found: ConsolidatedIndicator
  readonly light: IndicatorLight
}

/** The circular of a period, worded from the consolidated answer alone: every light, rank and count is the one that it has. */
export function buildCircular({ register, consolidation, unitsKnown = true }: CircularInput): Circular {
  const { indicators } = registerIndex(register)
  const all = consolidation.indicators.flatMap((found): Lit[] => {
    const indicator = indicators.get(found.indicator)
    return indicator && found.light ? [{ indicator, found, light: found.light }] : []
  })
  const milestones = all.filter(({ indicator }) => indicator.kind === 'milestone')
  const lit = all.filter(({ indicator }) => indicator.kind !== 'milestone')
  const nodes = milestones.length === 0 ? '' : `；${milestones.length}项节点任务中，${lightsText(milestones)}`
  const behind = [...lit, ...milestones]
    .filter(({ light }) => shownLight(light) === 'red')
    .sort((a, b) => (b.light.behind ?? 0) - (a.light.behind ?? 0))
  const silent = lit.filter(({ light }) => shownLight(light) === 'grey').map(({ indicator }) => indicator.name)
  const late = consolidation.reporters.filter((reporter) => reporter.reported === 0).map((one) => one.name)
  const month = `${Number(consolidation.period.slice(0, 4))}年${Number(consolidation.period.slice(5))}月`
  const said = [
    { heading: '总体情况', text: `截至${chineseDate(consolidation.judgedOn)}，${lit.length}项量化指标中，${lightsText(lit)}${nodes}。` },
    ...(unitsKnown ? [{ heading: '报送情况', text: completenessText(consolidation.completeness) }] : []),
    ...(consolidation.before === null
      ? []
      : [{ heading: '较上期进展', text: `${namedOf(movedTexts(indicators, consolidation.indicators), '项')}。` }]),
    { heading: '进度滞后', text: `${namedOf(behind.map(behindText), '项')}。` },
    { heading: '未报数据', text: `${namedOf(silent, '项')}。` },
    { heading: '尚无数据的单位', text: `${namedOf(late, '个单位')}。` },
  ]
  const { ranking } = consolidation
  return {
    title: `关于${month}重点民生实事进展情况的通报`,
    period: consolidation.period,
    asOfSeq: consolidation.asOfSeq > 0 ? consolidation.asOfSeq : null,
    paragraphs: said.map(({ heading, text }, index) => ({ heading: `${chineseNumber(index + 1)}、${heading}`, text })),
    rankingHeading: `${chineseNumber(said.length + 1)}、县（市、区）排名`,
    ranking: (ranking.some(({ score }) => score > 0) ? ranking : []).map(({ area, score, rank }) => ({
      rank,
      name: areaName(register, area),
      score: `${decimalFromScaled(asScaled(score))}%`,
    })),
  }
}

const LIGHT_NAMES: Readonly<Record<Light, string>> = { blue: '蓝灯', green: '绿灯', yellow: '黄灯', red: '红灯', grey: '灰灯' }

function lightsText(lit: readonly Lit[]): string {
  const counts = countLights(lit.map(({ light }) => light))
  return (Object.keys(LIGHT_NAMES) as Light[]).map((one) => `${LIGHT_NAMES[one]}${counts[one]}项`).join('、')
}

const completenessText = ({ due, reported, onTime, late, unreported }: Consolidation['completeness']): string =>
  `应报${due}家，已报（确认报齐）${reported}家，其中按时${onTime}家、逾期${late}家；未报齐${unreported}家。`

/** "新建农村公路新增24公里（8个百分点）", the furthest first; what went back is said as 减少. */
function movedTexts(indicators: ReadonlyMap<string, Indicator>, found: readonly ConsolidatedIndicator[]): readonly string[] {
  return found
    .filter(({ change }) => change.cumulative !== null && change.cumulative !== 0)
    .sort((a, b) => (b.change.percent ?? 0) - (a.change.percent ?? 0))
    .map(({ indicator: id, change: { cumulative, percent } }) => {
      const indicator = indicators.get(id)
      const size = decimalFromScaled(asScaled(Math.abs(cumulative ?? 0)))
      const points = percent === null ? '' : `（${decimalFromScaled(asScaled(percent))}个百分点）`
      const measure = indicator?.countMeasure ?? indicator?.measure ?? ''
      return `${indicator?.name ?? id}${(cumulative ?? 0) < 0 ? '减少' : '新增'}${size}${measure}${points}`
    })
}

/** Why it is red: what the coordinator said who made it so, that it is overdue, or how far it is and should be. */
function behindText({ indicator, found, light }: Lit): string {
  if (light.override !== null) return `${indicator.name}（${light.override.reason}）`
  if (light.reason === 'overdue') return `${indicator.name}（已逾期）`
  const { percent } = cityFigure(found)
  return `${indicator.name}（完成${percentText(percent)}，时序${percentText(light.expected)}）`
}

const percentText = (percent: number | null): string => (percent === null ? '—' : `${decimalFromScaled(asScaled(percent))}%`)

const namedOf = (names: readonly string[], counter: string): string => {
  if (names.length === 0) return '无'
  return names.length <= NAMED ? names.join('、') : `${names.slice(0, NAMED).join('、')}等${names.length}${counter}`
}

/** The circular as plain text, the ranking a line for each county. */
export function circularText(circular: Circular): string {
  const lines = [circular.title, '', ...circular.paragraphs.map(({ heading, text }) => `${heading}：${text}`)]
  if (circular.ranking.length > 0) {
    lines.push(circular.rankingHeading, ...circular.ranking.map(({ rank, name, score }) => `第${rank}名　${name}　${score}`))
  }
  return `${lines.join('\n')}\n`
}
