import { objectOf } from '../../base/objectOf.ts'
import { address } from '../../grid/a1.ts'
import type { CellValue, Grid } from '../../grid/grid.ts'
import { OTHER_HEADINGS, REGISTER_COLUMNS, type RegisterField } from './registerColumns.ts'

/** One cell of a row: its text without outer spaces ("" where blank), the value itself, and where it is. */
export interface RegisterCell {
  readonly text: string
  readonly value: CellValue
  readonly at: string
}
/** A row by column; a column that the sheet does not have is blank, at the row's first cell. */
export type RegisterRow = Readonly<Record<RegisterField, RegisterCell>>

/** A sheet cut into rows, not yet understood. */
export interface RegisterSheet {
  readonly rows: readonly RegisterRow[]
  /** Headings that are no column of a register, and headings that are there twice; each would be lost. */
  readonly unknownHeadings: readonly RegisterCell[]
}

const FIELD_OF = new Map<string, RegisterField>(
  REGISTER_COLUMNS.flatMap(([field, ...headings]) => headings.map((heading) => [heading, field])),
)
const FIELDS: readonly RegisterField[] = REGISTER_COLUMNS.map(([field]) => field)
/** So many known headings make a row the heading row: fewer may be words of a title or a note. */
const FEWEST_HEADINGS = 3

/** The rows under the first row of known headings; undefined where there is none. Rows without any text are left out. */
export function registerSheet(grid: Grid): RegisterSheet | undefined {
  const top = grid.cells.findIndex((row) => row.filter((value) => FIELD_OF.has(headingKey(String(value ?? '')))).length >= FEWEST_HEADINGS)
  if (top < 0) return undefined
  const { columns, unknownHeadings } = readHeadings(grid, top)
  const rows = grid.cells.slice(top + 1).flatMap((_, below) => {
    const row = top + 1 + below
    const blank = { text: '', value: null, at: address(row + 1, 1) }
    const cells: RegisterRow = objectOf(FIELDS, (field) => {
      const column = columns.get(field)
      return column === undefined ? blank : cellAt(grid, row, column)
    })
    return FIELDS.some((field) => cells[field].text !== '') ? [cells] : []
  })
  return { rows, unknownHeadings }
}

/** Which column each field has; of two columns with one heading the first. */
function readHeadings(grid: Grid, top: number) {
  const columns = new Map<RegisterField, number>()
  const unknownHeadings: RegisterCell[] = []
  for (const column of (grid.cells[top] ?? []).keys()) {
    const cell = cellAt(grid, top, column)
    const field = FIELD_OF.get(headingKey(cell.text))
    if (field !== undefined && !columns.has(field)) columns.set(field, column)
    else if (cell.text !== '' && !OTHER_HEADINGS.includes(headingKey(cell.text))) unknownHeadings.push(cell)
  }
  return { columns, unknownHeadings }
}

function cellAt(grid: Grid, row: number, column: number): RegisterCell {
  const value = grid.cells[row]?.[column] ?? null
  return { text: value === null ? '' : String(value).trim(), value, at: address(row + 1, column + 1) }
}

/** A heading as it is compared: full-width letters and line breaks do not matter. */
const headingKey = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')
