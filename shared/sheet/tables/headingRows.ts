import type { ColumnField } from '../../record/reading.ts'
import { findArea } from '../../register/findArea.ts'
import type { Register } from '../../register/register.ts'
import { headingFields } from '../headings/headingFields.ts'
import { normaliseHeading } from '../headings/normaliseHeading.ts'
import { matchSubjects } from '../subjects/matchSubjects.ts'
import type { SheetView } from '../view/sheetView.ts'

/** Rows of headings that belong together, in a band of columns. */
export interface HeadingBlock {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** What a row without values, long texts and notes looks like as a row of headings. */
interface RowLook {
  readonly filled: number
  readonly known: number
  readonly areas: number
  readonly subjects: number
  /** Headings that are no words of a state (完工, 已开工, 是否完成), which rows of data hold too. */
  readonly plain: number
  readonly first: number
}

const VALUE =
  /^[-+]?[\d.,]+[%％万亿]?$|^[-—/]$|^#[A-Z/0!]+|^(?:(?:19|20)\d{2}年)?\d{1,2}月(?:\d{1,2}日|底|末|初|[上中下]旬)前?$|^\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?$|^[是否√×✓✗红黄绿]$/u
const META = /^(填报|填表|制表|报送|编制|上报|单位|截[至止]|时间|日期|报告期|联系|审核|负责|统计)[^:：]{0,12}[:：]./u
/** Totals as headings of columns (全市合计). */
const TOTAL = /^(合计|总计|全市|全市合计|小计|共计|全市总计|总数)$/u

/**
 * Finds the heading blocks of a band of columns, from top to bottom; rows of headings stand at most four deep. Rows that a
 * person pointed at are headings whatever they say.
 */
export function headingRows(
  view: SheetView,
  register: Register,
  left: number,
  right: number,
  pointed: readonly number[] = [],
): readonly HeadingBlock[] {
  const blocks: HeadingBlock[] = []
  const rows = view.filledRows
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const shown = pointed.includes(row)
    if (!shown && !startsBlock(view, register, row, left, right)) continue
    let top = row
    const above = rows[i - 1]
    const before = blocks.at(-1)
    if (shown && before?.bottom === row - 1 && above === before.bottom && row - before.top < 4) {
      blocks.pop()
      top = before.top
    }
    if (above === row - 1 && blocks.at(-1)?.bottom !== above && isGroupRow(view, register, above, row, left, right)) {
      top = above
      const higher = rows[i - 2]
      if (higher === above - 1 && blocks.at(-1)?.bottom !== higher && isGroupRow(view, register, higher, above, left, right)) top = higher
    }
    let bottom = mergedBottom(view, top, row, left, right)
    while (bottom - top < 3) {
      const next = bottom + 1
      if (rows[i + (next - row)] !== next && !rows.includes(next)) break
      if (!continuesBlock(view, register, next, top, bottom, left, right)) break
      bottom = Math.max(next, mergedBottom(view, next, next, left, right))
    }
    blocks.push({ top, bottom: Math.min(bottom, top + 3), left, right })
    while (i + 1 < rows.length && (rows[i + 1] as number) <= bottom) i++
  }
  return blocks
}

/** Fields whose headings stand for themselves: enough to tell a row of headings. */
const TELLING: ReadonlySet<ColumnField> = new Set<ColumnField>([
  'seq',
  'category',
  'task',
  'indicator',
  'area',
  'batch',
  'milestone',
  'unit_of_measure',
  'target',
  'period_value',
  'cumulative',
  'previous_cumulative',
  'carry_over',
  'percent',
  'visual_progress',
  'progress_text',
  'deadline',
  'lead_unit',
  'remark',
  'as_of',
])

const STATES: ReadonlySet<ColumnField> = new Set<ColumnField>([
  'cumulative',
  'status',
  'completed_flag',
  'started_flag',
  'status_light',
  'carry_over',
])

function startsBlock(view: SheetView, register: Register, row: number, left: number, right: number): boolean {
  const look = lookAt(view, register, row, left, right)
  if (!look || look.filled < 2) return false
  const hits = look.known + look.areas + look.subjects
  if (hits / look.filled < 0.5 || look.plain === 0) return false
  return look.known >= 2 || (look.known >= 1 && look.areas >= 2) || (look.known >= 1 && look.subjects >= 1)
}

/** A row above that groups the headings below it: few texts, spread, merged or followed by blanks. */
function isGroupRow(view: SheetView, register: Register, row: number, below: number, left: number, right: number): boolean {
  const look = lookAt(view, register, row, left, right)
  if (!look || look.filled === 0) return false
  const merges = view.mergesIn(row, row).filter((area) => area.right >= left && area.left <= right)
  // a line across the columns that name the rows (编号, 事项 …) is none over them
  if (merges.some((area) => area.left === left && area.right > left && area.bottom < below && isNaming(view.text(below, left))))
    return false
  const reaching = merges.some((area) => area.bottom >= below)
  const across = merges.filter((area) => area.right > area.left && area.right - area.left + 1 < (right - left + 1) * 0.9)
  if (look.filled === 1)
    return reaching || (across.length === 1 && (look.areas > 0 || look.subjects > 0 || look.known > 0) && across[0]?.left !== left)
  return reaching || across.length > 0 || (look.known + look.areas + look.subjects) / look.filled >= 0.5
}

const isNaming = (text: string): boolean => headingFields(text).some(({ field, score }) => score >= 0.9 && NAMING.has(field))
const NAMING: ReadonlySet<ColumnField> = new Set<ColumnField>(['seq', 'category', 'task', 'indicator', 'area'])

function continuesBlock(
  view: SheetView,
  register: Register,
  row: number,
  top: number,
  bottom: number,
  left: number,
  right: number,
): boolean {
  const look = lookAt(view, register, row, left, right)
  if (!look || look.filled === 0) return false
  const hits = look.known + look.areas + look.subjects
  let under = 0
  let beside = 0
  for (let column = left; column <= right; column++) {
    if (view.text(row, column) === '') continue
    const group = groupAbove(view, top, bottom, column, left)
    if (group.spanning || view.text(bottom, column) === '') under++
    else beside++
  }
  // a row that also fills the columns of single headings is the first row of data, unless its words are headings too
  if (beside > under) return hits / look.filled >= 0.75 && look.known >= 2 && look.areas <= look.known
  return hits / look.filled >= 0.5 || (look.first > left && under === look.filled && look.filled >= 2)
}

function groupAbove(view: SheetView, top: number, bottom: number, column: number, left: number): { readonly spanning: boolean } {
  for (let row = bottom; row >= top; row--) {
    const merge = view.mergeAt(row, column)
    if (merge && merge.right > merge.left) return { spanning: true }
    if (view.text(row, column) !== '') {
      return { spanning: view.text(row, column + 1) === '' && column + 1 <= view.right && view.text(row + 1, column + 1) !== '' }
    }
    if (column === left) return { spanning: false }
  }
  return { spanning: true }
}

/** The lowest row that merges starting in these rows reach, within four. */
function mergedBottom(view: SheetView, top: number, bottom: number, left: number, right: number): number {
  let low = bottom
  for (const area of view.mergesIn(top, bottom)) {
    if (area.right < left || area.left > right || area.top < top) continue
    if (area.bottom > low && area.bottom - top < 4) low = area.bottom
  }
  return low
}

/** Undefined where the row holds a value, a long text or a note: no row of headings does. */
function lookAt(view: SheetView, register: Register, row: number, left: number, right: number): RowLook | undefined {
  const cells = view.grid.cells[row - 1]
  if (!cells) return undefined
  const end = Math.min(right, cells.length)
  for (let column = left; column <= end; column++) if (typeof cells[column - 1] === 'number') return undefined
  let filled = 0
  let known = 0
  let areas = 0
  let subjects = 0
  let plain = 0
  let first = right + 1
  for (let column = left; column <= end; column++) {
    const text = view.text(row, column)
    if (text === '') continue
    if (text.length > 45 || VALUE.test(text) || META.test(text)) return undefined
    filled++
    first = Math.min(first, column)
    if (TOTAL.test(text) || findArea(register, text) !== undefined) areas++
    else if (headingFields(text).some((guess) => guess.score >= 0.9 || (guess.score >= 0.7 && TELLING.has(guess.field)))) {
      known++
      if (headingFields(text).some((guess) => guess.score >= 0.9 && !STATES.has(guess.field))) plain++
    } else if (isSubjectHeading(register, text)) subjects++
  }
  return { filled, known, areas, subjects, plain, first }
}

/** 农村公路（公里）: an indicator as the heading of columns. */
export function isSubjectHeading(register: Register, text: string): boolean {
  if (text.length > 26 || /[。；;，,]/u.test(text)) return false
  const heading = normaliseHeading(text)
  const match = matchSubjects(register, heading.core, heading.hints[0] ? { measure: heading.hints[0] } : {})
  return match.indicators.length === 1 && match.confidence >= 0.7
}
