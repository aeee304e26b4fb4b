import type { CellValue } from '../../grid/grid.ts'
import type { Scaled } from '../../quantity/scaled.ts'
import type { RowBinding } from '../../record/reading.ts'
import type { ColumnPlan } from '../plans/columnPlan.ts'
import type { Label } from '../plans/label.ts'
import type { CellEnd } from '../tally/cellEnd.ts'
import { FactBuilder, type FactColumn } from '../tally/factBuilder.ts'
import type { RecordBuilder } from '../tally/recordBuilder.ts'
import type { Tally } from '../tally/tally.ts'
import type { FieldRows } from './fieldRows.ts'
import { isErrorText } from './figureReader.ts'
import type { RowLookups } from './rowLookups.ts'
import type { TableSetting } from './tableSetting.ts'

/** A table while its rows are read: what is known of it, what was looked up, and what its cells gave. */
export interface TableReading {
  readonly setting: TableSetting
  readonly lookups: RowLookups
  readonly tally: Tally
  readonly fieldRows: FieldRows
  /** By column, whether the first percentage of which a check was told is a fraction (0.48 for 48 %). */
  readonly percentScales: Map<number, boolean>
  readonly lists: RowLists
}

/** The lists that rows fill one after the other: ten thousand rows that each begin new ones spend a third of their time on that. */
export interface RowLists {
  readonly builders: RecordBuilder[]
  readonly cells: Cell[]
  readonly percentages: (Cell | PlainPercentage)[]
  readonly words: Cell[]
}

/** A filled cell of which the checks are told. */
export class Cell {
  readonly plan: ColumnPlan
  readonly fact: FactBuilder
  /** How the cell ends as far as is known; the row writes it down when it is closed. */
  end: CellEnd | undefined = undefined

  constructor(plan: ColumnPlan, fact: FactBuilder) {
    this.plan = plan
    this.fact = fact
  }

  get value(): CellValue {
    return this.fact.value
  }

  /** "E7" */
  get address(): string {
    return this.fact.cell
  }
}

/** A percentage whose record says all that a fact would: its percent points and how they are written. */
export interface PlainPercentage {
  readonly plan: ColumnPlan
  readonly value: Scaled
  readonly cell: string
  readonly written: string
}

/** A row while it is read: what it is about, its records as far as they are built, and its cells that have facts. */
export class Row {
  readonly table: TableReading
  readonly sheet: string
  readonly number: number
  /** The number as a text, which ends the addresses of the row's cells. */
  readonly name: string
  readonly binding: RowBinding
  /** How its columns are read: a row may say itself what its figures are. */
  readonly plans: readonly ColumnPlan[]
  readonly builders: RecordBuilder[]
  /** The batch or node that the row names; "" where it names none. */
  readonly part: string
  /** The measure that the row's unit column names; without its place, so that rows share it. */
  readonly label: Label | undefined
  /** Its cells with a fact, left to right. */
  readonly cells: Cell[]
  /** Cells that are read once the row's figures are known. */
  readonly percentages: (Cell | PlainPercentage)[]
  readonly words: Cell[]
  /** Whether the register knows the row's area, or a person said which it is. */
  readonly isAreaKnown: boolean
  /** Cells that say no more than their record need no fact: not in the first row, and not where sums are recomputed. */
  readonly leavesOutFacts: boolean
  /** A figure of the row was about nothing that has a record. */
  hasUnplacedFigure = false
  private labelWithPlace: Label | undefined

  constructor(table: TableReading, binding: RowBinding, { plans, builders, part }: Pick<Row, 'plans' | 'builders' | 'part'>) {
    this.table = table
    this.binding = binding
    this.sheet = table.setting.sheet
    this.number = binding.row
    this.name = String(binding.row)
    this.plans = plans
    this.builders = builders
    this.cells = emptied(table.lists.cells)
    this.percentages = emptied(table.lists.percentages)
    this.words = emptied(table.lists.words)
    this.part = part
    this.label = table.lookups.labelOfRow(binding)
    this.isAreaKnown = isAreaKnown(table, binding)
    this.leavesOutFacts = this.isAreaKnown && !table.setting.needsEveryFact && table.tally.facts.length > 0
  }

  address(plan: ColumnPlan): string {
    return plan.letter + this.name
  }

  /** A cell with its fact, not yet among those of the row. */
  cell(plan: ColumnPlan, value: CellValue): Cell {
    const { hasFormats, view } = this.table.setting
    // looking an address up makes a whole text of it, which most sheets need not
    const format = hasFormats ? (view.grid.formats[this.address(plan)] ?? GENERAL) : GENERAL
    return new Cell(plan, new FactBuilder(this, plan, value, format))
  }

  /** A cell of which the checks are told. */
  addCell(plan: ColumnPlan, value: CellValue): Cell {
    const cell = this.cell(plan, value)
    if (plan.kind !== 'area' && isErrorText(value)) cell.fact.error = value
    this.cells.push(cell)
    return cell
  }

  end(column: number, end: CellEnd): void {
    this.table.tally.ends.end(this.number, column, end)
  }

  /** The row's label with the address of its cell, for facts that name it. */
  get placedLabel(): Label | undefined {
    const { measureColumn, view } = this.table.setting
    if (!this.label || !measureColumn) return this.label
    const top = view.mergeAt(this.number, measureColumn.column)?.top ?? this.number
    const { name, scale, source } = this.label
    this.labelWithPlace ??= { name, scale, source, at: `${measureColumn.letter}${top}` }
    return this.labelWithPlace
  }
}

/** The number format of cells that have none of their own. */
const GENERAL = 'General'

/** The same list without its items. Taking them one by one spares the slow way that setting a length takes. */
export function emptied<T>(list: T[]): T[] {
  while (list.length > 0) list.pop()
  return list
}

/** The fact of a cell in a row that is not read as data. */
export const factOf = ({ view, sheet }: TableSetting, row: number, column: FactColumn): FactBuilder =>
  new FactBuilder(
    { sheet, number: row, name: String(row) },
    column,
    view.value(row, column.column),
    view.grid.formats[`${column.letter}${row}`] ?? GENERAL,
  )

function isAreaKnown({ setting, lookups }: TableReading, { row, area, why }: RowBinding): boolean {
  for (const { column } of setting.areaColumns) {
    const fact = lookups.areaFact(row, column)
    if (fact === undefined || fact.code !== undefined) continue
    if (area === undefined || fact.zone || why.reason !== 'by_user') return false
  }
  return true
}
