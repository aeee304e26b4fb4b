import type { Area } from '../../shared/grid/a1.ts'
import { cellArea, columnsOf, rowsOf } from './area.ts'
import type { Scalar } from './cellValue.ts'
import type { ChartSeries } from './chart.ts'
import { copiedSheet, type TablesInUse } from './copiedSheet.ts'
import type { DefinedName } from './definedName.ts'
import type { FormulaEngine } from './formulaEngine.ts'
import type { Json } from './json.ts'
import { mapReferences } from './references.ts'
import { Sheet, type SheetOwner } from './sheet.ts'
import { type BookContent, emptySheet, type SheetContent } from './sheetContent.ts'
import { cellStep, type Step } from './undo.ts'

/** What happens in a workbook: to whoever draws it, and to an add-in that listens. */
export type BookEvent =
  | {
      readonly kind: 'edited'
      readonly sheet: Sheet
      readonly area: Area
      readonly by: 'person' | 'addin'
      readonly before?: Scalar
      readonly after?: Scalar
      /** What else than values changed, by Office.js's names ("RowInserted"). */
      readonly change?: string
    }
  | { readonly kind: 'selected' | 'calculated'; readonly sheet: Sheet; readonly area: Area }
  | { readonly kind: 'activated' | 'added' | 'deleted'; readonly sheet: Sheet }
  | { readonly kind: 'redraw' }

/** A series of a chart whose references are rewritten. */
function rewritten({ name, values, categories }: ChartSeries, rewrite: (formula: string) => string): ChartSeries {
  return {
    values: rewrite(values),
    ...(name === undefined ? {} : { name: rewrite(name) }),
    ...(categories === undefined ? {} : { categories: rewrite(categories) }),
  }
}

/** The open workbook: its sheets, what is shown and selected, and who listens. */
export class Book implements SheetOwner {
  name: string
  readonly date1904: boolean
  /** What the reader of the file leaves for its writer. */
  readonly kept: unknown
  /** `workbook.settings` of Office.js and `Office.context.document.settings`: stored next to the file, not in it. */
  readonly settings = new Map<string, Json>()
  /** No sheet may be added, renamed, moved or deleted. */
  structureProtected = false
  /** Open for reading only. */
  readOnly = false
  sheets: Sheet[]
  names: readonly DefinedName[]
  active: Sheet
  selection: Area = cellArea(1, 1)
  /** The id of the chart that is selected instead of cells. */
  selectedChart: string | undefined
  readonly #engine: FormulaEngine | undefined
  readonly #listeners = new Set<(event: BookEvent) => void>()
  readonly #done: Step[] = []
  readonly #undone: Step[] = []
  /** No number is given twice, also when its sheet is gone. */
  #lastNumber = 0

  constructor(content: BookContent, name: string, engine?: FormulaEngine) {
    this.name = name
    this.date1904 = content.date1904
    this.kept = content.kept
    this.#engine = engine
    this.sheets = content.sheets.map((sheet) => new Sheet(this, sheet.number, sheet.content))
    this.names = content.names
    const first = this.sheets[0] ?? new Sheet(this, 1, emptySheet('Sheet1'))
    if (this.sheets.length === 0) this.sheets = [first]
    const shown = this.sheets[content.activeTab]
    this.active = (shown && !shown.hidden ? shown : this.sheets.find((sheet) => !sheet.hidden)) ?? first
    for (const sheet of this.sheets) engine?.add(sheet)
    engine?.settle()
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

  /** Sheets hold something else than what was stored cell by cell: all results follow. */
  restart(): void {
    this.#engine?.restart(this.sheets)
    this.settle()
  }

  /** By name (whatever the case) or id. */
  find(key: string): Sheet | undefined {
    const wanted = key.toLowerCase()
    return this.sheets.find((sheet) => sheet.id.toLowerCase() === wanted || sheet.name.toLowerCase() === wanted)
  }

  add(name: string): Sheet {
    return this.#insert(emptySheet(name), this.sheets.length)
  }

  /** A copy of a sheet, with all that it holds, at a place among the sheets. */
  copy(sheet: Sheet, name: string, at: number): Sheet {
    return this.#insert(copiedSheet(sheet.content, name, this.#tablesInUse()), at)
  }

  #tablesInUse(): TablesInUse {
    const tables = this.sheets.flatMap(({ content }) => content.tables)
    return { ids: new Set(tables.map(({ id }) => id)), names: new Set(tables.map(({ name }) => name)) }
  }

  #insert(content: SheetContent, at: number): Sheet {
    const sheet = new Sheet(this, Math.max(this.#lastNumber, ...this.sheets.map(({ number }) => number)) + 1, content)
    this.#lastNumber = sheet.number
    this.sheets.splice(at, 0, sheet)
    this.#engine?.add(sheet)
    this.notify({ kind: 'added', sheet })
    this.redraw()
    return sheet
  }

  rename(sheet: Sheet, name: string): void {
    const before = sheet.name.toLowerCase()
    sheet.content.name = name
    this.rewriteFormulas((formula) =>
      mapReferences(formula, (reference) => (reference.sheet?.toLowerCase() === before ? { ...reference, sheet: name } : undefined)),
    )
    this.#engine?.rename(sheet)
    this.redraw()
  }

  /** Rewrites every formula: of cells, rules, validations and charts, each of the sheet it is `on`, and of names. */
  rewriteFormulas(rewrite: (formula: string, on: Sheet | undefined) => string): void {
    for (const sheet of this.sheets) {
      const { content } = sheet
      const all = <T extends { readonly formulas: readonly string[] }>(list: readonly T[]): readonly T[] =>
        list.map((one) => ({ ...one, formulas: one.formulas.map((formula) => rewrite(formula, sheet)) }))
      for (const { cells } of content.rows.values())
        for (const [column, cell] of cells)
          if (cell.formula !== undefined) cells.set(column, { ...cell, formula: rewrite(cell.formula, sheet) })
      content.rules = all(content.rules)
      content.validations = all(content.validations)
      content.loose = content.loose.map((one) => (one.kind === 'formula' ? { ...one, text: rewrite(one.text, sheet) } : one))
      content.charts = content.charts.map((chart) => ({
        ...chart,
        series: chart.series.map((series) => rewritten(series, (formula) => rewrite(formula, sheet))),
      }))
    }
    this.names = this.names.map((name) => ({ ...name, formula: rewrite(name.formula, undefined) }))
  }

  remove(sheet: Sheet): void {
    this.sheets = this.sheets.filter((other) => other !== sheet)
    sheet.deleted = true
    this.names = this.names.filter((name) => name.sheet !== sheet.number)
    this.#lastNumber = Math.max(this.#lastNumber, sheet.number)
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
    this.selectedChart = undefined
    this.notify({ kind: 'activated', sheet })
    this.redraw()
  }

  select(sheet: Sheet, area: Area): void {
    this.activate(sheet)
    this.selectedChart = undefined
    this.selection = area
    this.notify({ kind: 'selected', sheet, area })
  }

  /** Selects a chart of the shown sheet, or cells again. */
  selectChart(id: string | undefined): void {
    this.selectedChart = id
    this.redraw()
  }

  /** A person's edit: texts by row and column as typed. Can be undone. */
  edit(sheet: Sheet, area: Area, texts: readonly (readonly string[])[], year: number): void {
    const single = rowsOf(area) * columnsOf(area) === 1
    const before = single ? sheet.value(area.top, area.left) : ''
    const cells = texts.flatMap((line, i) => line.map((text, j) => ({ row: area.top + i, column: area.left + j, text })))
    this.remember(cellStep(sheet, cells))
    for (const { row, column, text } of cells) sheet.enter(row, column, text, year)
    this.settle()
    const details = single ? { before, after: sheet.value(area.top, area.left) } : {}
    this.notify({ kind: 'edited', sheet, area, by: 'person', ...details })
  }

  undo(): void {
    this.#swap(this.#done, this.#undone)
  }

  redo(): void {
    this.#swap(this.#undone, this.#done)
  }

  /** What would be undone next. */
  get lastStep(): Step | undefined {
    return this.#done.at(-1)
  }

  /** Something was done that can be undone. */
  remember(step: Step): void {
    this.#done.push(step)
    this.#undone.length = 0
  }

  /** Nothing that was done can be undone any more. */
  forgetUndo(): void {
    this.#done.length = 0
    this.#undone.length = 0
  }

  #swap(from: Step[], to: Step[]): void {
    const step = from.pop()
    if (!step || step.sheet.deleted) return
    to.push(step)
    step.swap()
    this.settle()
    this.select(step.sheet, step.area)
    this.notify({ kind: 'edited', sheet: step.sheet, area: step.area, by: 'person' })
  }
}
