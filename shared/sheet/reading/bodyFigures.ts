import type { CellValue } from '../../grid/grid.ts'
import { parseQuantity } from '../../quantity/parseQuantity.ts'
import { SCALE } from '../../quantity/scaled.ts'
import { decimalsOf, shortestDecimal } from '../../quantity/shortestDecimal.ts'
import type { SheetView } from '../view/sheetView.ts'

/**
 * The numbers of one column of a table's body, row by row, as evidence needs them. They are never stored: what is sent is
 * read from the cells again, exactly.
 */
export interface FigureColumn {
  readonly column: number
  /** In the measure of the column (万户 stays 万户), percentages in percent points; undefined where a cell holds no one figure. */
  readonly values: readonly (number | undefined)[]
  /** Digits after the point as shown, for each value. */
  readonly decimals: readonly number[]
  /** How many of them are shown as percentages. */
  readonly percents: number
  /** How many cells hold a figure. */
  readonly filled: number
}

/** The figures of a table's body; `rows[i]` is the row of `values[i]` in every column. */
export interface BodyFigures {
  readonly rows: readonly number[]
  readonly columns: ReadonlyMap<number, FigureColumn>
}

/** Beyond these rows evidence goes by a sample: decisions are made once a table, not once a row. */
const SAMPLED_ROWS = 120

/** Reads the figures of some columns in the rows of a body, by sample where there are many: the first rows and the last. */
export function bodyFigures(view: SheetView, body: readonly number[], columns: readonly number[]): BodyFigures {
  const half = SAMPLED_ROWS / 2
  const rows = body.length <= SAMPLED_ROWS ? body : [...body.slice(0, half), ...body.slice(-half)]
  return { rows, columns: new Map(columns.map((column) => [column, figureColumn(view, rows, column)])) }
}

function figureColumn(view: SheetView, rows: readonly number[], column: number): FigureColumn {
  let percents = 0
  let filled = 0
  const decimals: number[] = []
  const values = rows.map((row) => {
    const shown = figureOf(view.value(row, column), view.format(row, column))
    decimals.push(shown?.decimals ?? 0)
    if (shown === undefined) return undefined
    filled++
    if (shown.percent) percents++
    return shown.value
  })
  return { column, values, decimals, percents, filled }
}

interface ShownFigure {
  readonly value: number
  readonly decimals: number
  readonly percent: boolean
}

/** 0.484 shown as 48.4% is 48.4 percent points; "48.4%" likewise; "2.13万" is 21300. */
function figureOf(value: CellValue, format: string | undefined): ShownFigure | undefined {
  if (typeof value === 'number') {
    const percent = format?.includes('%') === true && !/["\\]%/u.test(format)
    const shown = percent ? Number((value * 100).toPrecision(12)) : value
    return { value: shown, decimals: decimalsOf(shortestDecimal(shown)), percent }
  }
  if (typeof value !== 'string' || value.length > 40) return undefined
  const read = parseQuantity(value)
  if (!read) return undefined
  return { value: read.value / SCALE, decimals: read.decimals, percent: read.measure === '%' }
}
