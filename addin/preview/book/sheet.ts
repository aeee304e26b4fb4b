import type { Json } from './json.ts'
import './exceljsTypes.ts'
import type { Cell, Worksheet } from 'exceljs'
import type { Area } from '../../../shared/grid/a1.ts'
import { bounding, cellArea, contains, LAST_COLUMN, LAST_ROW } from './area.ts'
import { type Look, lookOf, restyle } from './cellStyle.ts'
import { cellText } from './cellText.ts'
import { formulaOf, type Scalar, scalarOf } from './cellValue.ts'
import { mergesOf } from './merges.ts'
import { type Entry, typedEntry } from './typedEntry.ts'

/** What a sheet reports to the workbook it belongs to. */
export interface SheetOwner {
  readonly date1904: boolean
  /** A cell holds something else now. */
  stored(sheet: Sheet, row: number, column: number): void
  /** Something is to be drawn again. */
  redraw(): void
}

/** One sheet on its ExcelJS worksheet. Rows and columns count from 1; reading never makes a cell. */
export class Sheet {
  readonly id: string
  readonly worksheet: Worksheet
  readonly customProperties = new Map<string, Json>()
  deleted = false
  readonly #owner: SheetOwner

  constructor(owner: SheetOwner, worksheet: Worksheet) {
    this.#owner = owner
    this.worksheet = worksheet
    this.id = `{00000000-0001-0000-${String(worksheet.id).padStart(4, '0')}-000000000000}`
  }

  get name(): string {
    return this.worksheet.name
  }

  get hidden(): boolean {
    return this.worksheet.state !== 'visible'
  }

  get isProtected(): boolean {
    return this.worksheet.sheetProtection?.sheet === true
  }

  /** Protects the sheet, without a password. */
  protect(): void {
    Object.assign(this.worksheet, { sheetProtection: { sheet: true } })
  }

  /** The cell, unless it was never touched or lies under a merge. */
  find(row: number, column: number): Cell | undefined {
    const cell = this.worksheet.findRow(row)?.findCell(column)
    return cell?.isMerged && cell.master !== cell ? undefined : cell
  }

  value(row: number, column: number): Scalar {
    return scalarOf(this.find(row, column))
  }

  text(row: number, column: number): string {
    const cell = this.find(row, column)
    return cellText(scalarOf(cell), numberFormatOf(cell), this.#owner.date1904)
  }

  /** The formula with "=", or the value. */
  formula(row: number, column: number): Scalar {
    const cell = this.find(row, column)
    return formulaOf(cell) ?? scalarOf(cell)
  }

  numberFormat(row: number, column: number): string {
    return numberFormatOf(this.worksheet.findRow(row)?.findCell(column))
  }

  look(row: number, column: number): Look {
    return lookOf(this.worksheet.findRow(row)?.findCell(column)?.style)
  }

  /** The cells of the area in use: with `valuesOnly` those that hold something, else formatted ones too. */
  used(within: Area, valuesOnly: boolean): Area | undefined {
    let used: Area | undefined
    const last = Math.min(within.bottom, this.worksheet.rowCount)
    for (let row = within.top; row <= last; row++) {
      const line = this.worksheet.findRow(row)
      if (!line?.hasValues && valuesOnly) continue
      for (let column = within.left; column <= Math.min(within.right, line?.cellCount ?? 0); column++) {
        const cell = line?.findCell(column)
        const filled = cell && (valuesOnly ? holds(this.find(row, column)) : holds(cell) || Object.keys(cell.style).length > 0)
        if (filled) used = used ? bounding(used, cellArea(row, column)) : cellArea(row, column)
      }
    }
    return used
  }

  /** The area, cut to what exists where it means whole rows or columns. */
  extent(area: Area): Area {
    return {
      ...area,
      bottom: area.bottom === LAST_ROW ? Math.max(area.top, this.worksheet.rowCount) : area.bottom,
      right: area.right === LAST_COLUMN ? Math.max(area.left, this.worksheet.columnCount) : area.right,
    }
  }

  /** Stores what entering a text means here (a number, a date, a formula, text). Cells under a merge take nothing. */
  enter(row: number, column: number, text: string, year: number): void {
    const entry = typedEntry(text, this.numberFormat(row, column), year)
    this.store(row, column, entry)
    if (entry.kind === 'value' && entry.numberFormat) this.setNumberFormat(row, column, entry.numberFormat)
  }

  store(row: number, column: number, entry: Entry): void {
    const cell = this.worksheet.getCell(row, column)
    if (cell.isMerged && cell.master !== cell) return
    if (entry.kind === 'formula') cell.value = { formula: entry.formula }
    else cell.value = entry.value === '' ? null : entry.value
    this.#owner.stored(this, row, column)
  }

  setNumberFormat(row: number, column: number, format: string): void {
    const cell = this.worksheet.getCell(row, column)
    cell.style = { ...cell.style, numFmt: format }
  }

  restyle(area: Area, change: Partial<Look>): void {
    this.each(area, (row, column) => restyle(this.worksheet.getCell(row, column), change))
    this.#owner.redraw()
  }

  clear(area: Area, what: 'All' | 'Contents' | 'Formats'): void {
    this.each(area, (row, column) => {
      if (what !== 'Formats') this.store(row, column, { kind: 'value', value: '' })
      if (what !== 'Contents') this.worksheet.getCell(row, column).style = {}
    })
    this.#owner.redraw()
  }

  each(area: Area, visit: (row: number, column: number) => void): void {
    const { top, left, bottom, right } = this.extent(area)
    for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) visit(row, column)
  }

  /** The merge a cell lies in, or the cell itself. */
  mergeAt(row: number, column: number): Area {
    return mergesOf(this.worksheet).find((merge) => contains(merge, row, column)) ?? cellArea(row, column)
  }

  frozen(): { rows: number; columns: number } {
    const view = this.worksheet.views?.[0]
    return view?.state === 'frozen' ? { rows: view.ySplit ?? 0, columns: view.xSplit ?? 0 } : { rows: 0, columns: 0 }
  }

  freeze(rows: number, columns: number): void {
    const { showGridLines = true } = this.worksheet.views?.[0] ?? {}
    this.worksheet.views = [
      rows || columns ? { state: 'frozen', xSplit: columns, ySplit: rows, showGridLines } : { state: 'normal', showGridLines },
    ]
    this.#owner.redraw()
  }

  rowHidden(row: number): boolean {
    return this.worksheet.findRow(row)?.hidden === true
  }
}

const holds = (cell: Cell | undefined): boolean => cell !== undefined && (Boolean(cell.formula) || scalarOf(cell) !== '')

const numberFormatOf = (cell: Cell | undefined): string => cell?.numFmt || 'General'
