import { columnFieldsWhere } from '../../record/columnFields.ts'
import type { RecognizedColumn, RecognizedTable } from '../../record/reading.ts'
import type { SheetView } from '../view/sheetView.ts'

/** The column that tells the rows of a ledger apart: nearly every row has a name there, and nearly no two the same. */
export function itemColumn(view: SheetView, { columns }: RecognizedTable, rows: readonly number[]): RecognizedColumn | undefined {
  const free = columns.filter(({ area, indicator, derived }) => area === undefined && indicator === undefined && !derived)
  const named = free.filter(({ field }) => NAMES.has(field))
  const unknown = free.filter(({ field }) => field === undefined)
  return [...named, ...unknown].find(({ column }) => tellsApart(rows.map((row) => view.text(row, column))))
}

/** Fields that name what a row is about; the area is what the rows are added up by. */
const NAMES = columnFieldsWhere(({ group, identifies }) => group === 'naming' && identifies !== 'place')

/** So much of the rows has a name, and so much of the names is different: lists have blanks and slips. */
const NEARLY_ALL = 0.9

function tellsApart(texts: readonly string[]): boolean {
  const names = texts.filter((text) => IS_NAME.test(text) && text.length <= LONGEST_NAME)
  return names.length >= NEARLY_ALL * texts.length && new Set(names).size >= NEARLY_ALL * names.length
}

/** A name has a letter: figures and dates tell rows apart and name nothing. */
const IS_NAME = /\p{L}.*\p{L}|\p{L}\d/u
/** Longer texts say how things are going. */
const LONGEST_NAME = 40
