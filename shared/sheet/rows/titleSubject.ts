import { wordList } from '../../base/wordList.ts'
import type { RecognizedColumn } from '../../record/reading.ts'
import type { Register } from '../../register/register.ts'
import { normaliseHeading } from '../headings/normaliseHeading.ts'
import { isDecided, matchSubjects, NO_MATCH, type SubjectMatch } from '../subjects/matchSubjects.ts'
import type { Surroundings } from '../tables/tableMeta.ts'

/**
 * What the lines above a table are about, the lowest first, or else the one heading over all figures: the subject of
 * tables that name it nowhere else.
 */
export function titleSubject(register: Register, around: Surroundings, columns: readonly RecognizedColumn[]): SubjectMatch {
  const [measure, another] = around.meta.unitNote ?? []
  for (const line of [...around.lines].reverse()) {
    const match = subjectOfLine(register, line, another === undefined ? measure : undefined)
    if (isDecided(match)) return match
  }
  return groupSubject(register, columns)
}

/** A hint in brackets that is longer is not a measure. */
const LONGEST_MEASURE = 4

function subjectOfLine(register: Register, line: string, measure: string | undefined): SubjectMatch {
  const { core, hints } = normaliseHeading(line.replace(NUMBERED, '').replace(KIND_OF_SHEET, '').replace(BEHIND_BRACKETS, '$1'))
  const hint = hints.find((found) => found.length <= LONGEST_MEASURE) ?? measure
  const known = { figures: true, ...(hint ? { measure: hint } : {}) }
  const match = matchSubjects(register, core, known)
  if (match.indicators.length === 1) return match
  // 重点民生实事进度表（智慧安防小区）: brackets name one of what the words before them are about
  const bare = core.replace(REPORT_WORDS, '')
  for (const words of [bare, withoutTimeAndPlace(register, bare), ...hints.filter((one) => one.length > SHORTEST_SUBJECT)]) {
    const closer = words === core ? NO_MATCH : matchSubjects(register, words, known)
    if (isDecided(closer) && closer.indicators.length > 0 && isAmong(closer, match)) return closer
  }
  return match
}

/** 前三季度各县（市、区）视力检查建档: words of when and where are none of what. */
function withoutTimeAndPlace({ areas, city }: Register, words: string): string {
  const name = areas.find(({ code }) => code === city)?.name ?? ''
  return words.replace(TIMES_AND_PLACES.everywhere, '').replace(name, '')
}

/** Words of a title that say when and where. */
export const TIMES_AND_PLACES = wordList([
  { pattern: '(?:19|20)\\d{2}年度?', example: '2021年' },
  { pattern: '前?[一二三四1-4]季度', example: '前三季度' },
  { pattern: '[上下]半年', example: '上半年' },
  { pattern: '各县[(（]市[、,]?区[)）]', example: '各县（市、区）' },
  { pattern: '各县市?区', example: '各县市区' },
  { pattern: '各市县区?', example: '各市县' },
  { pattern: '全[市县区]', example: '全市' },
])

/** Fewer letters in brackets are a measure or a number. */
const SHORTEST_SUBJECT = 2

const isAmong = (closer: SubjectMatch, { indicators }: SubjectMatch): boolean =>
  indicators.length === 0 || closer.indicators.every((one) => indicators.includes(one))

/** 表一：, 附件2 before what a title is about. */
const NUMBERED = /^(?:附?表|附件)[一二三四五六七八九十\d]{0,3}[:：、.．—-]?|^[(（]?[一二三四五六七八九十]{1,3}[)）]?[:：]/u

/** 进展情况统计表 behind it. */
const KIND_OF_SHEET = /(进展|完成|推进)?(情况)?(统计|汇总|明细|调度|进度)?(表|台账|清单)$/u

/** What a title says of itself at its end: 任务完成情况通报. */
const ACTS = '完成|进展|推进|落实|实施|开展'
const KINDS = '统计|汇总|通报|月报|周报|报告'
const REPORT_WORDS = new RegExp(`(任务|工作|项目)?(?:(${ACTS})(情况|进度)?|情况)(${KINDS})?$`, 'u')

/** 近视防控（免费检查并建立视力档案）进展: the same behind brackets. */
const BEHIND_BRACKETS = new RegExp(`([)）])(?:任务|工作|项目|建设)?(?:${ACTS})?(?:情况|进度)?(?:${KINDS})?$`, 'u')

/** What the one heading over all figures is about, where no line above says it: 规范化社区办公用房 / 目标 | 已建成. */
function groupSubject(register: Register, columns: readonly RecognizedColumn[]): SubjectMatch {
  const groups = new Set(
    columns
      .filter(({ field }) => field === 'target' || field === 'cumulative')
      .map(({ header }) => header.slice(0, Math.max(0, header.lastIndexOf('/')))),
  )
  const [only, another] = groups
  if (!only || another !== undefined) return NO_MATCH
  const match = matchSubjects(register, normaliseHeading(only).core, { figures: true })
  return isDecided(match) ? match : NO_MATCH
}
