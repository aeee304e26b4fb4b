import { differences } from '../consolidation/difference.ts'
import { rankAreas } from '../consolidation/rank.ts'
import { asScaled, decimalFromScaled } from '../quantity/scaled.ts'
import type { Register } from '../register/register.ts'
import type { Consolidation } from '../wire/consolidation.ts'
import type { ServerRecord } from '../wire/sync.ts'
import { chineseDate } from './chineseDate.ts'
import { chineseNumber } from './chineseNumber.ts'
import { countLights, LIGHT_NAMES, type LitIndicator, lightTable } from './lightTable.ts'
import { milestoneLights } from './milestoneLights.ts'

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
  /** The day the lights are judged on, ISO. */
  readonly on: string
  readonly onceRed?: ReadonlySet<string>
  /** The period before, to tell what moved. */
  readonly before?: Consolidation
  readonly submissions?: SubmissionCounts
  /** The period's rows: with them the nodes of milestones are judged too. */
  readonly records?: readonly ServerRecord[]
}

/** 应报, 已报, 按时, 逾期, 未报. */
export interface SubmissionCounts {
  readonly due: number
  readonly reported: number
  readonly onTime: number
  readonly late: number
  readonly missing: number
}

/** At most this many names a line, so that the circular stays a page; the rest is counted. */
const NAMED = 3

/** The circular of a period, computed from figures of record alone. */
export function buildCircular({ register, consolidation, on, onceRed, before, submissions, records }: CircularInput): Circular {
  const lit = lightTable(register, consolidation, on, onceRed)
  const counts = countLights(lit)
  const counties = register.areas.filter((area) => area.level === 'county')
  const names = new Map(counties.map((area) => [area.code, area.name]))
  const codes = counties.map((area) => area.code)
  const ranked = rankAreas(consolidation, codes)
  const milestones = records ? milestoneLights(register, records, on) : []
  const nodes = milestones.length === 0 ? '' : `；${milestones.length}项节点任务中，${lightsText(countLights(milestones))}`
  const behind = [...lit, ...milestones].filter((one) => one.light === 'red').sort((a, b) => (b.behind ?? 0) - (a.behind ?? 0))
  const silent = lit.filter((one) => one.light === 'grey').map((one) => one.indicator.name)
  const late = consolidation.reporters.filter((reporter) => reporter.reported === 0).map((one) => one.name)
  const month = `${Number(consolidation.period.slice(0, 4))}年${Number(consolidation.period.slice(5))}月`
  const said = [
    { heading: '总体情况', text: `截至${chineseDate(on)}，${lit.length}项量化指标中，${lightsText(counts)}${nodes}。` },
    ...(submissions ? [{ heading: '报送情况', text: submissionsText(submissions) }] : []),
    ...(before ? [{ heading: '较上期进展', text: `${namedOf(movedTexts(register, consolidation, before), '项')}。` }] : []),
    { heading: '进度滞后', text: `${namedOf(behind.map(behindText), '项')}。` },
    { heading: '未报数据', text: `${namedOf(silent, '项')}。` },
    { heading: '尚无数据的单位', text: `${namedOf(late, '个单位')}。` },
  ]
  return {
    title: `关于${month}重点民生实事进展情况的通报`,
    period: consolidation.period,
    asOfSeq: consolidation.asOfSeq > 0 ? consolidation.asOfSeq : null,
    paragraphs: said.map(({ heading, text }, index) => ({ heading: `${chineseNumber(index + 1)}、${heading}`, text })),
    rankingHeading: `${chineseNumber(said.length + 1)}、县（市、区）排名`,
    ranking: (ranked.some((one) => one.score > 0) ? ranked : []).map(({ id, score, rank }) => ({
      rank,
      name: names.get(id) ?? id,
      score: `${decimalFromScaled(score)}%`,
    })),
  }
}

const LIGHT_ORDER = ['blue', 'green', 'yellow', 'red', 'grey'] as const

const lightsText = (counts: ReturnType<typeof countLights>): string =>
  LIGHT_ORDER.map((one) => `${LIGHT_NAMES[one]}${counts[one]}项`).join('、')

const submissionsText = ({ due, reported, onTime, late, missing }: SubmissionCounts): string =>
  `应报${due}家，已报（确认报齐）${reported}家，其中按时${onTime}家、逾期${late}家；未报齐${missing}家。`

/** "新建农村公路新增24公里（8个百分点）", the furthest first; what went back is said as 减少. */
function movedTexts(register: Register, now: Consolidation, before: Consolidation): readonly string[] {
  const indicators = new Map(register.indicators.map((indicator) => [indicator.id, indicator]))
  return differences(now, before)
    .filter((one) => one.change !== null && one.change !== 0)
    .sort((a, b) => (b.percentChange ?? 0) - (a.percentChange ?? 0))
    .map(({ indicator: id, change, percentChange }) => {
      const indicator = indicators.get(id)
      const size = decimalFromScaled(asScaled(Math.abs(change ?? 0)))
      const points = percentChange === null ? '' : `（${decimalFromScaled(percentChange)}个百分点）`
      const measure = indicator?.countMeasure ?? indicator?.measure ?? ''
      return `${indicator?.name ?? id}${(change ?? 0) < 0 ? '减少' : '新增'}${size}${measure}${points}`
    })
}

function behindText({ indicator, percent, expected, reason }: LitIndicator): string {
  if (reason === 'overdue') return `${indicator.name}（已逾期）`
  const reached = percent === null ? '' : decimalFromScaled(percent)
  return `${indicator.name}（完成${reached}%，时序${expected === null ? '' : decimalFromScaled(expected)}%）`
}

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
