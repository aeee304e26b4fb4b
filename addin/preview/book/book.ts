import type { Workbook } from 'exceljs'
import type { Area } from '../../../shared/grid/a1.ts'
import { cellArea, columnsOf, rowsOf } from './area.ts'
import type { Scalar } from './cellValue.ts'
import type { FormulaEngine } from './formulaEngine.ts'
import type { Json } from './json.ts'
import { Sheet, type SheetOwner } from './sheet.ts'
import { restore, type Step, snapshotOf } from './undo.ts'

/** What happens in a workbook: to whoever draws it, and to an add-in that listens. */
export type BookEvent =
  | {
      readonly kind: 'edited'
      readonly sheet: Sheet
      readonly area: Area
      readonly by: 'person' | 'addin'
      readonly before?: Scalar
      readonly after?: Scalar
    }
  | { readonly kind: 'selected' | 'calculated'; readonly sheet: Sheet; readonly area: Area }
  | { readonly kind: 'activated' | 'added' | 'deleted'; readonly sheet: Sheet }
  | { readonly kind: 'redraw' }

/** The open workbook: its sheets, what is shown and selected, and who listens. */
export class Book implements SheetOwner {
  readonly workbook: Workbook
  name: string
  /** `workbook.settings` of Office.js and `Office.context.document.settings`: stored next to the file, not in it. */
  readonly settings = new Map<string, Json>()
  /** No sheet may be added, renamed, moved or deleted. */
  structureProtected = false
  /** Open for reading only. */
  readOnly = false
  sheets: Sheet[]
  active: Sheet
  selection: Area = cellArea(1, 1)
  readonly #engine: FormulaEngine | undefined
  readonly #listeners = new Set<(event: BookEvent) => void>()
  readonly #done: Step[] = []
  readonly #undone: Step[] = []

  constructor(workbook: Workbook, name: string, engine?: FormulaEngine) {
    this.workbook = workbook
    this.name = name
    this.#engine = engine
    const inFile = workbook.worksheets.map((worksheet) => new Sheet(this, worksheet))
    const first = inFile[0] ?? new Sheet(this, workbook.addWorksheet('Sheet1'))
    this.sheets = inFile.length === 0 ? [first] : inFile
    const shown = this.sheets[workbook.views?.[0]?.activeTab ?? 0]
    this.active = (shown && !shown.hidden ? shown : this.sheets.find((sheet) => !sheet.hidden)) ?? first
    for (const sheet of this.sheets) engine?.add(sheet)
    engine?.settle()
  }

  get date1904(): boolean {
    return this.workbook.properties.date1904 === true
  }

  get engine(): FormulaEngine | undefined {
    return this.#engine
  }

  listen(listener: (event: BookEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  notify(event: BookEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  redraw(): void {
    this.notify({ kind: 'redraw' })
  }

  stored(sheet: Sheet, row: number, column: number): void {
    this.#engine?.touch(sheet, row, column)
  }

  /** Formula results follow what was stored. */
  settle(): void {
    this.#engine?.settle()
    this.redraw()
  }

  /** By name (whatever the case) or id. */
  find(key: string): Sheet | undefined {
    const wanted = key.toLowerCase()
    return this.sheets.find((sheet) => sheet.id.toLowerCase() === wanted || sheet.name.toLowerCase() === wanted)
  }

  add(name: string): Sheet {
    const sheet = new Sheet(this, this.workbook.addWorksheet(name))
    this.sheets.push(sheet)
    this.#engine?.add(sheet)
    this.notify({ kind: 'added', sheet })
    this.redraw()
    return sheet
  }

  rename(sheet: Sheet, name: string): void {
    sheet.worksheet.name = name
    this.#engine?.rename(sheet)
    this.redraw()
  }

  remove(sheet: Sheet): void {
    this.sheets = this.sheets.filter((other) => other !== sheet)
    sheet.deleted = true
    this.workbook.removeWorksheet(sheet.worksheet.id)
    this.#engine?.remove(sheet)
    const next = this.sheets.find((other) => !other.hidden) ?? this.sheets[0]
    if (this.active === sheet && next) this.activate(next)
    this.notify({ kind: 'deleted', sheet })
    this.redraw()
  }

  activate(sheet: Sheet): void {
    if (this.active === sheet) return
    this.active = sheet
    this.selection = cellArea(1, 1)
    this.notify({ kind: 'activated', sheet })
    this.redraw()
  }

  select(sheet: Sheet, area: Area): void {
    this.activate(sheet)
    this.selection = area
    this.notify({ kind: 'selected', sheet, area })
  }

  /** A person's edit: texts by row and column as typed. Can be undone. */
  edit(sheet: Sheet, area: Area, texts: readonly (readonly string[])[], year: number): void {
    const single = rowsOf(area) * columnsOf(area) === 1
    const before = single ? sheet.value(area.top, area.left) : ''
    const cells = texts.flatMap((line, i) => line.map((text, j) => ({ row: area.top + i, column: area.left + j, text })))
    const snapshots = cells.map(({ row, column }) => snapshotOf(sheet, row, column))
    for (const { row, column, text } of cells) sheet.enter(row, column, text, year)
    this.#done.push({ sheet, before: snapshots, after: cells.map(({ row, column }) => snapshotOf(sheet, row, column)) })
    this.#undone.length = 0
    this.settle()
    const details = single ? { before, after: sheet.value(area.top, area.left) } : {}
    this.notify({ kind: 'edited', sheet, area, by: 'person', ...details })
  }

  undo(): void {
    this.#replay(this.#done, this.#undone, 'before')
  }

  redo(): void {
    this.#replay(this.#undone, this.#done, 'after')
  }

  /** What an add-in writes cannot be undone, and neither can what came before it. */
  forgetUndo(): void {
    this.#done.length = 0
    this.#undone.length = 0
  }

  #replay(from: Step[], to: Step[], side: 'before' | 'after'): void {
    const step = from.pop()
    if (!step || step.sheet.deleted) return
    to.push(step)
    restore(step.sheet, step[side])
    this.settle()
    const rows = step[side].map((cell) => cell.row)
    const columns = step[side].map((cell) => cell.column)
    const area = { top: Math.min(...rows), left: Math.min(...columns), bottom: Math.max(...rows), right: Math.max(...columns) }
    this.select(step.sheet, area)
    this.notify({ kind: 'edited', sheet: step.sheet, area, by: 'person' })
  }
}
