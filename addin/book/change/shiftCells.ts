import type { Area } from '../../../shared/grid/a1.ts'
import { anyArea, areaText, columnsOf, rowsOf } from '../area.ts'
import type { Book } from '../book.ts'
import { BLANK, type Cell, holdsContent } from '../cell.ts'
import type { Chart } from '../chart.ts'
import type { Criteria, Filter } from '../filter.ts'
import type { LooseReference } from '../looseReference.ts'
import type { Sheet } from '../sheet.ts'
import type { Column, Frozen, PageSetup, Row, SheetContent } from '../sheetContent.ts'
import type { Table } from '../table.ts'
import { bookStep } from '../undo.ts'
import { cuts, isWhole, lastOf, type Shift, shiftArea, shiftedArea, shiftLine } from './shift.ts'
import { formulaShift, shiftOverAreas } from './shiftFormulas.ts'
import { changeTable, nameColumns } from './tableColumns.ts'

/** Why cells cannot come or go: it would tear a merge or a table, or push what is filled off the sheet. */
export type ShiftRefusal = 'merge' | 'table' | 'full'

/**
 * Inserts or deletes rows, columns or cells. Everything that lies beyond moves along: cells with their notes and links,
 * sizes, merges, conditional formats, validations, names, frozen panes, what is printed, and what formulas refer to.
 */
export function shiftCells(book: Book, sheet: Sheet, shift: Shift, by: 'person' | 'addin'): ShiftRefusal | undefined {
  const refusal = refusalOf(sheet, shift)
  if (refusal) return refusal
  const area = shiftedArea(shift)
  if (by === 'person') book.remember(bookStep(book, sheet, area))
  const { filter: before, ...content } = sheet.content
  const filter = before && movedFilter(before, shift)
  sheet.content = { ...content, ...movedContent(sheet.content, shift), ...(filter ? { filter } : {}) }
  for (const table of sheet.content.tables) changeTable(sheet, table.id, { columns: nameColumns(sheet, table) })
  book.rewriteFormulas(formulaShift(sheet, shift))
  book.restart()
  book.notify({ kind: 'edited', sheet, area, by, change: changeName(shift) })
  return undefined
}

function refusalOf({ content }: Sheet, shift: Shift): ShiftRefusal | undefined {
  if (content.merges.some((merge) => cuts(merge, shift))) return 'merge'
  if (content.tables.some((table) => cuts(table.area, shift) || losesHeadings(table, shift))) return 'table'
  if (shift.kind === 'delete') return undefined
  for (const [number, { cells }] of content.rows) {
    for (const [column, cell] of cells) if (holdsContent(cell) && placeOf(number, column, shift) === undefined) return 'full'
  }
  return undefined
}

/** A table without its headings is none. */
function losesHeadings({ area, hasHeader }: Table, shift: Shift): boolean {
  if (shift.axis !== 'row' || shift.kind !== 'delete' || !hasHeader || !shiftArea(area, shift)) return false
  return shiftArea({ ...area, bottom: area.top }, shift) === undefined
}

const changeName = (shift: Shift): string => {
  const what = isWhole(shift) ? (shift.axis === 'row' ? 'Row' : 'Column') : 'Cell'
  return `${what}${shift.kind === 'insert' ? 'Inserted' : 'Deleted'}`
}

function movedContent(content: SheetContent, shift: Shift): Partial<SheetContent> {
  const whole = isWhole(shift)
  return {
    rows: movedRows(content.rows, shift),
    columns: whole && shift.axis === 'column' ? movedColumns(content.columns, shift) : content.columns,
    merges: content.merges.flatMap((merge) => shiftArea(merge, shift) ?? []).filter((merge) => rowsOf(merge) * columnsOf(merge) > 1),
    rules: content.rules.flatMap((rule) => shiftOverAreas(rule, shift)),
    validations: content.validations.flatMap((one) => shiftOverAreas(one, shift)),
    tables: content.tables.flatMap((table) => movedTable(table, shift)),
    charts: whole ? content.charts.map((chart) => movedChart(chart, shift)) : content.charts,
    loose: content.loose.map((one) => movedLoose(one, shift)),
    frozen: whole ? movedFrozen(content.frozen, shift) : content.frozen,
    page: movedPage(content.page, shift),
  }
}

/** The criteria of the columns that stay, each by its place afterwards. */
function movedCriteria({ area, criteria }: Filter, shift: Shift, moved: Area): Criteria {
  if (shift.axis === 'row') return criteria
  const entries = [...criteria].flatMap(([at, criterion]) => {
    const column = shiftLine(area.left + at, shift)
    return column === undefined ? [] : [[column - moved.left, criterion] as const]
  })
  return new Map(entries)
}

function movedFilter(filter: Filter, shift: Shift): Filter | undefined {
  const area = shiftArea(filter.area, shift)
  const headings = shiftArea({ ...filter.area, bottom: filter.area.top }, shift)
  return area && headings ? { area, criteria: movedCriteria(filter, shift, area) } : undefined
}

function movedTable(table: Table, shift: Shift): Table[] {
  const area = shiftArea(table.area, shift)
  if (!area) return []
  if (shift.axis === 'row') return [{ ...table, area }]
  const at = (column: number) => table.columns.find((_, i) => shiftLine(table.area.left + i, shift) === column)
  const fresh = Math.max(0, ...table.columns.map(({ id }) => id))
  const columns = Array.from(
    { length: columnsOf(area) },
    (_, i) => at(area.left + i) ?? { id: fresh + i + 1, name: '', attributes: {}, inner: '' },
  )
  return [{ ...table, area, columns, criteria: movedCriteria(table, shift, area) }]
}

/** A chart begins where its cell went; where that is gone, where it was. */
function movedChart(chart: Chart, shift: Shift): Chart {
  const { from } = chart
  const line = shiftLine(from[shift.axis], shift) ?? shift.at
  return { ...chart, from: { ...from, [shift.axis]: line } }
}

/** What is not known here follows the cells that it means; a picture stays where its row or column was, when that is gone. */
function movedLoose(one: LooseReference, shift: Shift): LooseReference {
  if (one.kind === 'areas') {
    const areas = one.text.split(/\s+/).flatMap((text) => anyArea(text) ?? [])
    return {
      ...one,
      text: areas
        .flatMap((area) => shiftArea(area, shift) ?? [])
        .map(areaText)
        .join(' '),
    }
  }
  if (one.kind !== shift.axis || !isWhole(shift)) return one
  return { ...one, text: String(shiftLine(Number(one.text), shift) ?? shift.at) }
}

function placeOf(row: number, column: number, shift: Shift): { readonly row: number; readonly column: number } | undefined {
  const across = shift.axis === 'row' ? column : row
  if (across < shift.from || across > shift.to) return { row, column }
  const line = shiftLine(shift.axis === 'row' ? row : column, shift)
  if (line === undefined) return undefined
  return shift.axis === 'row' ? { row: line, column } : { row, column: line }
}

function movedRows(rows: ReadonlyMap<number, Row>, shift: Shift): Map<number, Row> {
  const next = new Map<number, Row>()
  const movesRows = shift.axis === 'row' && isWhole(shift)
  for (const [number, row] of rows) {
    const place = movesRows ? shiftLine(number, shift) : number
    if (place !== undefined) next.set(place, { ...row, cells: new Map() })
  }
  const put = (row: number, column: number, cell: Cell) => {
    const line = next.get(row)
    if (line) line.cells.set(column, cell)
    else next.set(row, { cells: new Map([[column, cell]]) })
  }
  for (const [number, { cells }] of rows) {
    for (const [column, cell] of cells) {
      const place = placeOf(number, column, shift)
      if (place) put(place.row, place.column, cell)
    }
  }
  if (shift.kind === 'insert') dress(rows, shift, next, put)
  return next
}

/** What comes looks like what is above it, or to its left. */
function dress(
  rows: ReadonlyMap<number, Row>,
  shift: Shift,
  next: Map<number, Row>,
  put: (row: number, column: number, cell: Cell) => void,
): void {
  const { axis, at, count, from, to } = shift
  const lines = Array.from({ length: count }, (_, i) => at + i)
  const model = rows.get(at - 1)
  if (axis === 'row' && isWhole(shift) && model?.height)
    for (const line of lines) next.set(line, { cells: new Map(), height: model.height })
  const source = axis === 'row' ? (model ? [[at - 1, model] as const] : []) : rows
  for (const [number, { cells }] of source) {
    for (const [column, { style }] of cells) {
      const [along, across] = axis === 'row' ? [number, column] : [column, number]
      if (along !== at - 1 || across < from || across > to || Object.keys(style).length === 0) continue
      for (const line of lines) put(axis === 'row' ? line : number, axis === 'row' ? column : line, { ...BLANK, style })
    }
  }
}

function movedColumns(columns: ReadonlyMap<number, Column>, shift: Shift): Map<number, Column> {
  const next = new Map<number, Column>()
  for (const [number, column] of columns) {
    const place = shiftLine(number, shift)
    if (place !== undefined) next.set(place, column)
  }
  const { hidden: _, ...model } = columns.get(shift.at - 1) ?? {}
  if (shift.kind === 'insert' && Object.keys(model).length > 0) for (let i = 0; i < shift.count; i++) next.set(shift.at + i, model)
  return next
}

/** Frozen rows grow by what comes among them, and shrink by what goes. */
function movedFrozen(frozen: Frozen, { axis, at, count, kind }: Shift): Frozen {
  const key = axis === 'row' ? 'rows' : 'columns'
  const now = frozen[key]
  if (at > now) return frozen
  const next = kind === 'insert' ? now + count : now - (Math.min(now, at + count - 1) - at + 1)
  return { ...frozen, [key]: Math.min(next, lastOf(axis)) }
}

function movedPage(page: PageSetup, shift: Shift): PageSetup {
  const { titleRows: _, titleColumns: __, printArea: ___, ...rest } = page
  const moved = (text: string | undefined): string | undefined => {
    const areas = (text?.split('&&') ?? []).flatMap((one) => anyArea(one) ?? [])
    const next = areas.flatMap((area) => shiftArea(area, shift) ?? [])
    return next.length > 0 ? next.map(areaText).join('&&') : undefined
  }
  const [titleRows, titleColumns, printArea] = [moved(page.titleRows), moved(page.titleColumns), moved(page.printArea)]
  return { ...rest, ...(titleRows ? { titleRows } : {}), ...(titleColumns ? { titleColumns } : {}), ...(printArea ? { printArea } : {}) }
}

/** What of an area is to come or go: whole rows where it is whole rows, else cells that move those below or beside them. */
export function shiftOf(area: Area, kind: Shift['kind'], towards: 'vertical' | 'horizontal'): Shift {
  return towards === 'vertical'
    ? { kind, axis: 'row', at: area.top, count: area.bottom - area.top + 1, from: area.left, to: area.right }
    : { kind, axis: 'column', at: area.left, count: area.right - area.left + 1, from: area.top, to: area.bottom }
}
