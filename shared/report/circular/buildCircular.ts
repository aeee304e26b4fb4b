import { type Light, shownLight } from '../../consolidation/light.ts'
import { chineseNumber } from '../../quantity/chineseNumber.ts'
import { chineseDate } from '../../quantity/dates/chineseDate.ts'
import { chineseMonth } from '../../quantity/dates/chineseMonth.ts'
import type { Register } from '../../register/register.ts'
import { indicatorById } from '../../register/registerIndex.ts'
import type { Consolidation } from '../../wire/consolidation.ts'
import type { ReportedKind } from '../../wire/reported.ts'
import type { Letterhead } from '../reportDocument.ts'
import type { Circular } from './circular.ts'
import { BEHIND_ANNEX, circularAnnexes } from './circularAnnexes.ts'
import { behindText, completenessText, type JudgedIndicator, lightsText, listed } from './circularSentences.ts'
import { earlierName, movedText } from './movedText.ts'
import { rankingLines, rankingText } from './rankingText.ts'

/** What a circular is worded from. */
export interface CircularInput {
  readonly register: Register
  readonly consolidation: Consolidation
  /** False where nobody knows who has reported when (the demo): the counts are left out. */
  readonly unitsKnown?: boolean
  /** With it the circular is one to be issued. */
  readonly letterhead?: Letterhead
  /** 导语 and 要求, as a person wrote them, a paragraph each; nothing is made up where there are none. */
  readonly lead?: readonly string[]
  readonly demands?: readonly string[]
}

/** The circular of a period, worded from the consolidated answer alone: it judges, ranks and counts nothing itself. */
export function buildCircular(input: CircularInput): Circular {
  const { register, consolidation, unitsKnown = true, letterhead = null, lead = [], demands = [] } = input
  const sections = [
    overall(register, consolidation),
    ...(unitsKnown ? [{ heading: '报送情况', text: completenessText(consolidation.completeness) }] : []),
    ...(consolidation.before === null ? [] : [moved(register, consolidation, consolidation.before)]),
    behind(register, consolidation),
    withoutFigure(register, consolidation),
    unitsWithoutFigures(consolidation),
  ]
  const ranked = rankingText(register, consolidation.ranking)
  return {
    title: `关于${chineseMonth(consolidation.period)}重点民生实事进展情况的通报`,
    period: consolidation.period,
    asOfSeq: consolidation.asOfSeq > 0 ? consolidation.asOfSeq : null,
    paragraphs: sections.map(({ heading, text }, index) => ({ heading: `${chineseNumber(index + 1)}、${heading}`, text })),
    rankingHeading: `${chineseNumber(sections.length + 1)}、县（市、区）排名`,
    rankingText: ranked,
    ranking: rankingLines(register, consolidation.ranking),
    letterhead,
    lead,
    demandsHeading: `${chineseNumber(sections.length + (ranked === '' ? 1 : 2))}、工作要求`,
    demands,
    annexes: circularAnnexes(register, consolidation),
  }
}

interface Section {
  readonly heading: string
  readonly text: string
}

/** Milestones are judged by the dates of their nodes, all else by figures: the circular counts the two apart. */
function overall(register: Register, consolidation: Consolidation): Section {
  const judged = judgedIndicators(register, consolidation)
  const milestones = judged.filter(isMilestone)
  const quantified = judged.filter((one) => !isMilestone(one))
  const nodes = milestones.length === 0 ? '' : `；${milestones.length}项节点任务中，${lightsText(milestones)}`
  const day = chineseDate(consolidation.judgedOn)
  return { heading: '总体情况', text: `按${day}的时序，${quantified.length}项有目标的量化指标中，${lightsText(quantified)}${nodes}。` }
}

const moved = (register: Register, consolidation: Consolidation, before: string): Section => ({
  heading: `较${earlierName(consolidation.period, before)}变化`,
  text: movedText(register, consolidation),
})

/** Red and yellow ones, the furthest behind first; quantified indicators before milestones, which are behind by no points. */
function behind(register: Register, consolidation: Consolidation): Section {
  const judged = judgedIndicators(register, consolidation)
  const ordered = [...judged.filter((one) => !isMilestone(one)), ...judged.filter(isMilestone)]
  const ofLight = (wanted: Light): string => {
    const found = ordered.filter(({ light }) => shownLight(light) === wanted).sort((a, b) => (b.light.behind ?? 0) - (a.light.behind ?? 0))
    return listed(
      found.map((one) => behindText(one, consolidation.judgedOn)),
      '项',
      BEHIND_ANNEX,
    )
  }
  return { heading: '进度滞后', text: `红灯：${ofLight('red')}；黄灯：${ofLight('yellow')}。` }
}

function withoutFigure(register: Register, consolidation: Consolidation): Section {
  const quantified = judgedIndicators(register, consolidation).filter((one) => !isMilestone(one))
  const named = (kinds: readonly ReportedKind[]): readonly string[] =>
    quantified.filter(({ found }) => kinds.includes(found.reported)).map(({ indicator }) => indicator.name)
  // Somebody reported 基本完工 15, or the figures of counties alone: that is not nothing, and not the figure either.
  const uncounted = named(['otherStage'])
  const parts = named(['partsOnly'])
  const text = [
    listed(named(['nothing', 'otherOnly']), '项'),
    ...(uncounted.length === 0 ? [] : [`已报、尚未到计入完成的阶段：${listed(uncounted, '项')}`]),
    ...(parts.length === 0 ? [] : [`只报分县数、未报全市数：${listed(parts, '项')}`]),
  ]
  return { heading: '未报数据', text: `${text.join('；')}。` }
}

function unitsWithoutFigures({ reporters }: Consolidation): Section {
  const names = reporters.filter(({ reported, lastAt }) => reported === 0 && lastAt === null).map(({ name }) => name)
  return { heading: '尚无数据的单位', text: `${listed(names, '个单位')}。` }
}

const isMilestone = ({ indicator }: JudgedIndicator): boolean => indicator.kind === 'milestone'

/** The indicators that have a light, in the order of the answer. */
const judgedIndicators = (register: Register, { indicators }: Consolidation): readonly JudgedIndicator[] =>
  indicators.flatMap((found) => {
    const indicator = indicatorById(register, found.indicator)
    return indicator && found.light ? [{ indicator, found, light: found.light }] : []
  })
