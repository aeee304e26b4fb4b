import { address } from '../../grid/a1.ts'
import type { CellValue } from '../../grid/grid.ts'
import { columnFieldsWhere } from '../../record/columnFields.ts'
import type { RecognizedTable } from '../../record/reading.ts'
import type { AsideReason, SetAside } from '../../record/setAside.ts'
import type { CellEnd } from './cellEnd.ts'
import type { CellEnds } from './cellEnds.ts'

/** Looks a cell of the sheet up; null where it is blank. */
type ValueAt = (row: number, column: number) => CellValue

/**
 * The figures of a table that are known and in no record, with the reason: those of one column together, and those of one
 * row that is left out. The person sees each of them in what was read.
 */
export function setAsideOf(table: RecognizedTable, ends: CellEnds, valueAt: ValueAt): readonly SetAside[] {
  const figures = table.columns.filter(({ field }) => HOLDS_FIGURES.has(field))
  const withTexts = table.columns.filter(({ field }) => HOLDS_FIGURES.has(field) || HOLDS_TEXTS.has(field))
  return [...(ends.hasAside() ? ofColumns(table, withTexts, ends, valueAt) : []), ...ofRows(table, figures, ends, valueAt)]
}

type Columns = RecognizedTable['columns']

/** Columns of figures and percentages, and those that nobody knows. */
const HOLDS_FIGURES = new Set([undefined, ...columnFieldsWhere(({ group }) => group === 'figure' || group === 'percentage')])

/** Columns whose words may tell figures: of a task's text all of them are in its record. */
const HOLDS_TEXTS = columnFieldsWhere(({ group }) => group === 'text')

function ofColumns({ dataRows }: RecognizedTable, columns: Columns, ends: CellEnds, valueAt: ValueAt): readonly SetAside[] {
  const found = new Map<string, Mutable<SetAside>>()
  for (const row of dataRows)
    for (const { column, derived } of columns) {
      const end = ends.of(row, column)
      const aside = end && reasonOf(end)
      if (aside === undefined || !holdsFigure(valueAt(row, column))) continue
      const reason = derived && aside === 'no_record' ? 'total' : aside
      extend(found, `${column}|${reason}`, reason, address(row, column))
    }
  return [...found.values()]
}

/** Figures of an unknown area are reported at its name alone, so that they are shown here too. */
function reasonOf(end: CellEnd): AsideReason | undefined {
  if (end.kind === 'aside') return end.reason
  return end.kind === 'notRead' && end.reason === 'area_unknown' ? 'no_area' : undefined
}

/** Rows of totals have cells that are no total of anything (the sum of different measures); all others are left out whole. */
function ofRows({ skipRows }: RecognizedTable, columns: Columns, ends: CellEnds, valueAt: ValueAt): readonly SetAside[] {
  const found = new Map<string, Mutable<SetAside>>()
  for (const { row, reason } of skipRows)
    for (const { column } of columns) {
      const kind = ends.of(row, column)?.kind
      const value = valueAt(row, column)
      if (kind !== 'aside' && kind !== 'leftOut') continue
      if (NO_FIGURES.has(reason) ? typeof value !== 'number' : !holdsFigure(value)) continue
      // marks of "no such task" are no numbers: these are of a place that has no records
      const isOutside = reason === 'not_applicable' && typeof value === 'number'
      extend(found, String(row), isOutside ? 'no_area' : reason, address(row, column))
    }
  return [...found.values()]
}

/** Rows whose words have digits in them that are no figures: 联系电话：2815000, 2021年. */
const NO_FIGURES: ReadonlySet<SetAside['reason']> = new Set(['signature', 'title', 'header_repeat', 'note'])

function extend(found: Map<string, Mutable<SetAside>>, key: string, reason: SetAside['reason'], cell: string): void {
  const known = found.get(key)
  if (!known) found.set(key, { reason, first: cell, last: cell, count: 1 })
  else {
    known.last = cell
    known.count++
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** A number, or words with digits in them. */
const holdsFigure = (value: CellValue): boolean => typeof value === 'number' || (typeof value === 'string' && /\p{Nd}/u.test(value))
