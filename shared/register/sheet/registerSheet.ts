import { address } from '../../grid/a1.ts'
import type { CellValue, Grid } from '../../grid/grid.ts'
import { OTHER_HEADINGS, REGISTER_COLUMNS, type RegisterField } from './registerColumns.ts'

/** One cell of a row: its text without outer spaces ("" where blank), the value itself, and where it is. */
export interface RegisterCell {
  readonly text: string
  readonly value: CellValue
  readonly at: string
}
export type RegisterRow = Readonly<Record<RegisterField, RegisterCell>>

export interface RegisterSheet {
  readonly rows: readonly RegisterRow[]
  /** Headings that are no column of a register, and headings that stand twice; each would be lost. */
  readonly strange: readonly RegisterCell[]
}

const FIELD_OF = new Map<string, RegisterField>(
  REGISTER_COLUMNS.flatMap(([field, ...headings]) => headings.map((heading) => [heading, field])),
)
/** So many known headings make a row the heading row. */
const ENOUGH = 3

/** The rows under the first row of known headings; undefined where there is none. Rows without any text are left out. */
export function registerSheet(grid: Grid): RegisterSheet | undefined {
  const cellAt = (row: number, column: number): RegisterCell => {
    const value = grid.cells[row]?.[column] ?? null
    return { text: value === null ? '' : String(value).trim(), value, at: address(row + 1, column + 1) }
  }
  const heading = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')
  const top = grid.cells.findIndex((row) => row.filter((value) => FIELD_OF.has(heading(String(value ?? '')))).length >= ENOUGH)
  if (top < 0) return undefined

  const columns = new Map<RegisterField, number>()
  const strange: RegisterCell[] = []
  for (const column of (grid.cells[top] ?? []).keys()) {
    const cell = cellAt(top, column)
    const field = FIELD_OF.get(heading(cell.text))
    if (field !== undefined && !columns.has(field)) columns.set(field, column)
    else if (cell.text !== '' && !OTHER_HEADINGS.includes(heading(cell.text))) strange.push(cell)
  }
  const rows: RegisterRow[] = []
  for (let row = top + 1; row < grid.cells.length; row += 1) {
    const blank = { text: '', value: null, at: address(row + 1, 1) }
    const cells = REGISTER_COLUMNS.map(([field]): [RegisterField, RegisterCell] => {
      const column = columns.get(field)
      return [field, column === undefined ? blank : cellAt(row, column)]
    })
    if (cells.some(([, { text }]) => text !== '')) rows.push(Object.fromEntries(cells) as Record<RegisterField, RegisterCell>)
  }
  return { rows, strange }
}
