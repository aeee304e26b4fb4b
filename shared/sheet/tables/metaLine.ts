import { measureScale } from '../../quantity/measureScale.ts'
import type { TableMeta } from '../../record/reading.ts'
import { dateInText } from '../headings/dateInText.ts'
import { compactText } from '../view/compactText.ts'
import { FILING_ACTS, META_LABELS } from './metaWords.ts'

/** What a line says, before the cell that says it is added. */
export type MetaFacts = Omit<TableMeta, 'reportingUnitCell' | 'asOfCell' | 'fillDateCell' | 'unitNoteCell'>

/** A line above or below a table, compact. */
export interface MetaLine {
  readonly text: string
  /** The year of dates that have none. */
  readonly year: number | undefined
  /** Below the table, where dates are those of the signature. */
  readonly isBelow: boolean
}

/**
 * What a line of labels, dates or a unit of measure says; undefined where it is a title. What a rule finds goes before what
 * later ones find; a line whose date cannot be read is not a title either.
 */
export function readMetaLine(line: MetaLine): MetaFacts | undefined {
  let facts: MetaFacts | undefined
  for (const { read } of LINE_RULES) {
    const found = read(line)
    if (found) facts = { ...facts, ...found, ...facts }
  }
  return facts
}

interface LineRule {
  readonly name: string
  readonly example: string
  readonly read: (line: MetaLine) => MetaFacts | undefined
}

/** All of them are asked: one line may name a unit, a person and a day. */
export const LINE_RULES: readonly LineRule[] = [
  {
    name: 'labels of units and persons',
    example: '填报人:张三联系电话:2815000',
    read: ({ text }) => {
      let facts: MetaFacts | undefined
      for (const { field, pattern } of META_LABELS) {
        const value = pattern.exec(text)?.[1]
        if (value) facts = { ...facts, [field]: value.replace(/[,，;；。]+$/u, '') }
      }
      return facts
    },
  },
  {
    name: 'when it was filled in',
    example: '填报时间:2021年5月26日',
    read: ({ text, year }) => {
      const written = FILED_ON.exec(text)?.[1]
      return written ? fillDate(written, year) : undefined
    },
  },
  {
    name: 'the day that the figures are of',
    example: '截至时间:2021年5月26日',
    read: ({ text, year, isBelow }) => {
      if (isBelow || text.length >= LONGEST_AS_OF) return undefined
      const written = AS_OF.exec(text)?.[1]
      const asOf = written ? (lastDay(written, year) ?? dateInText(written, year)) : undefined
      const isLabelled = /[:：]/u.test(text.replace(NUMBER_OF_SHEET, '')) || /^[(（]?截[至止]/u.test(text)
      return asOf && isLabelled ? { asOf } : undefined
    },
  },
  {
    name: 'a day with 止 behind it, or the end of a month alone',
    example: '县教育体育局2021年5月26日止',
    read: ({ text, year, isBelow }) => {
      const [, day, end] = isBelow ? [] : (UNTIL_DAY.exec(text) ?? [])
      const written = day ?? end
      const asOf = written && dateInText(written, year)
      return asOf ? { asOf } : undefined
    },
  },
  {
    name: 'the stretch that is reported, to its last day',
    example: '统计区间:2021年6月7日至6月13日',
    read: ({ text, year, isBelow }) => {
      const [, written = ''] = isBelow ? [] : (STRETCH.exec(text) ?? [])
      const asOf = lastDay(written, year)
      return asOf ? { asOf } : undefined
    },
  },
  {
    name: 'a date alone',
    example: '2021年5月26日',
    read: ({ text, year }) => {
      const written = DATE_ALONE.exec(text)?.[1]
      return written ? fillDate(written, year) : undefined
    },
  },
  {
    name: 'the unit of measure',
    example: '单位:公里、个',
    read: ({ text }) => {
      const written = (UNIT_AT_END.exec(text) ?? UNIT_ALONE.exec(text))?.[1]
      const unitNote = written?.split(UNIT_SIGN).map((word) => compactText(word))
      return unitNote?.every(isMeasureWord) ? { unitNote } : undefined
    },
  },
]

const FILED_ON = new RegExp(`${FILING_ACTS.source}(?:日期|时间)[:：]?(.{4,20})`, 'u')
const AS_OF = /(?:(?:数据|统计)(?:截[至止])?(?:时间|日期|时点)|截[至止](?:时间|日期|时点)?)[:：]?(.{2,20})/u
/** 2021年5月26日止, and 2021年5月底 alone. */
const UNTIL_DAY = /((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)止$|^((?:19|20)\d{2}年\d{1,2}月[底末])$/u
/** 统计区间, 报告期, 数据周期: from one day to another. */
const STRETCH = /(?:(?:统计|数据|填报|报告)(?:区间|时段|周期|期间|范围)|报告期|统计期)[:：](.{4,40})/u
const STRETCH_SIGN = /[至到—–~～]+|(?<=[日月])-/u
/** The day behind the last 至 of a stretch, whose year may be named with the first day only; undefined where it is none. */
function lastDay(written: string, year: number | undefined): string | undefined {
  const [, ...behind] = written.split(STRETCH_SIGN)
  const last = behind.at(-1)
  return last === undefined ? undefined : dateInText(last, yearIn(written) ?? year)
}
const yearIn = (text: string): number | undefined => {
  const found = /((?:19|20)\d{2})[-./年]/u.exec(text)
  return found ? Number(found[1]) : undefined
}
/** 附件1： opens a title, and is no label. */
const NUMBER_OF_SHEET = /^附?[件表][一二三四五六七八九十\d]{0,3}[:：]/u
/** A longer line that mentions a day is about something else. */
const LONGEST_AS_OF = 40
const DATE_ALONE = /^(?:(?:日期|时间)[:：])?((?:19|20)\d{2}[-./年]\d{1,2}[-./月]\d{1,2}日?)$/u
/** 单位: at the end of a line; 填报单位: is a person's or a unit's. */
const UNIT_AT_END = /(?:^|[^报制送填])(?:计量)?单位[:：]([^:：]{1,20})$/u
const UNIT_ALONE = /^(?:计量)?单位[:：](.+)$/u
/** Between the measures of a note; white space was between 公里 and 万元 in 公里万元, as the text is compact. */
export const UNIT_SIGN = /[、,，/;；和及]|(?<=[^万亿千百元])(?=[百千]?[万亿千]?元$)/u

const isMeasureWord = (word: string): boolean => word.length <= 5 && measureScale(word).base.length <= 4

function fillDate(written: string, year: number | undefined): MetaFacts {
  const date = dateInText(written, year)
  return date ? { fillDate: date } : {}
}
