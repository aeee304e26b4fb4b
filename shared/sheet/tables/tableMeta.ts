import { address, columnOf, rowOf } from '../../grid/a1.ts'
import { isoFromSerial } from '../../quantity/dates/calendar.ts'
import { isDateFormat } from '../../quantity/isDateFormat.ts'
import type { TableMeta } from '../../record/reading.ts'
import type { Register } from '../../register/register.ts'
import { dateInText } from '../headings/dateInText.ts'
import { daysInNote } from '../headings/daysInNote.ts'
import { compactText } from '../view/compactText.ts'
import type { SheetView } from '../view/sheetView.ts'
import { textsOf } from './columnBand.ts'
import { type MetaFacts, readMetaLine, UNIT_SIGN } from './metaLine.ts'
import { NEXT_OF_PROJECT, SIGNING_WORDS } from './metaWords.ts'
import { NOTE_OPENINGS } from './rowWords.ts'
import type { TableLayout } from './tableLayouts.ts'

/** What the lines around a table say, before it is given to the table. */
export interface Surroundings {
  /** The longest line above, of equal ones the lowest. */
  readonly title?: TitleLine
  /** Every line above that is not one of labels and dates: titles, section words. */
  readonly lines: readonly string[]
  readonly meta: TableMeta
  /** The year that the lines above name, else the one that is reported. */
  readonly year?: number
}

interface TitleLine {
  readonly row: number
  readonly text: string
  readonly cell: string
}

/** What is known besides the sheet. */
export interface Given {
  readonly register: Register
  /** The year of dates that name none. */
  readonly year?: number | undefined
  /** "2021-05" */
  readonly period?: string | undefined
}

/** Reads the lines above (title, filing unit, dates, units of measure) and below (signatures) a table. */
export function tableMeta(view: SheetView, layout: TableLayout, given: Given): Surroundings {
  const above = layout.above.map((row) => lineOf(view, layout, row))
  const titleYear = yearOf(above.flatMap(({ texts }) => texts).join(' ')) ?? given.year
  const lines: TitleLine[] = []
  let meta: TableMeta = {}
  for (const { row, texts, cells } of above) {
    texts.forEach((written, i) => {
      const { text, unitNote } = withoutUnitNote(written)
      const cell = cells[i] ?? ''
      const project = PROJECT_NAME.exec(text)?.[1]
      if (project !== undefined) lines.push({ row, text: project, cell })
      const whole = endsInColon(text) ? text + (texts[i + 1] ?? '') : text
      const facts = readMetaLine({ text: whole, year: titleYear, isBelow: false })
      meta = withFacts(withFacts(meta, unitNote ? { unitNote } : {}, cell), facts ?? {}, cell)
      if (!facts && project === undefined && !endsInColon(texts[i - 1] ?? '')) lines.push({ row, text, cell })
    })
  }
  for (const row of signatureRows(view, layout)) {
    const { texts, cells } = lineOf(view, layout, row)
    texts.forEach((text, i) => {
      const facts = readMetaLine({ text: withName(text, texts[i + 1] ?? ''), year: titleYear, isBelow: true })
      if (facts) meta = withFacts(meta, facts, cells[i] ?? '')
    })
  }
  meta = withFacts(meta, ...asOfInTitles(lines, meta, { ...given, year: titleYear }))
  meta = withNotes(meta, view, layout, { ...given, year: titleYear })
  if (meta.asOf === undefined) meta = { ...meta, ...asOfInName(view.grid.sheetName, titleYear) }
  const title = [...lines].reverse().sort((a, b) => b.text.length - a.text.length)[0]
  return {
    ...(title ? { title } : {}),
    lines: lines.map(({ text }) => text),
    meta,
    ...(titleYear === undefined ? {} : { year: titleYear }),
  }
}

/** The texts of a row and their cells; a title that is merged into the table from its left counts as one of its texts. */
function lineOf(view: SheetView, { headings }: TableLayout, row: number) {
  const cells: string[] = []
  for (let column = headings.left; column <= headings.right; column++) if (view.text(row, column) !== '') cells.push(address(row, column))
  const across = cells.length === 0 ? view.mergedText(row, headings.left) : ''
  return across === ''
    ? { row, texts: cells.map((cell) => dateShown(view, cell) ?? view.text(rowOf(cell), columnOf(cell))), cells }
    : { row, texts: [across], cells: [address(row, headings.left)] }
}

/** A day in a cell formatted as a date (截至时间： | 44342), as a person sees it. */
function dateShown({ grid }: SheetView, cell: string): string | undefined {
  const serial = grid.cells[rowOf(cell) - 1]?.[columnOf(cell) - 1]
  const format = grid.formats[cell]
  if (typeof serial !== 'number' || format === undefined || !isDateFormat(format)) return undefined
  const [year, month, day] = (isoFromSerial(serial, grid.date1904) ?? '').split('-').map(Number)
  return year ? `${year}年${month}月${day}日` : undefined
}

/** Adds what a line says; of two lines that say the same thing the first counts. */
function withFacts(meta: TableMeta, facts: MetaFacts, cell: string): TableMeta {
  const isNew = (field: keyof MetaFacts) => facts[field] !== undefined && meta[field] === undefined
  return {
    ...meta,
    ...facts,
    ...meta,
    ...(isNew('asOf') ? { asOfCell: cell } : {}),
    ...(isNew('fillDate') ? { fillDateCell: cell } : {}),
    ...(isNew('reportingUnit') ? { reportingUnitCell: cell } : {}),
    ...(isNew('unitNote') ? { unitNoteCell: cell } : {}),
  }
}

/**
 * The day that the figures are of, where no label names it: that of a title with 截至 or a span of months, else the end of
 * the month that a title reports on, unless the sheet was filled in before.
 *
 *     2021年1-5月进展情况表                              2021-05-31
 *     2021年5月进展情况表                                2021-05-31
 *     2021年5月进展情况表, 填报时间：2021年5月26日           none
 */
function asOfInTitles(lines: readonly TitleLine[], meta: TableMeta, { year, period }: Given): readonly [MetaFacts, string] {
  for (const { text, cell } of lines) {
    const at = text.search(AS_OF_IN_TITLE)
    const asOf = at < 0 ? undefined : dateInText(text.slice(at), year)
    if (asOf) return [{ asOf }, cell]
  }
  for (const { text, cell } of lines) {
    const month = MONTH_IN_TITLE.exec(text)?.[0]
    const asOf = month === undefined ? undefined : dateInText(month, year)
    if (asOf !== undefined && (meta.fillDate === undefined || meta.fillDate > asOf)) return [{ asOf }, cell]
  }
  for (const { text, cell } of lines) {
    const asOf = endOfStretch(text, year)
    const isOver = period === undefined || asOf === undefined || asOf.slice(0, 7) <= period
    if (asOf !== undefined && isOver && (meta.fillDate === undefined || meta.fillDate > asOf)) return [{ asOf }, cell]
  }
  return [{}, '']
}

/** The last day of the quarters or half-year that a title reports on: 前三季度进展情况. */
function endOfStretch(text: string, year: number | undefined): string | undefined {
  const [, quarter, half] = STRETCH_IN_TITLE.exec(text) ?? []
  const month = half === undefined ? ('一二三四'.indexOf(quarter ?? '-') + 1 || Number(quarter)) * 3 : half === '上' ? 6 : 12
  return year === undefined || !(month > 0) ? undefined : dateInText(`${year}年${month}月底`, year)
}

/** 2021年7月进展情况表 says no more than the month: a note's day in it (统计截至7月25日) is the day of the figures. */
function isMonthOf({ asOf, asOfCell }: TableMeta, noted: string, view: SheetView): boolean {
  if (asOf === undefined || asOfCell === undefined || asOf.slice(0, 7) !== noted.slice(0, 7) || noted >= asOf) return false
  return !STATES_DAY.test(view.mergedText(rowOf(asOfCell), columnOf(asOfCell)))
}
const STATES_DAY = /\d日|[截至止]|\d{1,2}[-./]\d{1,2}[-./]\d{1,2}/u

const withoutDay = ({ asOf: _, asOfCell: __, ...meta }: TableMeta): TableMeta => meta

/** With the day that a line below the table names (注：数据截至6月30日), where no line above does, and those of single areas. */
function withNotes(meta: TableMeta, view: SheetView, { headings, body }: TableLayout, { register, year }: Given): TableMeta {
  let noted = meta
  for (const row of body.slice(-SIGNATURE_ROWS)) {
    const [text, ...others] = textsOf(view, headings, row)
    if (text === undefined || others.length > 1 || !(/截[至止]/u.test(text) || NOTE_OPENINGS.pattern.test(text))) continue
    const { asOf, areas } = daysInNote(register, text, year)
    if (asOf !== undefined)
      noted = withFacts(isMonthOf(noted, asOf, view) ? withoutDay(noted) : noted, { asOf }, address(row, headings.left))
    if (areas.size > 0) noted = { ...noted, asOfOfAreas: { ...noted.asOfOfAreas, ...Object.fromEntries(areas) } }
  }
  return noted
}

/** The day that the sheet's own name states (截至5月26日, 6.30); a month alone states none. */
function asOfInName(name: string, year: number | undefined): MetaFacts {
  const text = compactText(name)
  const states = /截[至止]|\d{1,2}月\d{1,2}日|^\d{1,2}\.\d{1,2}$/u.test(text)
  const asOf = states ? dateInText(text, year) : undefined
  return asOf ? { asOf } : {}
}

const AS_OF_IN_TITLE = /截[至止]|1[-—–~～至].{0,4}月/u
const MONTH_IN_TITLE = /(?:19|20)\d{2}年\d{1,2}月份?(?![\d—–~～至到底末上中下-])/u

const STRETCH_IN_TITLE = /前?([一二三四1-4])季度(?!.{0,4}(?:计划|目标|任务))|([上下])半年(?!.{0,4}(?:计划|目标|任务))/u

/** 项目名称：崤函小学天桥 截至…: the project that all rows of the table are about. */
const PROJECT_NAME = new RegExp(`^(?:项目|任务|事项|工程|实事)(?:名称)?[:：](.{4,40}?)(?=${NEXT_OF_PROJECT.source}|$)`, 'u')

/** Signatures are among the last rows of the body. */
const SIGNATURE_ROWS = 8

/** The last rows of the body that sign the table: 填报人：, 审核：. */
const signatureRows = (view: SheetView, { headings, body }: TableLayout): readonly number[] =>
  body.slice(-SIGNATURE_ROWS).filter((row) => textsOf(view, headings, row).some((text) => SIGNING_WORDS.pattern.test(text)))

/** A label and the name in the next cell: "填报人：" or "填报人" before "张三". */
function withName(text: string, next: string): string {
  if (endsInColon(text)) return text + next
  return /^[^:：]{2,8}$/u.test(text) && next !== '' ? `${text}:${next}` : text
}

const endsInColon = (text: string): boolean => /[:：]$/u.test(text)

/** Takes "（单位：人）" off the end of a title. */
function withoutUnitNote(text: string): { readonly text: string; readonly unitNote?: readonly string[] } {
  const found = /^(.{2,}?)[(（](?:计量)?单位[:：]([^()（）]{1,20})[)）]?$/u.exec(text)
  if (!found?.[1] || !found[2]) return { text }
  return { text: found[1], unitNote: found[2].split(UNIT_SIGN) }
}

const yearOf = (text: string): number | undefined => {
  const found = /((?:19|20)\d{2})年/u.exec(text)
  return found ? Number(found[1]) : undefined
}
