import { usualThresholds } from '../../consolidation/judgeLight.ts'
import { type Light, shownLight } from '../../consolidation/light.ts'
import { chineseNumber } from '../../quantity/chineseNumber.ts'
import { chineseDate } from '../../quantity/dates/chineseDate.ts'
import { chineseMonth } from '../../quantity/dates/chineseMonth.ts'
import { decimalFromScaled } from '../../quantity/scaled.ts'
import type { Register } from '../../register/register.ts'
import { indicatorById } from '../../register/registerIndex.ts'
import type { Consolidation } from '../../wire/consolidation.ts'
import type { ReportedKind } from '../../wire/reported.ts'
import type { Letterhead } from '../reportDocument.ts'
import type { Circular } from './circular.ts'
import { BEHIND_ANNEX, circularAnnexes, lightsAnnexName } from './circularAnnexes.ts'
import { behindText, completenessText, type JudgedIndicator, lightsText, listed, nameInList } from './circularSentences.ts'
import { earlierName, movedText } from './movedText.ts'
import { rankingLines, rankingText } from './rankingText.ts'

/** What a circular is worded from. */
export interface CircularInput {
  readonly register: Register
  readonly consolidation: Consolidation
  /** False where nobody knows who has reported when (the demo): the counts are left out. */
  readonly unitsKnown?: boolean
  /** The units whose report nobody has accepted yet. */
  readonly pending?: ReadonlySet<string>
  /** With it the circular is one to be issued. */
  readonly letterhead?: Letterhead
  /** 导语 and 要求, as a person wrote them, a paragraph each; nothing is made up where there are none. */
  readonly lead?: readonly string[]
  readonly demands?: readonly string[]
}

/** The circular of a period, worded from the consolidated answer alone: it judges, ranks and counts nothing itself. */
export function buildCircular(input: CircularInput): Circular {
  const { register, consolidation, unitsKnown = true, letterhead = null, lead = [], demands = [] } = input
  const annexes = circularAnnexes(register, consolidation)
  const sections = [
    overall(input),
    ...(unitsKnown ? [{ heading: '报送情况', text: completenessText(consolidation.completeness) }] : []),
    ...(consolidation.before === null ? [] : [moved(register, consolidation, consolidation.before)]),
    behind(register, consolidation),
    withoutFigure(register, consolidation, lightsAnnexName(annexes)),
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
    annexes,
  }
}

interface Section {
  readonly heading: string
  readonly text: string
}

/**
 * Milestones are judged by the dates of their nodes, all else by figures: the circular counts the two apart, says what the lights
 * mean, and how many units' figures nobody has accepted yet.
 */
function overall({ register, consolidation, pending }: CircularInput): Section {
  const judged = judgedIndicators(register, consolidation)
  const milestones = judged.filter(isMilestone)
  const quantified = judged.filter((one) => !isMilestone(one))
  const nodes = milestones.length === 0 ? '' : `；${milestones.length}项节点任务中，${lightsText(milestones)}`
  const day = chineseDate(consolidation.judgedOn)
  const waiting = consolidation.reporters.filter(({ reporter, lastAt }) => lastAt !== null && pending?.has(reporter)).length
  return {
    heading: '总体情况',
    text: [
      `按${day}的时序，${quantified.length}项有目标的量化指标中，${lightsText(quantified)}${nodes}。`,
      meaningText(register),
      waiting === 0 ? '' : `其中${waiting}个单位所报内容督查室尚未采纳。`,
    ].join(''),
  }
}

/** What the lights mean, by the thresholds that hold. */
function meaningText({ lights }: Register): string {
  const { yellowFrom, redAbove } = lights ?? usualThresholds
  const [from, above] = [decimalFromScaled(yellowFrom), decimalFromScaled(redAbove)]
  return (
    `（蓝灯为已完成，绿灯为符合时序，黄灯为落后时序${from}至${above}个百分点或有其他需关注情形，` +
    `红灯为落后超过${above}个百分点、逾期或超过上限，灰灯为没有可评判的进展；时序为当年已过天数占全年的比例，另有计划的按计划。）`
  )
}

const moved = (register: Register, consolidation: Consolidation, before: string): Section => ({
  heading: `较${earlierName(consolidation.period, before)}变化`,
  text: movedText(register, consolidation),
})

/**
 * Red and yellow ones, the furthest behind first; quantified indicators before milestones, which are behind by no points. Silence has no
 * colour, and does not hide behind that once the deadline is over.
 */
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
  const overdue = ordered.filter(({ indicator, light }) => shownLight(light) === 'grey' && indicator.deadline.date < consolidation.judgedOn)
  const names = overdue.map(({ indicator }) => nameInList(indicator))
  const past = names.length === 0 ? '' : `；期限已过、没有可评判的进展：${listed(names, '项')}`
  return { heading: '进度滞后', text: `红灯：${ofLight('red')}；黄灯：${ofLight('yellow')}${past}。` }
}

/** Of all that figures are asked of, with a target or without, and of milestones: who was to report it and did not. */
function withoutFigure(register: Register, { indicators }: Consolidation, annex: string): Section {
  const named = (kinds: readonly ReportedKind[], isNode: boolean): readonly string[] =>
    indicators.flatMap(({ indicator: id, reported, areas }) => {
      const indicator = indicatorById(register, id)
      if (!indicator || indicator.kind === 'narrative' || (indicator.kind === 'milestone') !== isNode) return []
      return kinds.includes(reported) && areas.some(({ due }) => due) ? [nameInList(indicator)] : []
    })
  // Somebody reported 基本完工 15, this month's 10, or the figures of counties alone: that is not nothing, and not the figure either.
  const text = [
    listed(named(['nothing'], false), '项', annex),
    ...lineOf('节点任务', named(['nothing', 'otherOnly'], true), annex),
    ...lineOf('已报其他内容、未报累计数', named(['otherOnly'], false), annex),
    ...lineOf('已报、尚未到计入完成的阶段', named(['otherStage'], false), annex),
    ...lineOf('只报分县数、未报全市数', named(['partsOnly'], false), annex),
  ]
  return { heading: '负责报送的单位未报数据', text: `${text.join('；')}。` }
}

const lineOf = (kind: string, names: readonly string[], annex: string): readonly string[] =>
  names.length === 0 ? [] : [`${kind}：${listed(names, '项', annex)}`]

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
