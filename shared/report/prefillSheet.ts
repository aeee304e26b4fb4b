import { address, parseArea } from '../grid/a1.ts'
import type { CellValue, Grid } from '../grid/grid.ts'
import type { ReadRecord, SheetReading } from '../pipeline/sheetReading.ts'
import { asScaled, decimalFromScaled, type Scaled, scaledFromDecimal } from '../quantity/scaled.ts'
import { shortestDecimal } from '../quantity/shortestDecimal.ts'
import { type FigureRecord, recordKeyText } from '../record/figureRecord.ts'
import type { ColumnField, RecognizedTable } from '../record/reading.ts'

/** Next month's sheet in a unit's own layout. */
export interface PrefilledSheet {
  readonly grid: Grid
  /** Cells that hold last period's figure, to be overwritten or kept ("E7"). */
  readonly carried: readonly string[]
  /** Excel row numbers of headings, and of all rows of tables: what lies outside is title, notes and signatures. */
  readonly headingRows: readonly number[]
  readonly tableRows: readonly number[]
}

/** What is said anew every period. Formulas in these columns stay. */
const PER_PERIOD: ReadonlySet<ColumnField> = new Set([
  'period_value',
  'cumulative',
  'previous_cumulative',
  'percent',
  'start_rate',
  'visual_progress',
  'scheduled_progress',
  'as_of',
  'progress_text',
  'issues',
  'next_steps',
  'issues_next_steps',
  'on_schedule_flag',
  'status',
  'status_light',
])

/** Rows that are no data and yet lie inside the table's frame. */
const INSIDE: ReadonlySet<string> = new Set(['total', 'subtotal', 'of_which', 'not_applicable', 'header_repeat', 'continuation', 'by_user'])

/**
 * Prepares a unit's last sheet for the next period: the layout, names, targets, plans and formulas stay; what is said
 * anew is emptied; the last cumulative figure goes into the column for it (上月累计), or stays in its own cell as the
 * figure to go on from. `accepted` are the unit's records as the server has them; where one differs from the sheet, it
 * counts, in the scale (万) of its cell.
 */
export function prefillSheet(grid: Grid, reading: SheetReading, accepted: readonly FigureRecord[] = []): PrefilledSheet {
  const cells: CellValue[][] = grid.cells.map((row) => [...row])
  const known = new Map(accepted.map((record) => [recordKeyText(record), record.values.cumulative]))
  const carried: string[] = []
  const put = (at: string, value: CellValue) => {
    const area = parseArea(at)
    const row = area && cells[area.top - 1]
    if (row && grid.formulas[at] === undefined) row[area.left - 1] = value
  }
  const last = new Map(reading.records.flatMap((record) => lastFigure(grid, record, known)))
  for (const table of reading.tables) emptyTable(table, put)
  for (const record of reading.records) {
    const { cumulative, previous } = record.origin.cells
    const figure = cumulative === undefined ? undefined : last.get(cumulative)
    const at = previous ?? cumulative
    if (figure === undefined || at === undefined || grid.formulas[at] !== undefined) continue
    put(at, figure)
    carried.push(at)
  }
  for (const table of reading.tables) undate(table, grid, put)
  const headingRows = reading.tables.flatMap((table) => table.headerRows)
  const body = reading.tables.flatMap((table) => [
    ...table.dataRows,
    ...table.sectionRows,
    ...table.skipRows.filter(({ reason }) => INSIDE.has(reason)).map(({ row }) => row),
  ])
  return { grid: { ...grid, cells, texts: {} }, carried, headingRows, tableRows: [...headingRows, ...body] }
}

/** What the cumulative cell is to hold: its own value, or the accepted figure in the scale of the cell. */
function lastFigure(grid: Grid, record: ReadRecord, known: ReadonlyMap<string, Scaled | null | undefined>): readonly [string, CellValue][] {
  const at = record.origin.cells.cumulative
  const area = at === undefined ? undefined : parseArea(at)
  const own = area && grid.cells[area.top - 1]?.[area.left - 1]
  if (at === undefined || own == null || own === '') return []
  const read = record.values.cumulative
  const accepted = known.get(recordKeyText(record))
  const sound = record.disposition === 'accept' || record.disposition === 'confirm'
  if (accepted == null || accepted === read) return read == null || !sound ? [] : [[at, own]]
  const shown = typeof own === 'number' ? scaledFromDecimal(shortestDecimal(own)) : undefined
  const scale = shown !== undefined && shown !== 0 && read != null ? read / shown : 1
  if (scale !== 10_000 && scale !== 100_000_000) return [[at, Number(decimalFromScaled(accepted))]]
  return accepted % scale === 0
    ? [[at, Number(decimalFromScaled(asScaled(accepted / scale)))]]
    : [[at, Number(decimalFromScaled(accepted)) / scale]]
}

function emptyTable(table: RecognizedTable, put: (at: string, value: CellValue) => void): void {
  const totals = table.skipRows.filter(({ reason }) => reason === 'total' || reason === 'subtotal' || reason === 'of_which')
  for (const column of table.columns) {
    if (column.field === undefined || !PER_PERIOD.has(column.field)) continue
    for (const row of [...table.dataRows, ...totals.map((total) => total.row)]) put(address(row, column.column), null)
  }
}

/** Takes last period's day out of title, headings and the lines around the table: 截至5月26日, 填报日期：2021.5.26. */
function undate(table: RecognizedTable, grid: Grid, put: (at: string, value: CellValue) => void): void {
  const data = new Set([...table.dataRows, ...table.sectionRows])
  for (const [r, row] of grid.cells.entries()) {
    if (data.has(r + 1)) continue
    for (const [c, value] of row.entries()) {
      if (typeof value !== 'string') continue
      const text = value
        .replace(
          /(截[至止](?:到|时间|日期)?\s*[：:]?\s*)(?:(\d{4})年)?\d{1,2}月(?:\d{1,2}日|底)/g,
          (_, words: string, year?: string) => `${words}${year ? `${year}年` : ''}　月　日`,
        )
        .replace(/((?:填报|报送|填表|制表)(?:日期|时间)\s*[：:]\s*)\d{4}\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2}\s*日?/g, '$1')
      if (text !== value) put(address(r + 1, c + 1), text)
    }
  }
}
