import { address } from '../../grid/a1.ts'
import { measureScale } from '../../quantity/measureScale.ts'
import type { TableMeta } from '../../record/reading.ts'
import { dateInText } from '../headings/dateInText.ts'
import { compactText } from '../view/compactText.ts'
import type { SheetView } from '../view/sheetView.ts'
import { textsOf } from './columnBand.ts'
import type { TableLayout } from './tableLayouts.ts'

/** What the lines around a table say, before it is given to the table. */
export interface Surroundings {
  readonly title?: { readonly row: number; readonly text: string }
  /** Every line above that is no meta line: titles, section words. */
  readonly lines: readonly string[]
  readonly meta: TableMeta
  readonly year?: number
}

const UNIT_LINE = /^(?:计量)?单位[:：](.+)$/u
const LABELS: readonly (readonly [RegExp, 'reportingUnit' | 'reporter' | 'reviewer' | 'approver' | 'phone'])[] = [
  [
    /(?:填报|填表|报送|上报|编制|制表|报告)(?:单位|部门|机关)(?:\((?:盖章|公章|签章)\))?[:：]([^:：]+?)(?=(?:填报|填表|报送|截[至止]|日期|时间|单位|联系|审核|负责)[^:：]{0,8}[:：]|$)/u,
    'reportingUnit',
  ],
  [
    /(?:填报人|填表人|制表人|报送人|上报人|经办人|制表|填表|联系人)(?:\(签字\))?[:：]([^:：]+?)(?=(?:审核|复核|校核|单位|主要|部门|分管|负责|联系|电话|签发|审签|填报|日期)[^:：]{0,8}[:：]|$)/u,
    'reporter',
  ],
  [
    /(?:审核人|复核人|校核人|审核)(?:\(签字\))?[:：]([^:：]+?)(?=(?:单位|主要|部门|分管|负责|联系|电话|签发|审签|填报|日期)[^:：]{0,8}[:：]|$)/u,
    'reviewer',
  ],
  [
    /(?:单位负责人|主要负责人|部门负责人|负责人|分管领导|主要领导|签发人|审签人)(?:\(签字\))?[:：]([^:：]+?)(?=(?:联系|电话|填报|审核|日期|填表|制表)[^:：]{0,8}[:：]|$)/u,
    'approver',
  ],
  [/(?:联系电话|电话|联系方式|手机)[:：]([-\d()（）、,转]+)/u, 'phone'],
]

/** Reads the lines above (title, filing unit, dates, units of measure) and below (signatures) a table. */
export function tableMeta(view: SheetView, layout: TableLayout, year: number | undefined): Surroundings {
  const { headings, above } = layout
  const { left, right } = headings
  const below = signatureRows(view, layout)
  const meta: { -readonly [K in keyof TableMeta]: TableMeta[K] } = {}
  const lines: { readonly row: number; readonly text: string; readonly cell: string }[] = []
  const cellOf = (row: number, index: number): string => {
    for (let column = left, at = 0; column <= right; column++)
      if (view.text(row, column) !== '' && at++ === index) return address(row, column)
    return address(row, left)
  }
  /** Reads a line and keeps where its dates stand. */
  const read = (text: string, cell: string, below = false): boolean => {
    const { asOf, fillDate, reportingUnit } = meta
    const known = readLine(text, titleYear, meta, below)
    if (meta.asOf !== asOf) meta.asOfCell = cell
    if (meta.fillDate !== fillDate) meta.fillDateCell = cell
    if (meta.reportingUnit !== reportingUnit) meta.reportingUnitCell = cell
    return known
  }
  const texts = (row: number): readonly string[] => {
    const found = textsOf(view, headings, row)
    const across = view.mergedText(row, left)
    return found.length === 0 && across !== '' ? [across] : found
  }
  const titleYear = yearOf(above.flatMap(texts).join(' ')) ?? year
  for (const row of above) {
    const parts = texts(row)
    parts.forEach((part, i) => {
      const text = withoutUnitNote(part, meta)
      const joined = /[:：]$/u.test(text) ? text + (parts[i + 1] ?? '') : text
      const cell = cellOf(row, i)
      const named = /^(?:项目|任务|事项|工程|实事)(?:名称)?[:：](.{4,40}?)(?=截[至止]|填报|填表|责任|牵头|单位|日期|时间|$)/u.exec(
        text,
      )?.[1]
      if (named !== undefined) lines.push({ row, text: named, cell })
      if (!read(joined, cell) && named === undefined && !/[:：]$/u.test(parts[i - 1] ?? '')) lines.push({ row, text, cell })
    })
  }
  for (const row of below) {
    const parts = texts(row)
    parts.forEach((text, i) => {
      const next = parts[i + 1] ?? ''
      const line = /[:：]$/u.test(text) ? text + next : /^[^:：]{2,8}$/u.test(text) && next !== '' ? `${text}:${next}` : text
      read(line, cellOf(row, i), true)
    })
  }
  for (const line of lines) {
    if (meta.asOf === undefined && /截[至止]|1[-—–~～至].{0,4}月/u.test(line.text)) {
      const asOf = dateInText(line.text.slice(Math.max(0, line.text.search(/截[至止]|1[-—–~～至].{0,4}月/u))), titleYear)
      if (asOf) {
        meta.asOf = asOf
        meta.asOfCell = line.cell
      }
    }
  }
  // a report of May stands at the end of May, where it does not say when it was filled in before
  for (const line of lines) {
    if (meta.asOf !== undefined) break
    const month = /(?:19|20)\d{2}年\d{1,2}月份?(?![\d—–~～至到底末上中下-])/u.exec(line.text)?.[0]
    const end = month === undefined ? undefined : dateInText(month, titleYear)
    if (end === undefined || (meta.fillDate !== undefined && meta.fillDate <= end)) continue
    meta.asOf = end
    meta.asOfCell = line.cell
  }
  const title = [...lines].reverse().sort((a, b) => b.text.length - a.text.length)[0]
  return {
    ...(title ? { title } : {}),
    lines: lines.map((line) => line.text),
    meta,
    ...(titleYear === undefined ? {} : { year: titleYear }),
  }
}

/** The last rows of the body that sign the table: 填报人：, 审核：. */
const signatureRows = (view: SheetView, { headings, body }: TableLayout): readonly number[] =>
  body.slice(-SIGNATURE_ROWS).filter((row) => textsOf(view, headings, row).some((text) => SIGNED.test(text)))

const SIGNATURE_ROWS = 8
const SIGNED = /(填报|填表|制表|报送|审核|负责人|联系电话|联系人|签发|审签|领导)[^:：]{0,6}([:：]|$)/u

/** Takes "（单位：人）" off the end of a title. */
function withoutUnitNote(text: string, meta: { -readonly [K in keyof TableMeta]: TableMeta[K] }): string {
  const found = /^(.{2,}?)[(（](?:计量)?单位[:：]([^()（）]{1,20})[)）]?$/u.exec(text)
  if (!found?.[1] || !found[2]) return text
  meta.unitNote ??= found[2].split(/[、,，/;；]/u)
  return found[1]
}

/** True where the line is one of meta data, not a title. */
function readLine(
  text: string,
  year: number | undefined,
  meta: { -readonly [K in keyof TableMeta]: TableMeta[K] },
  below = false,
): boolean {
  let known = false
  for (const [pattern, field] of LABELS) {
    const found = pattern.exec(text)
    if (!found?.[1]) continue
    known = true
    meta[field] ??= found[1].replace(/[,，;；。]+$/u, '')
  }
  const filed = /(?:填报|填表|报送|上报|制表|编制|报告)(?:日期|时间)[:：]?(.{4,20})/u.exec(text)
  if (filed?.[1]) {
    const date = dateInText(filed[1], year)
    if (date) meta.fillDate ??= date
    known = true
  }
  const asOf = /(?:截[至止](?:时间|日期)?|数据(?:截[至止])?(?:时间|日期)|统计(?:截[至止])?(?:时间|日期))[:：]?(.{2,20})/u.exec(text)
  if (asOf?.[1] && !below && text.length < 40) {
    const date = dateInText(asOf[1], year)
    if (date && (/[:：]/u.test(text) || /^[(（]?截[至止]/u.test(text))) {
      meta.asOf ??= date
      known = true
    }
  }
  const bare = /^(?:(?:日期|时间)[:：])?((?:19|20)\d{2}[-./年]\d{1,2}[-./月]\d{1,2}日?)$/u.exec(text)
  if (bare?.[1]) {
    const date = dateInText(bare[1], year)
    if (date) meta.fillDate ??= date
    known = true
  }
  const unit = /(?:^|[^报制送填])(?:计量)?单位[:：]([^:：]{1,20})$/u.exec(text) ?? UNIT_LINE.exec(text)
  if (unit?.[1]) {
    const words = unit[1].split(/[、,，/;；]/u).map((word) => compactText(word))
    if (words.every((word) => word.length <= 5 && measureScale(word).base.length <= 4)) {
      meta.unitNote ??= words
      known = true
    }
  }
  return known
}

const yearOf = (text: string): number | undefined => {
  const found = /((?:19|20)\d{2})年/u.exec(text)
  return found ? Number(found[1]) : undefined
}
