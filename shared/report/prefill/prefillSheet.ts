import { address, parseArea } from '../../grid/a1.ts'
import type { CellValue, Grid } from '../../grid/grid.ts'
import type { SheetReading } from '../../pipeline/sheetReading.ts'
import { columnFieldsWhere } from '../../record/columnFields.ts'
import { type FigureRecord, recordKeyText } from '../../record/figureRecord.ts'
import type { RecognizedTable } from '../../record/reading.ts'
import { carriedFigure } from './carriedFigure.ts'
import { nextMonthText } from './nextMonthText.ts'
import { withoutDates } from './withoutDates.ts'

/** Next month's sheet in a unit's own layout. */
export interface PrefilledSheet {
  readonly grid: Grid
  /** Cells that hold last period's figure, to be overwritten or left as they are ("E7"). */
  readonly carried: readonly string[]
}

/** What is known of the sheet's period besides the sheet. */
export interface LastPeriod {
  readonly accepted?: readonly FigureRecord[]
  readonly period?: string
}

/** Columns that every period fills in again. Formulas in these columns stay. */
const PER_PERIOD = columnFieldsWhere(({ perPeriod }) => perPeriod === true)

/** Rows without data of their own whose figures are of the period all the same. */
const TOTALS: ReadonlySet<string> = new Set(['total', 'subtotal', 'of_which'])

/**
 * Prepares a unit's last sheet for the next period: the layout, names, targets, plans and formulas stay; what every
 * period fills in again is emptied; the last cumulative figure goes into the column for it (上月累计), or stays in its own
 * cell as the figure to go on from; what names its day is left open, and what names its month (`period`, "2021-05") the next.
 * `accepted` are the unit's records as the server has them; where one differs from the sheet, it counts, in the scale (万) of its cell.
 */
export function prefillSheet(grid: Grid, reading: SheetReading, { accepted = [], period }: LastPeriod = {}): PrefilledSheet {
  const cells: CellValue[][] = grid.cells.map((row) => [...row])
  const put = (at: string, value: CellValue) => {
    const area = parseArea(at)
    const row = area && cells[area.top - 1]
    if (row && grid.formulas[at] === undefined) row[area.left - 1] = value
  }
  const figures = cumulativeFigures(grid, reading, accepted)
  for (const table of reading.tables) for (const at of perPeriodCells(table)) put(at, null)
  const carried: string[] = []
  for (const { origin } of reading.records) {
    const { cumulative, previous } = origin.cells
    const figure = cumulative === undefined ? undefined : figures.get(cumulative)
    const at = previous ?? cumulative
    if (figure === undefined || at === undefined || grid.formulas[at] !== undefined) continue
    put(at, figure)
    carried.push(at)
  }
  for (const table of reading.tables) for (const [at, text] of undatedTexts(table, grid, period)) put(at, text)
  return { grid: { ...grid, cells, texts: {} }, carried }
}

/** What each cumulative cell holds for the next period, by its address. Read before any cell is emptied. */
function cumulativeFigures(grid: Grid, reading: SheetReading, accepted: readonly FigureRecord[]): ReadonlyMap<string, CellValue> {
  const known = new Map(accepted.map((record) => [recordKeyText(record), record.values.cumulative]))
  return new Map(
    reading.records.flatMap((record) => {
      const at = record.origin.cells.cumulative
      const area = at === undefined ? undefined : parseArea(at)
      const cell = area && grid.cells[area.top - 1]?.[area.left - 1]
      if (at === undefined || cell == null || cell === '') return []
      const figure = carriedFigure(cell, record, known.get(recordKeyText(record)))
      return figure === undefined ? [] : [[at, figure] as const]
    }),
  )
}

function perPeriodCells(table: RecognizedTable): readonly string[] {
  const totals = table.skipRows.filter(({ reason }) => TOTALS.has(reason)).map(({ row }) => row)
  return table.columns
    .filter(({ field }) => field !== undefined && PER_PERIOD.has(field))
    .flatMap(({ column }) => [...table.dataRows, ...totals].map((row) => address(row, column)))
}

/** The texts around a table that name last period's day, without it, and those that name its month, with the next. */
function undatedTexts(table: RecognizedTable, grid: Grid, period: string | undefined): readonly (readonly [at: string, text: string])[] {
  const data = new Set([...table.dataRows, ...table.sectionRows])
  const headings = new Set(table.headerRows)
  return grid.cells.flatMap((row, r) => {
    if (data.has(r + 1)) return []
    return row.flatMap((value, c) => {
      if (typeof value !== 'string') return []
      const undated = withoutDates(value)
      const text = period === undefined ? undated : nextMonthText(undated, period, headings.has(r + 1))
      return text === value ? [] : [[address(r + 1, c + 1), text] as const]
    })
  })
}
