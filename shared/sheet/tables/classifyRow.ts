import { columnFieldsWhere } from '../../record/columnFields.ts'
import type { FilledRow, RowClass, RowRule } from './rowRule.ts'
import { BRACKETED_NOTE, CITY_TEXTS, NO_TASK_MARKS, NOTE_OPENINGS, SIGNATURE_LABELS, SIGNATURE_TEXTS, SIGNING_ACTS } from './rowWords.ts'
import { sectionOf } from './sectionRow.ts'
import type { TableOfColumns } from './tableOfColumns.ts'
import { totalReason } from './totalRow.ts'

/** Whether a row holds data, or is a section, a total, a note, a signature, or marks of "no such task". */
export function classifyRow(table: TableOfColumns, row: number): RowClass {
  const filled = filledRow(table, row)
  if (!filled) return { kind: 'skip', reason: 'blank' }
  for (const { classify } of ROW_RULES) {
    const found = classify(table, filled)
    if (found) return found
  }
  return DATA
}

const DATA: RowClass = { kind: 'data' }

/** Counts the cells of a row; undefined where it is blank. */
export function filledRow({ view, layout }: TableOfColumns, row: number): FilledRow | undefined {
  const cells = view.grid.cells[row - 1]
  if (!cells) return undefined
  const { left, right } = layout.headings
  const end = Math.min(right, cells.length)
  let first = 0
  let filled = 0
  let figures = 0
  for (let column = left; column <= end; column++) {
    const value = view.value(row, column)
    if (value === null) continue
    if (filled === 0) first = column
    filled++
    if (typeof value === 'number') figures++
  }
  return filled === 0 ? undefined : { row, first, head: view.text(row, first), filled, figures }
}

/** A sentence that only mentions who signs is longer. */
const LONGEST_SIGNATURE = 30

/** What a row may be besides data, the surest first: a total is one whatever else its cells hold. */
export const ROW_RULES: readonly RowRule[] = [
  {
    name: 'the whole city alone, above rows of tasks',
    example: ['全市'],
    classify: ({ columns, register }, { filled, head }) =>
      filled === 1 && CITY_TEXTS.has(head) && columns.some(({ field }) => field === 'task' || field === 'indicator')
        ? { kind: 'section', text: head, area: register.city }
        : undefined,
  },
  {
    name: 'a total, a subtotal or a part of which',
    example: ['合计', null, null, 300, 146],
    classify: (table, { row }) => {
      const reason = totalReason(table, row)
      return reason && { kind: 'skip', reason }
    },
  },
  {
    name: 'a note',
    example: ['注：数据截至5月26日'],
    classify: (table, row) =>
      isFewWords(row) && (NOTE_OPENINGS.pattern.test(row.head) || BRACKETED_NOTE.test(row.head)) && !hasFiguresBehind(table, row)
        ? { kind: 'skip', reason: 'note' }
        : undefined,
  },
  {
    name: 'a signature in few cells',
    example: ['审核：李四'],
    classify: (table, row) => {
      const { head, filled } = row
      if (!isFewWords(row)) return undefined
      const isSigned = SIGNATURE_LABELS.pattern.test(head) || SIGNING_ACTS.pattern.test(head)
      if (!isSigned && (filled < 2 || !SIGNATURE_TEXTS.pattern.test(head))) return undefined
      return hasOwnFigures(table, row) ? undefined : SIGNATURE
    },
  },
  {
    name: 'a signature spread over the columns',
    example: ['填报人', '张三', '审核人', '李四', '联系电话', 2815000],
    classify: (table, row) => {
      const { first, head, filled } = row
      if (filled < 2 || typeof table.view.value(row.row, first) !== 'string') return undefined
      const isLabelled = head.length < LONGEST_SIGNATURE && SIGNATURE_LABELS.pattern.test(head)
      if (!isLabelled && !SIGNATURE_TEXTS.pattern.test(head)) return undefined
      return hasOwnFigures(table, row) ? undefined : SIGNATURE
    },
  },
  {
    name: 'a section',
    example: ['二、实施文化惠民工程'],
    classify: sectionOf,
  },
  {
    name: 'every figure is a mark of no such task',
    example: [3, '过街天桥', '卢氏县', '——', '——'],
    classify: (table, row) => (isNotApplicable(table, row) ? { kind: 'skip', reason: 'not_applicable' } : undefined),
  },
]

const SIGNATURE: RowClass = { kind: 'skip', reason: 'signature' }

/** Notes and signatures fill at most three cells, none of them with a number. */
const isFewWords = ({ filled, figures }: FilledRow): boolean => filled <= 3 && figures === 0

/** *1 | 整治窨井设施7000个 | 整治5210个: a mark before a serial begins no note where figures follow in other cells. */
function hasFiguresBehind({ view, layout }: TableOfColumns, { row, first }: FilledRow): boolean {
  for (let column = first + 1; column <= layout.headings.right; column++) if (/\d/u.test(view.text(row, column))) return true
  return false
}

/** 联系电话 | 2815000: in a signature a number is behind its label; 填报人 | 张三 | 58 | 33.5 has figures of its own. */
function hasOwnFigures({ view, layout }: TableOfColumns, { row, first }: FilledRow): boolean {
  let before = ''
  for (let column = first; column <= layout.headings.right; column++) {
    const value = view.value(row, column)
    if (value === null) continue
    const text = view.text(row, column)
    if ((typeof value === 'number' || FIGURE_WITH_MEASURE.test(text)) && !LABEL_OF_NUMBER.test(before)) return true
    before = text
  }
  return false
}
const LABEL_OF_NUMBER = /电话|手机|日期|时间|号码|传真/u
/** 4000户, 不少于2.9万户, 13.8%; not 26日 or 2021年. */
const FIGURE_WITH_MEASURE = /^\D{0,4}\d[\d.,]*(?![年月日号])[万亿]?[\p{Script=Han}%％]{1,3}$/u

/** Every figure cell is a mark of "no such task", and there is at least one. */
function isNotApplicable({ view, columns }: TableOfColumns, { row, figures }: FilledRow): boolean {
  // a running number in the first column is not a figure
  if (figures > (columns.some(({ field }) => field === 'seq') ? 1 : 0)) return false
  let marks = 0
  for (const { column, field } of columns) {
    if (!REPORTS_PROGRESS.has(field)) continue
    const value = view.value(row, column)
    if (value === null) continue
    if (typeof value !== 'string' || !NO_TASK_MARKS.pattern.test(view.text(row, column))) return false
    marks++
  }
  return marks > 0
}

/** Fields in which a row reports; only marks in all of them say that there is no such task. */
const REPORTS_PROGRESS = columnFieldsWhere(({ group, fills }) => group === 'figure' || group === 'percentage' || fills === 'progressText')
