import type { ReadingContext, RecognizedColumn, RecognizedTable, RowBinding } from '../record/reading.ts'
import type { Register } from '../register/register.ts'
import { tableMeta } from './tables/tableMeta.ts'
import { type TextRow, textRows } from './texts/textRows.ts'
import type { SheetView } from './view/sheetView.ts'

/**
 * A sheet without headings whose texts say how tasks of the register stand: a unit's report pasted into one cell, or a line
 * a row. It is read as a table of one column, 进展情况, and one of running numbers; undefined where no text reports on a task,
 * and where there are other figures, of which nobody knows what they are.
 *
 *     市交通运输局2021年民生实事进展情况                  heading
 *     一、新建农村公路300公里，完成280个自然村通硬化路。       section: it names the task of the next rows
 *     已完成146公里，占48.7%。二、…                       data: tasks 7.1 and 7.2
 */
export function textTable(view: SheetView, register: Register, context: ReadingContext): RecognizedTable | undefined {
  const { column, rows } = columnOfMostTasks(view, register)
  const [first] = rows
  const others = otherColumns(view, column)
  if (!first || !others || !rows.some(reports)) return undefined
  const data = rows.filter(({ texts }) => texts.length > 0)
  const dataRows = data.map(({ row }) => row)
  const above = view.filledRows.filter((row) => row < first.row)
  const headings = { top: first.row, bottom: first.row, left: view.left, right: view.right, paths: [] }
  const { meta, title } = tableMeta(
    view,
    { headings, pointed: false, above, body: dataRows, repeats: [], retitled: [] },
    { register, ...context },
  )
  return {
    id: 't1',
    orientation: 'tasks_as_rows',
    headerRows: above.slice(-1),
    dataRows,
    sectionRows: rows.filter(({ texts }) => texts.length === 0).map(({ row }) => row),
    skipRows: [],
    columns: [...others, readAs(column, 'progress_text')].sort((one, other) => one.column - other.column),
    rows: data.map((row) => bindingOf(register, row)),
    ...(title ? { title } : {}),
    meta,
    memory: { layout: '', headings: [], corrected: [], recalled: undefined },
  }
}

interface TextColumn {
  readonly column: number
  readonly rows: readonly TextRow[]
}

/** The column whose texts report on most tasks; without rows where none reports on any. */
function columnOfMostTasks(view: SheetView, register: Register): TextColumn {
  let most: TextColumn = { column: view.left, rows: [] }
  for (let column = view.left; column <= view.right; column++) {
    const rows = textRows(view, register, column)
    if (tasksOf(rows).length > tasksOf(most.rows).length) most = { column, rows }
  }
  return most
}

const tasksOf = (rows: readonly TextRow[]): readonly string[] => [
  ...new Set(rows.flatMap(({ texts }) => texts.flatMap(({ task }) => task ?? []))),
]

/** It says of a task what has been done: a notice that names tasks does not. */
const reports = ({ texts }: TextRow): boolean => texts.some(({ task, text }) => task !== null && DONE.test(text))
const DONE = /已|累计|截[至止]|目前|正在|完成|完工|竣工|建成|开工|受理|未/

/** The columns of running numbers; undefined where a number is anything else. */
function otherColumns(view: SheetView, texts: number): readonly RecognizedColumn[] | undefined {
  const serials: RecognizedColumn[] = []
  for (let column = view.left; column <= view.right; column++) {
    const numbers = view.filledRows.map((row) => view.value(row, column)).filter((value) => typeof value === 'number')
    if (numbers.length === 0) continue
    const [start = 0] = numbers
    if (column === texts || !Number.isInteger(start) || numbers.some((value, i) => value !== start + i)) return undefined
    serials.push(readAs(column, 'seq'))
  }
  return serials
}

const readAs = (column: number, field: 'progress_text' | 'seq'): RecognizedColumn => ({
  column,
  field,
  header: '',
  why: { confidence: SURE, reason: 'by_content' },
})

/** A row is about the counted indicators of its tasks; of a task without any, about the task. */
function bindingOf(register: Register, row: TextRow): RowBinding {
  const subjects = tasksOf([row]).flatMap((task) => {
    const counted = register.indicators.filter(({ taskId, target, kind }) => taskId === task && target != null && kind !== 'milestone')
    return counted.length > 0 ? counted.map(({ id }) => id) : [task]
  })
  return { row: row.row, subjects, why: { confidence: SURE, reason: 'subject_by_words', params: { subjects: subjects.join(',') } } }
}

const SURE = 0.8
