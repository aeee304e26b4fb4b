import type { CellFact } from '../../finding/facts.ts'
import type { CellValue } from '../../grid/grid.ts'
import type { ParsedDate } from '../../quantity/parsed.ts'
import type { ColumnField } from '../../record/columnFields.ts'
import type { FigureRecord } from '../../record/figureRecord.ts'
import type { ReadingContext, RecognizedTable, RowBinding, StatedTotal } from '../../record/reading.ts'
import { findUnit } from '../../register/findUnit.ts'
import type { Indicator, Register, ReportingUnit } from '../../register/register.ts'
import { registerIndex, unitById } from '../../register/registerIndex.ts'
import { normaliseHeading } from '../headings/normaliseHeading.ts'
import { areaFact, unitFacts } from '../subjects/nameFacts.ts'
import type { SheetView } from '../view/sheetView.ts'
import { CellRead } from './cellRead.ts'
import { type ColumnPlan, columnPlans, headingAsOf, type Label, labelOf } from './columnPlan.ts'
import type { NotRead } from './parsed.ts'
import { FigureReader } from './readFigure.ts'
import { newDraft, type RecordDraft } from './recordDraft.ts'
import { TextRecords } from './textRecords.ts'

/** One table while it is parsed: what is known of its columns, what its cells gave so far, and what was looked up once. */
export class TableState {
  readonly view: SheetView
  readonly table: RecognizedTable
  readonly register: Register
  /** The columns as the row reads them; a row may say itself what its figures are. */
  plans: readonly ColumnPlan[] = []
  /** Of these, the percentages and the words: they are read once the figures of their row are known. */
  shares: readonly ColumnPlan[] = []
  words: readonly ColumnPlan[] = []
  readonly tablePlans: readonly ColumnPlan[]
  readonly fieldPlans = new Map<ColumnField, readonly ColumnPlan[]>()
  /** Records that go on over several rows, where rows are fields. */
  open: { readonly subjects: string; readonly drafts: RecordDraft[]; readonly binding: RowBinding } | undefined
  readonly indicators: ReadonlyMap<string, Indicator>
  private asked: Indicator | undefined
  private namedRow = 0
  private rowName = ''
  readonly reader: FigureReader
  readonly year: number | undefined
  readonly month: number | undefined
  readonly asOf: string | undefined
  readonly home: ReportingUnit | undefined
  readonly sheet: string
  readonly hasFormats: boolean
  readonly unknown: readonly number[]
  readonly measureColumn: ColumnPlan | undefined
  readonly areaColumn: ColumnPlan | undefined
  readonly areaColumns: readonly ColumnPlan[]
  readonly partColumn: ColumnPlan | undefined
  readonly nameColumns: readonly ColumnPlan[]
  readonly nodes: readonly ColumnPlan[]
  /** The batches that section rows name (一、配网一批), with the rows under each. */
  readonly sectionBatches: readonly { readonly row: number; readonly last: number; readonly batch: string }[]
  readonly columnBound: boolean
  /** No column of figures: what is reported stands in the words of 进展情况. */
  readonly inWords: boolean
  readonly targetInNames: boolean
  readonly noteLabels: readonly Label[]
  readonly records: FigureRecord[] = []
  readonly totals: StatedTotal[] = []
  readonly cells: CellFact[] = []
  /** The facts of the row that is being read, left to right, and its drafts; one list each serves all rows. */
  readonly rowFacts: CellRead[] = []
  readonly rowDrafts: RecordDraft[] = []
  readonly notRead: NotRead[] = []
  readonly texts: TextRecords
  readonly lastSubjects: string[] = []
  skipped = 0
  /** Cells that were read, those without a fact included. */
  readCells = 0
  readonly keepsFigures: boolean
  readonly areaFacts = new Map<string, NonNullable<CellFact['area']>>()
  private readonly unitsIn = new Map<string, NonNullable<CellFact['units']>>()
  /** By column, whether its first percentage is a fraction. */
  readonly fractions = new Map<number, boolean>()
  private readonly tellingUnits = new Map<NonNullable<CellFact['units']>, boolean>()
  /** The department that reports the table: rows led by others are told. */
  private readonly department: ReportingUnit | undefined
  readonly labels = new Map<string, Label | null>()
  readonly batches = new Map<string, string>()
  private readonly dates = new Map<string, Map<CellValue, ParsedDate | null>>()

  constructor(view: SheetView, table: RecognizedTable, register: Register, context: ReadingContext) {
    this.view = view
    this.table = table
    this.register = register
    this.indicators = registerIndex(register).indicators
    this.reader = new FigureReader(register)
    this.year = yearOf(table) ?? context.year ?? (context.period ? Number(context.period.slice(0, 4)) : undefined)
    this.month = context.period ? Number(context.period.slice(5, 7)) : undefined
    this.tablePlans = columnPlans(table, register, this.month)
    this.readBy(this.tablePlans)
    // a sheet that states no as-of date speaks of the day it was filled in
    this.asOf = headingAsOf(table, this.year) ?? table.meta.asOf ?? table.meta.fillDate
    const home = context.reporter ? (unitById(register, context.reporter) ?? findUnit(register, context.reporter)?.unit) : undefined
    const filing = table.meta.reportingUnit ? findUnit(register, table.meta.reportingUnit)?.unit : undefined
    const reporting = home ?? filing
    this.department = reporting && reporting.kind !== 'county_government' && reporting.kind !== 'supervision_office' ? reporting : undefined
    this.home = [filing, home].find((unit) => unit?.kind === 'county_government') ?? home ?? filing
    this.sheet = view.grid.sheetName
    this.hasFormats = Object.keys(view.grid.formats).length > 0
    this.unknown = table.columns
      .filter((column) => column.field === undefined && column.column !== table.rowFields?.column)
      .map((column) => column.column)
    this.measureColumn = this.plans.find((plan) => plan.field === 'unit_of_measure')
    this.areaColumns = this.plans.filter((plan) => plan.field === 'area')
    this.areaColumn = this.areaColumns[0]
    this.partColumn = this.plans.find((plan) => plan.field === 'milestone' || plan.field === 'batch')
    this.sectionBatches = table.sectionRows.flatMap((row, i) => {
      const batch = BATCH.exec(table.columns.map(({ column }) => view.text(row, column)).join(''))?.[0]
      return batch === undefined ? [] : [{ row, last: (table.sectionRows[i + 1] ?? Number.POSITIVE_INFINITY) - 1, batch }]
    })
    this.nodes = this.plans.filter((plan) => plan.node !== '')
    this.nameColumns = this.plans.filter((plan) => plan.field === 'indicator' || plan.field === 'task')
    this.columnBound = this.plans.some((plan) => plan.figure !== undefined && plan.indicator !== undefined)
    const figures = new Set(this.plans.map((plan) => plan.field))
    this.inWords = figures.has('progress_text') && !figures.has('cumulative') && !figures.has('period_value')
    this.targetInNames = !figures.has('target')
    this.noteLabels = (table.meta.unitNote ?? []).map((word) => labelOf(register, word, 'unitNote')).filter((label) => label !== undefined)
    this.keepsFigures =
      this.plans.some((plan) => plan.derived) ||
      table.skipRows.some((skip) => skip.reason === 'total' || skip.reason === 'subtotal' || skip.reason === 'of_which')
    this.texts = new TextRecords(this.sheet)
  }

  /** Reads by these plans from now on. */
  readBy(plans: readonly ColumnPlan[]): void {
    if (plans === this.plans) return
    this.plans = plans
    this.shares = plans.filter((plan) => plan.reads === 'share' && !plan.derived && !plan.ofMoney)
    this.words = plans.filter((plan) => plan.reads === 'words' && !plan.quiet)
  }

  areaFact(row: number, column: number): NonNullable<CellFact['area']> | undefined {
    const value = this.view.value(row, column)
    const key = typeof value === 'string' ? value : this.view.mergedText(row, column)
    if (key === '') return undefined
    const known = this.areaFacts.get(key)
    if (known) return known
    const made = areaFact(this.register, this.view, row, column)
    this.areaFacts.set(key, made)
    return made
  }

  fact(row: number, plan: ColumnPlan, value: CellValue): CellRead {
    const cell = this.cell(row, plan)
    const format = this.hasFormats ? (this.view.grid.formats[cell] ?? 'General') : 'General'
    return new CellRead(this.sheet, cell, row, plan.column, plan.field, value, format)
  }

  /** The address of a row's cell; the row's number is made a text once. */
  cell(row: number, plan: ColumnPlan): string {
    if (row !== this.namedRow) {
      this.namedRow = row
      this.rowName = String(row)
    }
    return plan.letter + this.rowName
  }

  /** The fact of the row's cell in a column, where it left one. */
  rowFact(plan: ColumnPlan): CellRead | undefined {
    for (const fact of this.rowFacts) if (fact.column === plan.column) return fact
    return undefined
  }

  /** The reporting units that a text names, looked up once. */
  unitsNamed(text: string): NonNullable<CellFact['units']> {
    const known = this.unitsIn.get(text)
    if (known) return known
    const found = unitFacts(this.register, text, this.home)
    this.unitsIn.set(text, found)
    return found
  }

  /** Whether no check has anything to say of a cell that names units. */
  namesPlainUnits(value: CellValue): boolean {
    if (this.keepsFigures || typeof value !== 'string' || value.startsWith('#')) return false
    const units = this.unitsNamed(value)
    return units.length > 0 && !this.unitsTell(units)
  }

  /** Whether the units that a cell names are anything but known ones by their own names, the reporting one among the leads. */
  unitsTell(units: NonNullable<CellFact['units']>): boolean {
    let tells = this.tellingUnits.get(units)
    if (tells === undefined) {
      const { department } = this
      const led = department === undefined || units.some((unit) => unit.id === undefined || unit.id === department.id)
      tells = !led || units.some((unit) => unit.byAlias || unit.countyBureau)
      this.tellingUnits.set(units, tells)
    }
    return tells
  }

  /** The batch or node that the row names. */
  partOf(row: number): string {
    if (this.partColumn) return this.view.mergedText(row, this.partColumn.column)
    for (const plan of this.nameColumns) {
      const text = this.view.text(row, plan.column)
      let batch = this.batches.get(text)
      if (batch === undefined) {
        batch = BATCH.exec(text)?.[0] ?? ''
        this.batches.set(text, batch)
      }
      if (batch !== '') return batch
    }
    for (const section of this.sectionBatches) if (section.row < row && row <= section.last) return section.batch
    return ''
  }

  /** The dates read so far under a number format, by their cells' values. */
  datesUnder(format: string): Map<CellValue, ParsedDate | null> {
    const known = this.dates.get(format)
    if (known) return known
    const made = new Map<CellValue, ParsedDate | null>()
    this.dates.set(format, made)
    return made
  }

  /** The measure that the row's unit column names, one label for all rows that name it. */
  unitLabel(row: number): Label | undefined {
    if (!this.measureColumn) return this.nameLabel(row)
    const word = this.view.mergedText(row, this.measureColumn.column)
    if (word === '') return undefined
    const known = this.labels.get(word)
    if (known !== undefined) return known ?? undefined
    const label = labelOf(this.register, word, 'unitColumn')
    this.labels.set(word, label ?? null)
    return label
  }

  /** The measure in brackets behind the row's own name (城镇老旧小区改造（万户）). */
  private nameLabel(row: number): Label | undefined {
    for (const plan of this.nameColumns) {
      const name = this.view.mergedText(row, plan.column)
      if (!/[)）]$/u.test(name)) continue
      let label = this.labels.get(name)
      if (label === undefined) {
        label =
          normaliseHeading(name)
            .hints.map((hint) => labelOf(this.register, hint, 'heading'))
            .findLast((one) => one) ?? null
        this.labels.set(name, label)
      }
      if (label) return label
    }
    return undefined
  }

  /** The same label with the address of its cell, for facts that speak of it. */
  placedLabel(label: Label | undefined, row: number): Label | undefined {
    if (!label || !this.measureColumn) return label
    const { name, scale, source } = label
    return { name, scale, source, at: `${this.measureColumn.letter}${this.view.mergeAt(row, this.measureColumn.column)?.top ?? row}` }
  }

  areaOf(indicator: Indicator | undefined, plan: ColumnPlan | undefined, binding: RowBinding): string {
    const stated = plan?.area ?? binding.area
    if (stated !== undefined) return stated
    if (this.home?.area) return this.home.area
    return indicator?.area ?? this.register.city
  }

  /** The drafts that a figure of this column may belong to: those of its subjects that cover the area. */
  draftsFor(
    drafts: RecordDraft[],
    subjects: readonly string[],
    binding: RowBinding,
    plan: ColumnPlan,
    part: string,
  ): readonly RecordDraft[] {
    const only = subjects.length === 1 ? subjects[0] : undefined
    if (only !== undefined) {
      const draft = this.draft(drafts, only, this.areaOf(this.indicatorOf(only), plan, binding), part || plan.batch)
      if (!draft) return []
      return drafts.length === 1 ? drafts : [draft]
    }
    const found: RecordDraft[] = []
    for (const subject of subjects) {
      const indicator = this.indicators.get(subject)
      const area = this.areaOf(indicator, plan, binding)
      if (indicator && subjects.length > 1 && indicator.area !== this.register.city && indicator.area !== area) continue
      const draft = this.draft(drafts, subject, area, part || plan.batch)
      if (draft) found.push(draft)
    }
    return found
  }

  /** An indicator by its id; rows ask again and again for the same. */
  indicatorOf(subject: string): Indicator | undefined {
    if (subject !== this.asked?.id) this.asked = this.indicators.get(subject)
    return this.asked
  }

  draft(drafts: RecordDraft[], subject: string, area: string, part: string): RecordDraft | undefined {
    const indicator = this.indicatorOf(subject)
    if (!indicator) return undefined
    for (const known of drafts) if (known.subject === subject && known.area === area && known.part === part) return known
    const made = newDraft(subject, area, part, indicator)
    drafts.push(made)
    return made
  }

  labelFor(plan: ColumnPlan, unitLabel: Label | undefined, indicator: Indicator | undefined): Label | undefined {
    const stated = plan.label ?? unitLabel
    if (stated !== undefined) return stated
    const fitting = this.noteLabels.filter((label) => indicator === undefined || this.reader.fits(label.name, indicator))
    const note = fitting.length === 1 ? fitting[0] : undefined
    if (note) return note
    return indicator?.measure ? { name: indicator.measure, scale: 1, source: 'register' } : undefined
  }
}

/** The same list without its items. Taking them one by one spares the slow way that setting a length takes. */
export function emptied<T>(list: T[]): T[] {
  while (list.length > 0) list.pop()
  return list
}

const yearOf = (table: RecognizedTable): number | undefined => {
  const found = /((?:19|20)\d{2})年/u.exec(table.title?.text ?? '')
  return found ? Number(found[1]) : undefined
}

const BATCH = /(?:[\p{Script=Han}]{0,4})第?[一二三四五六]批|第?[一二三四五六]期(?=工程|项目|$)/u
