import { oncePer } from '../../base/oncePer.ts'
import { shareOutText } from '../../narrative/shareOut.ts'
import type { Register } from '../../register/register.ts'
import type { SheetView } from '../view/sheetView.ts'

/** A row with a text, and what that says of which task; of none where it only names one. */
export interface TextRow {
  readonly row: number
  readonly texts: readonly TaskText[]
}

/** What a text says of one task; null where nothing tells of which. */
export interface TaskText {
  readonly task: string | null
  readonly text: string
}

/** The texts of a column, read as one: what names a task in one row holds for the next. Begins with the first that is about one. */
export function textRows(view: SheetView, register: Register, column: number): readonly TextRow[] {
  const ofRegister = known(view)
  const columns = ofRegister.get(register) ?? new Map<number, readonly TextRow[]>()
  ofRegister.set(register, columns)
  const rows = columns.get(column) ?? readRows(view, register, column)
  columns.set(column, rows)
  return rows
}

/** By register and column: recognising a table asks for them, and so does reading each of its rows. */
const known = oncePer((_: SheetView) => new WeakMap<Register, Map<number, readonly TextRow[]>>())

function readRows(view: SheetView, register: Register, column: number): readonly TextRow[] {
  const cells = textCells(view, column)
  const whole = cells.map(({ text }) => text).join('')
  if (whole.length > LONGEST) return []
  const stretches = shareOutText(register, whole)
  let next = 0
  const rows = cells.map(({ row, text, start }): TextRow => {
    const end = start + text.length
    const texts: TaskText[] = []
    for (let i = next; i < stretches.length; i++) {
      const stretch = stretches[i]
      if (!stretch || stretch.start >= end) break
      const own = whole.slice(Math.max(start, stretch.start), Math.min(end, stretch.start + stretch.text.length))
      if (own.trim() !== '') texts.push({ task: stretch.task, text: own.trimEnd() })
      // the last stretch of a row may go on in the next
      next = stretch.start + stretch.text.length > end ? i : i + 1
    }
    return { row, texts }
  })
  const first = rows.findIndex(({ texts }) => texts.some(({ task }) => task !== null))
  return first < 0 ? [] : rows.slice(first)
}

function textCells(view: SheetView, column: number): { readonly row: number; readonly text: string; readonly start: number }[] {
  let start = 0
  return view.filledRows.flatMap((row) => {
    const value = view.value(row, column)
    if (typeof value !== 'string' || value.trim().length < SHORTEST) return []
    const cell = { row, text: `${value}\n`, start }
    start += cell.text.length
    return [cell]
  })
}

/** Words of a unit or a heading are shorter than what reports on a task. */
const SHORTEST = 10
/** Longer columns are no reports, and comparing them with every task would take long. */
const LONGEST = 100_000
