import type { Area } from '../../shared/grid/a1.ts'
import { bounding, cellArea, LAST_COLUMN, LAST_ROW } from './area.ts'
import { BLANK, type Cell, emptied, filled, holdsContent } from './cell.ts'
import { type Look, lookOf, restyled } from './cellStyle.ts'
import { cellText } from './cellText.ts'
import type { Scalar } from './cellValue.ts'
import type { Json } from './json.ts'
import { MergeIndex } from './mergeIndex.ts'
import type { Frozen, Row, SheetContent } from './sheetContent.ts'
import { type CellStyle, NO_STYLE } from './style.ts'
import { type Entry, typedEntry } from './typedEntry.ts'

/** What a sheet reports to the workbook it belongs to. */
export interface SheetOwner {
  readonly date1904: boolean
  /** A cell holds something else now. */
  stored(sheet: Sheet, row: number, column: number): void
  /** Something is to be drawn again. */
  redraw(): void
}

/** One sheet. Rows and columns count from 1; reading never makes a cell. */
export class Sheet {
  readonly id: string
  readonly number: number
  readonly customProperties = new Map<string, Json>()
  content: SheetContent
  deleted = false
  readonly #owner: SheetOwner
  #merges = new MergeIndex([])

  constructor(owner: SheetOwner, number: number, content: SheetContent) {
    this.#owner = owner
    this.number = number
    this.content = content
    this.id = `{00000000-0001-0000-${String(number).padStart(4, '0')}-000000000000}`
  }

  get name(): string {
    return this.content.name
  }

  get hidden(): boolean {
    return this.content.visibility !== 'visible'
  }

  get isProtected(): boolean {
    return this.content.isProtected
  }

  /** The last row that something is in or said of; 0 of an empty sheet. */
  get rowCount(): number {
    let last = 0
    for (const row of this.content.rows.keys()) if (row > last) last = row
    return last
  }

  /** The last column with a cell; 0 of an empty sheet. */
  get columnCount(): number {
    let last = 0
    for (const { cells } of this.content.rows.values()) for (const column of cells.keys()) if (column > last) last = column
    return last
  }

  get merges(): MergeIndex {
    if (this.#merges.merges !== this.content.merges) this.#merges = new MergeIndex(this.content.merges)
    return this.#merges
  }

  /** The cell, also one that lies under a merge: it has a style. */
  at(row: number, column: number): Cell | undefined {
    return this.content.rows.get(row)?.cells.get(column)
  }

  /** Protects the sheet, without a password. */
  protect(): void {
    this.content.isProtected = true
  }

  /** The cell, unless it was never touched or lies under a merge. */
  find(row: number, column: number): Cell | undefined {
    return this.#isCovered(row, column) ? undefined : this.at(row, column)
  }

  #isCovered(row: number, column: number): boolean {
    if (this.content.merges.length === 0) return false
    const merge = this.merges.at(row, column)
    return merge !== undefined && (merge.top !== row || merge.left !== column)
  }

  value(row: number, column: number): Scalar {
    return this.find(row, column)?.value ?? ''
  }

  text(row: number, column: number): string {
    const cell = this.find(row, column)
    return cellText(cell?.value ?? '', numberFormatOf(cell), this.#owner.date1904)
  }

  /** The formula with "=", or the value. */
  formula(row: number, column: number): Scalar {
    const cell = this.find(row, column)
    return cell?.formula === undefined ? (cell?.value ?? '') : `=${cell.formula}`
  }

  numberFormat(row: number, column: number): string {
    return numberFormatOf(this.at(row, column))
  }

  look(row: number, column: number): Look {
    return lookOf(this.at(row, column)?.style)
  }

  /** The cells of the area in use: with `valuesOnly` those that hold something, else formatted ones too. */
  used(within: Area, valuesOnly: boolean): Area | undefined {
    let used: Area | undefined
    this.eachCell(within, (cell, row, column) => {
      const isUsed = valuesOnly
        ? holdsContent(cell) && !this.#isCovered(row, column)
        : holdsContent(cell) || Object.keys(cell.style).length > 0
      if (isUsed) used = used ? bounding(used, cellArea(row, column)) : cellArea(row, column)
    })
    return used
  }

  /** The area, cut to what exists where it means whole rows or columns. */
  extent(area: Area): Area {
    return {
      ...area,
      bottom: area.bottom === LAST_ROW ? Math.max(area.top, this.rowCount) : area.bottom,
      right: area.right === LAST_COLUMN ? Math.max(area.left, this.columnCount) : area.right,
    }
  }

  /** Stores what entering a text means here (a number, a date, a formula, text). Cells under a merge take nothing. */
  enter(row: number, column: number, text: string, year: number): void {
    const entry = typedEntry(text, this.numberFormat(row, column), year)
    this.store(row, column, entry)
    if (entry.kind === 'value' && entry.numberFormat) this.setNumberFormat(row, column, entry.numberFormat)
  }

  store(row: number, column: number, entry: Entry): void {
    if (this.#isCovered(row, column)) return
    const cell = this.at(row, column) ?? this.#fresh(row, column)
    this.put(row, column, entry.value === '' ? emptied(cell) : filled(cell, entry))
  }

  /** Puts a cell in its place, or with `undefined` takes it away. */
  put(row: number, column: number, cell: Cell | undefined): void {
    if (cell) this.row(row).cells.set(column, cell)
    else this.content.rows.get(row)?.cells.delete(column)
    this.#owner.stored(this, row, column)
  }

  /** The row, made where there is none. */
  row(number: number): Row {
    const there = this.content.rows.get(number)
    if (there) return there
    const row: Row = { cells: new Map() }
    this.content.rows.set(number, row)
    return row
  }

  /** Says something else of a row: its height, whether it is hidden. */
  changeRow(number: number, change: { readonly height?: number | undefined; readonly hidden?: boolean }): void {
    const { height, ...row } = { ...this.row(number), ...change }
    this.content.rows.set(number, height === undefined ? row : { ...row, height })
  }

  setStyle(row: number, column: number, style: CellStyle): void {
    this.row(row).cells.set(column, { ...(this.at(row, column) ?? this.#fresh(row, column)), style })
  }

  setNumberFormat(row: number, column: number, format: string): void {
    this.setStyle(row, column, { ...this.styleOf(row, column), numFmt: format })
  }

  restyle(area: Area, change: Partial<Look>): void {
    this.each(area, (row, column) => this.setStyle(row, column, restyled(this.styleOf(row, column), change)))
    this.#owner.redraw()
  }

  /** The style of a cell; one that was never touched has its row's and its column's. */
  styleOf(row: number, column: number): CellStyle {
    return (this.at(row, column) ?? this.#fresh(row, column)).style
  }

  #fresh(row: number, column: number): Cell {
    const [ofColumn, ofRow] = [this.content.columns.get(column)?.style, this.content.rows.get(row)?.style]
    return ofColumn || ofRow ? { ...BLANK, style: { ...ofColumn, ...ofRow } } : BLANK
  }

  clear(area: Area, what: 'All' | 'Contents' | 'Formats'): void {
    this.eachCell(area, (_, row, column) => {
      if (what !== 'Formats') this.store(row, column, { kind: 'value', value: '' })
      if (what !== 'Contents') this.setStyle(row, column, NO_STYLE)
    })
    this.#owner.redraw()
  }

  each(area: Area, visit: (row: number, column: number) => void): void {
    const { top, left, bottom, right } = this.extent(area)
    for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) visit(row, column)
  }

  /** The cells of an area that exist, in no particular order; those under merges too. */
  eachCell(area: Area, visit: (cell: Cell, row: number, column: number) => void): void {
    for (const [row, { cells }] of within(this.content.rows, area.top, area.bottom))
      for (const [column, cell] of within(cells, area.left, area.right)) visit(cell, row, column)
  }

  /** The merge a cell lies in, or the cell itself. */
  mergeAt(row: number, column: number): Area {
    return this.merges.at(row, column) ?? cellArea(row, column)
  }

  frozen(): Frozen {
    return this.content.frozen
  }

  freeze(rows: number, columns: number): void {
    this.content.frozen = { rows, columns }
    this.#owner.redraw()
  }

  rowHidden(row: number): boolean {
    return this.content.rows.get(row)?.hidden === true
  }

  columnHidden(column: number): boolean {
    return this.content.columns.get(column)?.hidden === true
  }
}

/** The entries with keys from one number to another, at the cost of the smaller of the two. */
function* within<T>(entries: ReadonlyMap<number, T>, from: number, to: number): Iterable<readonly [number, T]> {
  if (to - from > entries.size) {
    for (const entry of entries) if (entry[0] >= from && entry[0] <= to) yield entry
    return
  }
  for (let key = from; key <= to; key++) {
    const there = entries.get(key)
    if (there !== undefined) yield [key, there]
  }
}

const numberFormatOf = (cell: Cell | undefined): string => cell?.style.numFmt || 'General'
