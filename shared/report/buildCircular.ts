import { rankAreas } from '../consolidation/rank.ts'
import { decimalFromScaled } from '../quantity/scaled.ts'
import type { Register } from '../register/register.ts'
import type { Consolidation } from '../wire/consolidation.ts'
import { chineseDate } from './chineseDate.ts'
import { countLights, LIGHT_NAMES, type LitIndicator, lightTable } from './lightTable.ts'

/** A circular (通报) of one page: how the lights stand, who ranks where, who has not reported. */
export interface Circular {
  readonly title: string
  readonly period: string
  readonly asOfSeq: number | null
  readonly paragraphs: readonly { readonly heading: string; readonly text: string }[]
  /** Empty as long as no county has a figure. */
  readonly ranking: readonly { readonly rank: number; readonly name: string; readonly score: string }[]
}

export interface CircularInput {
  readonly register: Register
  readonly consolidation: Consolidation
  /** The day the lights are judged on, ISO. */
  readonly on: string
  readonly onceRed?: ReadonlySet<string>
}

/** At most this many names a line, so that the circular stays a page; the rest is counted. */
const NAMED = 6

/** The circular of a period, computed from figures of record alone. */
export function buildCircular({ register, consolidation, on, onceRed }: CircularInput): Circular {
  const lit = lightTable(register, consolidation, on, onceRed)
  const counts = countLights(lit)
  const counties = register.areas.filter((area) => area.level === 'county')
  const names = new Map(counties.map((area) => [area.code, area.name]))
  const lights = (['blue', 'green', 'yellow', 'red', 'grey'] as const).map((one) => `${LIGHT_NAMES[one]}${counts[one]}项`).join('、')
  const behind = lit.filter((one) => one.light === 'red').sort((a, b) => (b.behind ?? 0) - (a.behind ?? 0))
  const silent = lit.filter((one) => one.light === 'grey')
  const ranked = rankAreas(
    consolidation,
    counties.map((area) => area.code),
  )
  const late = consolidation.reporters.filter((reporter) => reporter.reported === 0)
  const month = `${Number(consolidation.period.slice(0, 4))}年${Number(consolidation.period.slice(5))}月`
  const paragraphs = [
    { heading: '一、总体情况', text: `截至${chineseDate(on)}，${lit.length}项量化指标中，${lights}。` },
    { heading: '二、进度滞后', text: behind.length === 0 ? '无。' : `${namedOf(behind.map(behindText), '项')}。` },
    {
      heading: '三、未报数据',
      text:
        silent.length === 0
          ? '无。'
          : `${namedOf(
              silent.map((one) => one.indicator.name),
              '项',
            )}。`,
    },
    {
      heading: '四、未报单位',
      text:
        late.length === 0
          ? '无。'
          : `${namedOf(
              late.map((one) => one.name),
              '个单位',
            )}。`,
    },
  ]
  return {
    title: `关于${month}重点民生实事进展情况的通报`,
    period: consolidation.period,
    asOfSeq: consolidation.asOfSeq > 0 ? consolidation.asOfSeq : null,
    paragraphs,
    ranking: (ranked.some((one) => one.score > 0) ? ranked : []).map(({ id, score, rank }) => ({
      rank,
      name: names.get(id) ?? id,
      score: `${decimalFromScaled(score)}%`,
    })),
  }
}

function behindText({ indicator, percent, expected, reason }: LitIndicator): string {
  if (reason === 'overdue') return `${indicator.name}（已逾期）`
  const reached = percent === null ? '' : decimalFromScaled(percent)
  return `${indicator.name}（完成${reached}%，时序${expected === null ? '' : decimalFromScaled(expected)}%）`
}

const namedOf = (names: readonly string[], counter: string): string =>
  names.length <= NAMED ? names.join('、') : `${names.slice(0, NAMED).join('、')}等${names.length}${counter}`

/** The circular as plain text, the ranking a line for each county. */
export function circularText(circular: Circular): string {
  const lines = [circular.title, '', ...circular.paragraphs.map(({ heading, text }) => `${heading}：${text}`)]
  if (circular.ranking.length > 0) {
    lines.push('五、县（市、区）排名', ...circular.ranking.map(({ rank, name, score }) => `第${rank}名　${name}　${score}`))
  }
  return `${lines.join('\n')}\n`
}
