import type { RecognizedColumn, SkippedRow } from '../../record/reading.ts'
import { findArea } from '../../register/findArea.ts'
import type { AreaCode, Register } from '../../register/register.ts'
import { areaOfName } from '../subjects/areaOfName.ts'
import { categoryOf } from '../subjects/categoryOf.ts'
import type { SheetView } from '../view/sheetView.ts'
import type { TableLayout } from './tableLayouts.ts'

/** A row under the headings: data, or why not. */
export type RowClass =
  | { readonly kind: 'data' }
  | { readonly kind: 'section'; readonly text: string; readonly category?: number; readonly area?: AreaCode }
  | { readonly kind: 'skip'; readonly reason: SkippedRow['reason'] }

/** A table whose columns are decided and whose rows are not. */
export interface TableOfColumns {
  readonly view: SheetView
  readonly register: Register
  readonly layout: TableLayout
  readonly columns: readonly RecognizedColumn[]
}

const TOTAL = /^(合计|总计|共计|总数|全市合计|全市总计|全市|全市汇总|汇总|合计数|计|本页合计|累计|全县合计|全区合计|总合计|平均|全市平均)$/u
const CITY = /^(全市|全市合计|全市汇总|全市总计)$/u
const SUBTOTAL = /(小计|分计)$|^小计|^(第?[一二三四五六]批|.{2,8})合计$/u
const OF_WHICH = /^(其中|#|＃)[:：]?/u
const NOTE = /^(注|备注|说明|附注|填表说明|填报说明|填报要求|备注说明|注释|★|※|\*|注意)\d{0,2}[:：.、，,\d]|^[(（]?(注|说明)[)）:：]/u
const SIGNATURE =
  /(填报人|填表人|制表人|审核人|复核人|报送人|经办人|单位负责人|主要负责人|分管领导|负责人|签发人|审签人|联系人|联系电话|填报日期|填报时间|填表日期|报送日期|制表日期|签字|盖章)[^:：]{0,6}[:：]/u
const SIGNED =
  /^(填报人|填表人|制表人|审核人|复核人|报送人|经办人|单位负责人|主要负责人|签发人|审签人|联系电话|填报日期|填表日期|制表)[:：]?$/u
/** A head that is a signature's label alone, whatever stands beside it. */
const SIGNING = /^(审核|复核|校核|填表|制表|填报|报送|统计|审签|签发|经办)(单位|部门|日期|时间)?([(（].{1,4}[)）])?[:：]/u
const CHINESE_NUMBER = /^[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．,，:：]?$/u
const SECTION = /^[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．,，:：)）]|^\d{1,2}[、．]\D|^第[一二三四五六七八九十]{1,3}[类项部]/u
const MARK = /^(?:[-—―─－/\\~～*·…]{1,6}|无|无任务|无此任务|无此项|不涉及|不适用|n\/?a)$/iu

/** Whether a row holds data; sections, totals, notes, signatures and marks of "no such task" are told apart. */
export function classifyRow(table: TableOfColumns, row: number): RowClass {
  const { view } = table
  const { left, right } = table.layout.headings
  const cells = view.grid.cells[row - 1]
  let first = 0
  let filled = 0
  let figures = 0
  if (cells) {
    const end = Math.min(right, cells.length)
    for (let column = left; column <= end; column++) {
      const value = view.value(row, column)
      if (value === null) continue
      if (filled === 0) first = column
      filled++
      if (typeof value === 'number') figures++
    }
  }
  if (filled === 0) return { kind: 'skip', reason: 'blank' }
  if (filled === 1 && opensCity(table, row, first)) return { kind: 'section', text: view.text(row, first), area: table.register.city }
  const total = totalOf(table, row)
  if (total) return total
  if (filled <= 3 && figures === 0) {
    const head = view.text(row, first)
    if (NOTE.test(head)) return { kind: 'skip', reason: 'note' }
    if (SIGNATURE.test(head) || SIGNING.test(head) || (SIGNED.test(head) && filled > 1)) return { kind: 'skip', reason: 'signature' }
  }
  if (filled > 1 && typeof view.value(row, first) === 'string') {
    const head = view.text(row, first)
    if (SIGNED.test(head) || (SIGNATURE.test(head) && head.length < 30)) return { kind: 'skip', reason: 'signature' }
  }
  const section = sectionOf(table, row, first, filled, figures)
  if (section) return section
  return notApplicable(table, row, figures) ? { kind: 'skip', reason: 'not_applicable' } : DATA
}

/** 全市 alone in its row over rows of tasks. */
const opensCity = ({ view, columns }: TableOfColumns, row: number, first: number): boolean =>
  CITY.test(view.text(row, first)) && columns.some(({ field }) => field === 'task' || field === 'indicator')

const DATA: RowClass = { kind: 'data' }

/** Totals are named in the first columns: seq, category, task, indicator, area, batch. */
function totalOf(table: TableOfColumns, row: number): RowClass | undefined {
  const { columns, words } = namesOf(table)
  for (const column of columns) {
    if (typeof table.view.value(row, column.column) !== 'string') continue
    const text = table.view.text(row, column.column)
    if (text.length > 18 || !MAY_BE_TOTAL.test(text)) continue
    let reason = words.get(text)
    if (reason === undefined) {
      reason = totalWord(text)
      words.set(text, reason)
    }
    if (reason === null || (reason === 'city' && !areaTotals(table, column))) continue
    return { kind: 'skip', reason: reason === 'city' ? 'total' : reason }
  }
  return undefined
}

/** A letter of each word that says a total. */
const MAY_BE_TOTAL = /[计总汇市均其#＃]/u

type TotalWord = 'total' | 'city' | 'of_which' | 'subtotal' | null

/** What a naming cell says of its row, where it says a total; 全市 may be one. */
function totalWord(words: string): TotalWord {
  const text = words.replace(/[()（）:：]/gu, '')
  if (text === '' || text.length > 14) return null
  if (TOTAL.test(text)) return text === '全市' ? 'city' : 'total'
  if (OF_WHICH.test(text)) return 'of_which'
  return SUBTOTAL.test(text) ? 'subtotal' : null
}

interface Names {
  readonly columns: readonly RecognizedColumn[]
  readonly words: Map<string, TotalWord>
}

/** The naming columns of a table, and what their words were found to say. */
function namesOf(table: TableOfColumns): Names {
  const known = names.get(table)
  if (known) return known
  const columns = table.columns.filter(({ field }) => field === undefined || NAMING.has(field))
  const made = { columns, words: new Map<string, TotalWord>() }
  names.set(table, made)
  return made
}

const names = new WeakMap<TableOfColumns, Names>()

const NAMING: ReadonlySet<string> = new Set(['seq', 'category', 'task', 'indicator', 'area', 'batch', 'milestone'])

/** 全市 is a total where counties stand beside it, and an area like others where each task has one row. */
function areaTotals(table: TableOfColumns, column: RecognizedColumn): boolean {
  if (column.field !== 'area' || !table.columns.some((other) => other.field === 'task' || other.field === 'indicator')) return true
  const known = countiesBeside.get(table)
  if (known !== undefined) return known
  const beside = table.view.filledRows.slice(0, 200).some((row) => {
    const found = areaOfName(table.register, table.view.text(row, column.column))
    return found?.kind === 'area' && found.area.code !== table.register.city
  })
  countiesBeside.set(table, beside)
  return beside
}

const countiesBeside = new WeakMap<TableOfColumns, boolean>()

function sectionOf(table: TableOfColumns, row: number, first: number, filled: number, figures: number): RowClass | undefined {
  const { view, register, columns, layout } = table
  const { left, right } = layout.headings
  if (figures > 0 || filled > 2) return undefined
  const head = view.text(row, first)
  let text = head
  if (filled === 2) {
    if (!CHINESE_NUMBER.test(head)) return undefined
    for (let column = first + 1; column <= right; column++) {
      const next = view.text(row, column)
      if (next !== '') text = `${head}${next}`
    }
  }
  const merge = view.mergeAt(row, first)
  const width = right - left + 1
  const across = merge !== undefined && merge.right - merge.left + 1 >= Math.max(2, width * 0.5)
  const found = findArea(register, text.replace(/[:：]$/u, ''))
  const area = found?.kind === 'area' ? found.area.code : undefined
  const category = categoryOf(register, text)
  const field = columns.find((column) => column.column === first)?.field
  const bound = { ...(category === undefined ? {} : { category }), ...(area === undefined ? {} : { area }) }
  if (across) return text.length > 60 && !SECTION.test(text) ? { kind: 'skip', reason: 'note' } : { kind: 'section', text, ...bound }
  if (filled === 2) return SECTION.test(text) || CHINESE_NUMBER.test(head) ? { kind: 'section', text, ...bound } : undefined
  if (area !== undefined && field !== 'area') return { kind: 'section', text, ...bound }
  if (SECTION.test(text) && (category !== undefined || first === left || field === 'seq' || field === 'category'))
    return { kind: 'section', text, ...bound }
  if (category !== undefined && (field === 'seq' || field === 'category' || field === undefined)) return { kind: 'section', text, ...bound }
  if (first === left && text.length > 30 && field !== 'task' && field !== 'indicator') return { kind: 'skip', reason: 'note' }
  return undefined
}

/** Every figure cell is a mark of "no such task", and there is at least one. */
function notApplicable(table: TableOfColumns, row: number, figures: number): boolean {
  if (figures > FEW_FIGURES(table)) return false
  let marks = 0
  for (const column of table.columns) {
    if (column.field === undefined || !FIGURE.has(column.field)) continue
    const value = table.view.value(row, column.column)
    if (value === null) continue
    if (typeof value === 'string' && MARK.test(table.view.text(row, column.column))) marks++
    else return false
  }
  return marks > 0
}

/** A running number in the first column is no figure. */
const FEW_FIGURES = (table: TableOfColumns): number => (table.columns.some((column) => column.field === 'seq') ? 1 : 0)

const FIGURE: ReadonlySet<string> = new Set([
  'target',
  'cumulative',
  'period_value',
  'previous_cumulative',
  'carry_over',
  'percent',
  'start_rate',
  'invest_plan',
  'invest_done',
  'progress_text',
])
