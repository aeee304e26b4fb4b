import { rowOf } from '../../grid/a1.ts'
import { compactText } from '../view/compactText.ts'
import type { SheetView } from '../view/sheetView.ts'
import { textsOf } from './columnBand.ts'
import { signatureOf, type TableLayout } from './tableLayouts.ts'
import { type Given, type Surroundings, tableMeta } from './tableMeta.ts'

/**
 * What the lines around a table say. A table under the same headings as one further up, and under a caption that says the
 * same of other places, goes on with it: the subject and the day that are named above the first are the second's too.
 *
 *     窨井设施整治通报
 *     各县（市）完成情况表      单位 | 目标 | 完成
 *     各区（功能区）完成情况表   单位 | 目标 | 完成     goes on
 *     路灯安装情况表           单位 | 目标 | 完成     does not
 *
 * The day that stands above the first table of a sheet is that of the others too, unless they name a time of their own.
 */
export function surroundings(view: SheetView, layout: TableLayout, all: readonly TableLayout[], given: Given): Surroundings {
  const own = tableMeta(view, layout, given)
  const first = firstOf(view, layout, all)
  if (!first) return isOfOwnTime(own) ? own : { ...own, meta: { ...own.meta, ...dayOfSheet(view, layout, all, given) } }
  const above = tableMeta(view, first, given)
  return { ...above, ...own, lines: [...above.lines, ...own.lines], meta: { ...above.meta, ...own.meta } }
}

/** Whether a table names its own day, or a month that may be another than the sheet's. */
const isOfOwnTime = ({ lines, meta }: Surroundings): boolean =>
  meta.asOf !== undefined || meta.fillDate !== undefined || lines.some((line) => NAMES_TIME.test(line))

const NAMES_TIME = /\d{1,2}月|季度|半年|全年|[上本]月/u

/** The day that the lines above the first table of the sheet name: it is that of the tables below and beside it that name none. */
function dayOfSheet(
  view: SheetView,
  { headings }: TableLayout,
  all: readonly TableLayout[],
  given: Given,
): Pick<Surroundings['meta'], 'asOf' | 'asOfCell'> {
  const [top] = all.toSorted((a, b) => a.headings.top - b.headings.top || a.headings.left - b.headings.left)
  if (!top || top.headings === headings) return {}
  const { asOf, asOfCell } = tableMeta(view, top, given).meta
  return asOf === undefined || asOfCell === undefined || rowOf(asOfCell) >= top.headings.top ? {} : { asOf, asOfCell }
}

/** The first table that one goes on with. */
function firstOf(view: SheetView, layout: TableLayout, all: readonly TableLayout[]): TableLayout | undefined {
  const caption = captionOf(view, layout)
  if (caption === undefined) return undefined
  return all.find(
    (other) =>
      other.headings.bottom < layout.headings.top &&
      signatureOf(other.headings) === signatureOf(layout.headings) &&
      captionOf(view, other) === caption,
  )
}

/** The line nearest the headings without its number and its words of places; undefined where there is none. */
function captionOf(view: SheetView, { headings, above }: TableLayout): string | undefined {
  const row = above.at(-1)
  if (row === undefined) return undefined
  const [text = view.mergedText(row, headings.left), ...others] = textsOf(view, headings, row)
  if (text === '' || others.length > 0) return undefined
  return compactText(text).replace(NUMBER, '').replace(PLACES, '')
}

/** 一、, （二）, 表3： before a caption. */
const NUMBER = /^(?:附?表)?[(（]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．:：]?/u

/** 各县（市）, 各区（功能区）, 乡镇: whose figures a list has, not of what. */
const PLACES = /^(?:[各全(（)）、和及市县区]|功能区|开发区|示范区|园区|乡镇|街道|办事处)*/u
