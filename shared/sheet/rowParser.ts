import type { CellFact } from '../checks/facts.ts'
import { columnName } from '../grid/a1.ts'
import type { CellValue } from '../grid/grid.ts'
import { findQuantities } from '../quantity/findQuantities.ts'
import { parseDate } from '../quantity/parseDate.ts'
import type { ParsedDate, ParsedQuantity } from '../quantity/parsed.ts'
import { percentOf } from '../quantity/percent.ts'
import type { Scaled } from '../quantity/scaled.ts'
import { findUnit, unitById } from '../register/findUnit.ts'
import type { Indicator, Register, ReportingUnit } from '../register/register.ts'
import { type ColumnPlan, columnPlans, headingAsOf, type Label, labelOf, plansOfField } from './columnPlan.ts'
import { type FigureRecord, recordKeyText } from './figureRecord.ts'
import { doneOf, flagOf } from './flagWords.ts'
import { matchSubjects } from './matchSubjects.ts'
import { areaFact, unitFacts } from './nameFacts.ts'
import { targetInWords, textFigures } from './narrativeFigures.ts'
import type { NotRead, ParsedTable } from './parseRecords.ts'
import { FigureReader, type FigureReading, isErrorText } from './readFigure.ts'
import type { ColumnField, ReadingContext, RecognizedTable, RowBinding, StatedTotal } from './reading.ts'
import { newDraft, type RecordDraft, setFigure, setWord, toRecord } from './recordDraft.ts'
import { settleScales } from './settleScales.ts'
import type { SheetView } from './sheetView.ts'
import { TextRecords } from './textRecords.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Reads the rows of one table, one after the other. */
export class RowParser {
  private readonly view: SheetView
  private readonly table: RecognizedTable
  private readonly register: Register
  /** The columns as the row reads them; a row may say itself what its figures are. */
  private plans: readonly ColumnPlan[]
  private readonly tablePlans: readonly ColumnPlan[]
  private readonly fieldPlans = new Map<ColumnField, readonly ColumnPlan[]>()
  /** Records that go on over several rows, where rows are fields. */
  private open: { readonly subjects: string; readonly drafts: RecordDraft[]; readonly binding: RowBinding } | undefined
  private readonly indicators: ReadonlyMap<string, Indicator>
  private readonly reader: FigureReader
  private readonly year: number | undefined
  private readonly month: number | undefined
  private readonly asOf: string | undefined
  private readonly home: ReportingUnit | undefined
  private readonly sheet: string
  private readonly hasFormats: boolean
  private readonly unknown: readonly number[]
  private readonly measureColumn: ColumnPlan | undefined
  private readonly areaColumn: ColumnPlan | undefined
  private readonly partColumn: ColumnPlan | undefined
  private readonly nameColumns: readonly ColumnPlan[]
  private readonly columnBound: boolean
  /** No column of figures: what is reported stands in the words of 进展情况. */
  private readonly inWords: boolean
  private readonly targetInNames: boolean
  private readonly noteLabels: readonly Label[]
  private readonly records: FigureRecord[] = []
  private readonly totals: StatedTotal[] = []
  private readonly cells: CellFact[] = []
  private readonly notRead: NotRead[] = []
  private readonly texts: TextRecords
  private readonly lastSubjects: string[] = []
  private skipped = 0
  /** Cells that were read, those without a fact included. */
  private readCells = 0
  private readonly keepsFigures: boolean
  private readonly areaFacts = new Map<string, NonNullable<CellFact['area']>>()
  private readonly unitsIn = new Map<string, NonNullable<CellFact['units']>>()
  private readonly labels = new Map<string, Label | undefined>()
  private readonly batches = new Map<string, string>()
  private readonly dates = new Map<string, ParsedDate | null>()

  constructor(view: SheetView, table: RecognizedTable, register: Register, context: ReadingContext) {
    this.view = view
    this.table = table
    this.register = register
    this.indicators = new Map(register.indicators.map((indicator) => [indicator.id, indicator]))
    this.reader = new FigureReader(register)
    this.year = yearOf(table) ?? context.year ?? (context.period ? Number(context.period.slice(0, 4)) : undefined)
    this.month = context.period ? Number(context.period.slice(5, 7)) : undefined
    this.tablePlans = columnPlans(table, register, this.month)
    this.plans = this.tablePlans
    this.asOf = headingAsOf(table, this.year) ?? table.meta.asOf
    const home = context.reporter ? (unitById(register, context.reporter) ?? findUnit(register, context.reporter)?.unit) : undefined
    const filing = table.meta.reportingUnit ? findUnit(register, table.meta.reportingUnit)?.unit : undefined
    this.home = [filing, home].find((unit) => unit?.kind === 'county_government') ?? home ?? filing
    this.sheet = view.grid.sheetName
    this.hasFormats = Object.keys(view.grid.formats).length > 0
    this.unknown = table.columns
      .filter((column) => column.field === undefined && column.column !== table.rowFields?.column)
      .map((column) => column.column)
    this.measureColumn = this.plans.find((plan) => plan.field === 'unit_of_measure')
    this.areaColumn = this.plans.find((plan) => plan.field === 'area')
    this.partColumn = this.plans.find((plan) => plan.field === 'milestone' || plan.field === 'batch')
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

  /** A row of data: its figures by indicator and area, its words by task. */
  readRow(binding: RowBinding): void {
    const { row } = binding
    const { view } = this
    const drafts = this.draftsOfRow(binding)
    const part = this.partOf(row)
    const unitLabel = this.unitLabel(row)
    const facts: Mutable<CellFact>[] = []
    const percents: {
      readonly plan: ColumnPlan
      readonly value: CellValue
      readonly drafts: readonly RecordDraft[]
      readonly fact: Mutable<CellFact>
    }[] = []
    const later: { readonly plan: ColumnPlan; readonly value: CellValue; readonly fact: Mutable<CellFact> }[] = []
    let unplaced = false
    let areaKnown = true
    for (const plan of this.plans) {
      const value = view.value(row, plan.column)
      if (plan.field === 'area') {
        const fact = this.areaFact(row, plan.column)
        if (fact && fact.code === undefined) areaKnown = binding.area !== undefined && !fact.zone && binding.why.reason === 'by_user'
        if (value === null) continue
        this.readCells++
        if (fact && (fact.byAlias || fact.code === undefined)) facts.push({ ...this.fact(row, plan, value), area: fact })
        continue
      }
      if (value === null) {
        if (plan.figure !== undefined && !plan.derived) this.expect(drafts, binding, plan, part)
        continue
      }
      this.readCells++
      if (plan.quiet && !isErrorText(value)) continue
      if (typeof value === 'number' && this.takePlain(plan, value, binding, drafts, part, unitLabel)) continue
      const fact = this.fact(row, plan, value)
      facts.push(fact)
      if (isErrorText(value)) fact.error = value
      if (plan.figure === undefined || plan.figure === 'investPlan' || plan.figure === 'investDone') {
        later.push({ plan, value, fact })
        continue
      }
      if (plan.derived) {
        this.readDerived(binding, plan, value, fact, unitLabel)
        continue
      }
      const subjects = plan.indicator ? [plan.indicator] : binding.subjects
      const draftsHere = this.draftsFor(drafts, subjects, binding, plan, part)
      if (draftsHere.length === 0) {
        unplaced = true
        continue
      }
      if (plan.field === 'percent') {
        if (!plan.ofMoney) percents.push({ plan, value, drafts: draftsHere, fact })
        continue
      }
      this.readFigureCell(plan, value, draftsHere, unitLabel, fact)
    }
    if (!areaKnown) {
      this.reportAreaUnknown(facts)
      return
    }
    if (this.inWords) this.readWords(row, binding, drafts, part)
    if (this.targetInNames && (this.inWords || drafts.length > 0)) this.readNamedTargets(row, drafts)
    settleScales(drafts, facts, this.measureColumn)
    for (const { plan, value, drafts: targets, fact } of percents) this.readPercentCell(plan, value, targets, fact)
    for (const { plan, value, fact } of later) this.readOther(row, plan, value, fact, drafts, binding, part)
    this.finishRow(row, binding, drafts, facts, part)
    if (unplaced || (binding.subjects.length === 0 && !this.columnBound)) this.reportUnplaced(row, binding, facts)
    for (const column of this.unknown) {
      if (view.value(row, column) !== null) this.notRead.push({ cell: `${columnName(column)}${row}`, reason: 'column_unknown' })
    }
  }

  /** Usually a row's own; where rows are fields, those of the rows before that speak of the same. */
  private draftsOfRow(binding: RowBinding): RecordDraft[] {
    const { rowFields } = this.table
    if (!rowFields) return []
    const field = rowFields.fields.get(binding.row)
    const known = field === undefined ? this.tablePlans : (this.fieldPlans.get(field) ?? plansOfField(this.tablePlans, field))
    if (field !== undefined) this.fieldPlans.set(field, known)
    this.plans = known
    if (this.view.value(binding.row, rowFields.column) !== null) this.readCells++
    const subjects = `${binding.subjects.join('/')}|${binding.area ?? ''}`
    const again = field !== undefined && this.open?.drafts.some((draft) => draft.cells[plansField(known, field) ?? 'remark'] !== undefined)
    if (this.open?.subjects !== subjects || again) {
      this.closeRows()
      this.open = { subjects, drafts: [], binding }
    }
    return this.open.drafts
  }

  /** Writes the records that went on over several rows, at the row of their completed figure. */
  private closeRows(): void {
    if (!this.open) return
    const { drafts, binding } = this.open
    this.open = undefined
    for (const draft of drafts) {
      const cell = draft.cells.cumulative ?? draft.cells.target
      this.pushRecord(draft, cell === undefined ? binding.row : Number(cell.replace(/^[A-Z]+/u, '')))
    }
  }

  /** The quick way for the most usual cell of all: a whole number for one indicator, in its own measure. */
  private takePlain(
    plan: ColumnPlan,
    value: number,
    binding: RowBinding,
    drafts: RecordDraft[],
    part: string,
    unitLabel: Label | undefined,
  ): boolean {
    const field = plan.figure
    if (this.keepsFigures || plan.derived || field === undefined || !PLAIN.has(plan.field)) return false
    if (!Number.isInteger(value) || value < 0 || value >= 1e11) return false
    const subject = plan.indicator ?? (binding.subjects.length === 1 ? binding.subjects[0] : undefined)
    const indicator = subject === undefined ? undefined : this.indicators.get(subject)
    if (subject === undefined || indicator?.kind !== 'count') return false
    const label = plan.label ?? unitLabel
    if (label ? label.scale !== 1 || label.name !== indicator.measure : this.noteLabels.length > 0) return false
    const draft = this.draft(drafts, subject, this.areaOf(indicator, plan, binding), part || plan.batch)
    if (!draft) return false
    setFigure(draft, field, (value * 10_000) as Scaled, `${plan.letter}${binding.row}`, undefined)
    if (field === 'cumulative' && plan.stage) setWord(draft, 'stage', plan.stage, `${plan.letter}${binding.row}`)
    return true
  }

  /** A stated total, subtotal or 其中: kept for comparison, never a record. */
  readTotal(row: number, kind: StatedTotal['kind']): void {
    const drafts: RecordDraft[] = []
    const subjects = this.totalSubjects(row)
    const label = this.unitLabel(row)
    const percents: { plan: ColumnPlan; value: CellValue; drafts: readonly RecordDraft[]; fact: Mutable<CellFact> }[] = []
    for (const plan of this.plans) {
      const value = this.view.value(row, plan.column)
      if (value === null) continue
      const fact = this.fact(row, plan, value)
      if (isErrorText(value)) fact.error = value
      this.readCells++
      this.cells.push(fact)
      if (plan.figure === undefined) continue
      const own = plan.indicator ? [plan.indicator] : subjects
      const area = plan.derived ? this.register.city : (plan.area ?? this.register.city)
      const targets = own.flatMap((subject) => this.draft(drafts, subject, area, '') ?? [])
      if (targets.length !== 1) continue
      fact.indicator = own[0] as string
      if (plan.field === 'percent') percents.push({ plan, value, drafts: targets, fact })
      else this.readFigureCell(plan, value, targets, label, fact)
    }
    settleScales(drafts, [], undefined)
    for (const { plan, value, drafts: targets, fact } of percents) if (!plan.ofMoney) this.readPercentCell(plan, value, targets, fact)
    for (const draft of drafts) if (draft.filled) this.pushTotal(draft, row, kind)
    this.unknownSkipped(row)
  }

  readNotApplicable(row: number): void {
    for (const plan of this.plans) {
      const value = this.view.value(row, plan.column)
      if (value === null) continue
      const area = plan.field === 'area' ? this.areaFact(row, plan.column) : undefined
      if (area) {
        this.readCells++
        this.cells.push({ ...this.fact(row, plan, value), area })
      } else this.skipped++
    }
    this.unknownSkipped(row)
  }

  skipRow(row: number): void {
    for (const { column } of this.table.columns) if (this.view.value(row, column) !== null) this.skipped++
  }

  done(): ParsedTable {
    this.closeRows()
    this.nameRepeatedRows()
    for (const record of this.texts.records()) this.records.push(record)
    const { records, totals, cells, notRead, skipped } = this
    const refused = cells.filter((cell) => cell.refused !== undefined || cell.error !== undefined).length
    const unplaced = notRead.filter((entry) => entry.reason !== 'column_unknown').length
    const unknown = notRead.length - unplaced
    const reported = Math.min(this.readCells, refused + unplaced) + unknown
    return { records, totals, cells, notRead, skipped, read: this.readCells + unknown - reported, reported }
  }

  /** Rows that report the same twice need their words compared; others need no facts of their names. */
  private nameRepeatedRows(): void {
    const rows = new Map<string, number>()
    const repeated = new Set<number>()
    for (const record of this.records) {
      const key = recordKeyText(record)
      const before = rows.get(key)
      if (before === undefined) rows.set(key, record.origin.row)
      else repeated.add(before).add(record.origin.row)
    }
    for (const row of repeated) {
      for (const plan of this.plans) {
        const value = this.view.value(row, plan.column)
        if (value !== null && NAMING.has(plan.field)) this.cells.push(this.fact(row, plan, value))
      }
    }
  }

  private areaFact(row: number, column: number): NonNullable<CellFact['area']> | undefined {
    const value = this.view.value(row, column)
    const key = typeof value === 'string' ? value : this.view.mergedText(row, column)
    if (key === '') return undefined
    const known = this.areaFacts.get(key)
    if (known) return known
    const made = areaFact(this.register, this.view, row, column)
    this.areaFacts.set(key, made)
    return made
  }

  private unknownSkipped(row: number): void {
    for (const column of this.unknown) if (this.view.value(row, column) !== null) this.skipped++
  }

  private fact(row: number, plan: ColumnPlan, value: CellValue): Mutable<CellFact> {
    const cell = `${plan.letter}${row}`
    const format = this.hasFormats ? (this.view.grid.formats[cell] ?? 'General') : 'General'
    return { sheet: this.sheet, cell, row, column: plan.column, field: plan.field, value, format }
  }

  /** The batch or node that the row names. */
  private partOf(row: number): string {
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
    return ''
  }

  private unitLabel(row: number): Label | undefined {
    if (!this.measureColumn) return undefined
    const word = this.view.mergedText(row, this.measureColumn.column)
    if (word === '') return undefined
    if (!this.labels.has(word)) this.labels.set(word, labelOf(this.register, word, 'unitColumn'))
    const label = this.labels.get(word)
    return label && { ...label, at: `${this.measureColumn.letter}${this.view.mergeAt(row, this.measureColumn.column)?.top ?? row}` }
  }

  private areaOf(indicator: Indicator | undefined, plan: ColumnPlan | undefined, binding: RowBinding): string {
    const stated = plan?.area ?? binding.area
    if (stated !== undefined) return stated
    if (this.home?.area) return this.home.area
    return indicator?.area ?? this.register.city
  }

  /** The drafts that a figure of this column may belong to: those of its subjects that cover the area. */
  private draftsFor(
    drafts: RecordDraft[],
    subjects: readonly string[],
    binding: RowBinding,
    plan: ColumnPlan,
    part: string,
  ): readonly RecordDraft[] {
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

  private draft(drafts: RecordDraft[], subject: string, area: string, part: string): RecordDraft | undefined {
    const indicator = this.indicators.get(subject)
    if (!indicator) return undefined
    const known = drafts.find((d) => d.subject === subject && d.area === area && d.part === part)
    if (known) return known
    const made = newDraft(subject, area, part, indicator)
    drafts.push(made)
    return made
  }

  /** A blank cell of a figure that belongs to the row: what is not reported is said, not dropped. */
  private expect(drafts: RecordDraft[], binding: RowBinding, plan: ColumnPlan, part: string): void {
    if (plan.figure !== 'cumulative') return
    const subjects = plan.indicator ? [plan.indicator] : binding.subjects
    for (const draft of this.draftsFor(drafts, subjects, binding, plan, part)) draft.cells.cumulative ??= `${plan.letter}${binding.row}`
  }

  private readFigureCell(
    plan: ColumnPlan,
    value: CellValue,
    drafts: readonly RecordDraft[],
    unitLabel: Label | undefined,
    fact: Mutable<CellFact>,
  ): void {
    const cell = `${plan.letter}${fact.row}`
    const field = plan.figure
    if (field === undefined) return
    const chosen = drafts.length === 1 ? drafts : this.split(value, drafts, plan, unitLabel)
    for (const draft of chosen) {
      const { indicator } = draft
      const label = this.labelFor(plan, unitLabel, indicator)
      const reading = this.readFor(value, indicator, label, plan, chosen.length > 1, fact.format)
      this.take(draft, field, reading, value, cell, plan, fact, label)
    }
    if (chosen.length === 0) {
      fact.refused = 'unreadable'
      this.notRead.push({ cell, reason: 'subject_ambiguous', candidates: drafts.map((draft) => draft.subject) })
    }
  }

  private labelFor(plan: ColumnPlan, unitLabel: Label | undefined, indicator: Indicator | undefined): Label | undefined {
    const stated = plan.label ?? unitLabel
    if (stated !== undefined) return stated
    const fitting = this.noteLabels.filter((label) => indicator === undefined || this.reader.fits(label.name, indicator))
    const note = fitting.length === 1 ? fitting[0] : undefined
    if (note) return note
    return indicator?.measure ? { name: indicator.measure, scale: 1, source: 'register' } : undefined
  }

  private readFor(
    value: CellValue,
    indicator: Indicator | undefined,
    label: Label | undefined,
    plan: ColumnPlan,
    several: boolean,
    format: string,
  ): FigureReading {
    if (indicator?.measure === '%' && !isCount(value, indicator, plan)) {
      return this.reader.readPercent(value, format === 'General' ? undefined : format, indicator.target?.value)
    }
    const own = label?.source === 'register' ? undefined : label
    if (typeof value === 'string' && indicator?.measure && (several || /[，、；;,]/u.test(value))) {
      const fitting = findQuantities(value).filter(
        (found) => found.quantity.measure !== null && this.reader.fits(found.quantity.measure, indicator),
      )
      const one =
        fitting.length === 1 && (several || findQuantities(value).length > 1) ? fitting[0]?.quantity : this.clauseOf(value, { indicator })
      if (one) return { kind: 'figure', value: one.value, quantity: one, ...(one.stage ? { stage: one.stage } : {}) }
    }
    return this.reader.read(value, indicator, own)
  }

  /** One cell for several indicators: each figure by its measure (146公里，123个), one figure by measure or target, 各 for all. */
  private split(value: CellValue, drafts: readonly RecordDraft[], plan: ColumnPlan, unitLabel: Label | undefined): readonly RecordDraft[] {
    if (typeof value === 'string') {
      const found = findQuantities(value)
      const fits = drafts.filter(
        (draft) =>
          draft.indicator &&
          found.filter((f) => f.quantity.measure !== null && this.reader.fits(f.quantity.measure, draft.indicator as Indicator)).length ===
            1,
      )
      if (found.length > 1 && fits.length > 1) return fits
      const named = found.length > 1 ? drafts.filter((draft) => this.clauseOf(value, draft) !== undefined) : []
      if (named.length > 0) return named
      if (found.length === 1 && fits.length === 1) return fits
      if (found.length === 1 && /各/u.test(value)) return drafts
    }
    const label = plan.label ?? unitLabel
    const byMeasure = label ? drafts.filter((draft) => draft.indicator && this.reader.fits(label.name, draft.indicator)) : []
    if (byMeasure.length === 1) return byMeasure
    const reading = this.reader.read(value, undefined, label)
    const byTarget = drafts.filter(
      (draft) => plan.field === 'target' && draft.indicator?.target && draft.indicator.target.value === reading.value,
    )
    if (byTarget.length === 1) return byTarget
    const started = drafts.filter((draft) => draft.values.target !== undefined)
    return plan.field !== 'target' && started.length === 1 ? started : []
  }

  /** 宫颈癌11745人，乳腺癌12073人: the figure in the clause that speaks of the indicator. */
  private clauseOf(value: string, draft: { readonly indicator: Indicator | undefined }): ParsedQuantity | undefined {
    const { indicator } = draft
    if (!indicator) return undefined
    const clauses = value.split(/[，、；;,]/u).filter((clause) => {
      const match = matchSubjects(this.register, clause, { among: [indicator.taskId], figures: true })
      return match.indicators.length === 1 && match.indicators[0] === indicator.id
    })
    const found = clauses.length === 1 ? findQuantities(clauses[0] ?? '') : []
    return found.length === 1 ? found[0]?.quantity : undefined
  }

  private take(
    draft: RecordDraft,
    field: NonNullable<ColumnPlan['figure']>,
    reading: FigureReading,
    value: CellValue,
    cell: string,
    plan: ColumnPlan,
    fact: Mutable<CellFact>,
    label: Label | undefined,
  ): void {
    fact.indicator ??= draft.subject
    fact.record ??= recordKeyText(draft)
    if (label && (label.scale !== 1 || label.name !== draft.indicator?.measure || reading.refused)) fact.measure ??= label
    if (reading.quantity) fact.quantity ??= reading.quantity
    if (reading.refused) fact.refused = reading.refused
    const written = typeof value === 'string' && !/^-?\d+(\.\d+)?$/u.test(value) ? value : undefined
    switch (reading.kind) {
      case 'mark':
        draft.marked = true
        return
      case 'error':
        draft.cells[field] ??= cell
        draft.filled = true
        return
      case 'stage':
        setFigure(draft, field, undefined, cell, written)
        setWord(draft, 'stage', reading.stage, cell)
        return
      case 'unreadable':
        setFigure(draft, field, undefined, cell, written)
        return
      case 'figure': {
        const into = field === 'target' && isCountOfRate(draft.indicator, reading) ? 'denominator' : field
        setFigure(draft, into, reading.refused ? undefined : reading.value, cell, written)
        if (field !== 'cumulative') return
        const stage = reading.stage ?? plan.stage
        if (stage) setWord(draft, 'stage', stage, cell)
      }
    }
  }

  private readPercentCell(plan: ColumnPlan, value: CellValue, drafts: readonly RecordDraft[], fact: Mutable<CellFact>): void {
    const cell = `${plan.letter}${fact.row}`
    const targets =
      drafts.length === 1 ? drafts : drafts.filter((draft) => draft.values.cumulative !== undefined || draft.values.target !== undefined)
    const draft = targets.length === 1 ? targets[0] : undefined
    if (!draft) {
      if (drafts.length > 1) this.notRead.push({ cell, reason: 'subject_ambiguous', candidates: drafts.map((d) => d.subject) })
      return
    }
    fact.indicator = draft.subject
    fact.record ??= recordKeyText(draft)
    const { cumulative, target, denominator } = draft.values
    const whole = typeof denominator === 'number' ? denominator : target
    const expected =
      typeof value === 'number' &&
      value > 0 &&
      value <= 1.5 &&
      typeof cumulative === 'number' &&
      typeof whole === 'number' &&
      draft.indicator?.measure !== '%'
        ? percentOf(cumulative as Scaled, whole as Scaled, 4)
        : undefined
    const headed = /[%％]/u.test(plan.header)
    const reading = this.reader.readPercent(
      value,
      fact.format === 'General' ? undefined : fact.format,
      expected ?? (headed && typeof value === 'number' && value >= 1 ? ((10_000 * value) as Scaled) : undefined),
    )
    if (reading.kind === 'mark') {
      draft.marked = true
      return
    }
    if (reading.quantity) fact.quantity = reading.quantity
    if (reading.kind === 'unreadable' || reading.kind === 'stage') {
      fact.refused = 'unreadable'
      return
    }
    setFigure(draft, 'statedPercent', reading.value, cell, typeof value === 'string' ? value : percentWritten(reading))
  }

  private readDerived(
    binding: RowBinding,
    plan: ColumnPlan,
    value: CellValue,
    fact: Mutable<CellFact>,
    unitLabel: Label | undefined,
  ): void {
    this.cells.push(fact)
    const subjects = plan.indicator ? [plan.indicator] : binding.subjects
    const subject = subjects[0]
    const indicator = subject === undefined ? undefined : this.indicators.get(subject)
    if (subject === undefined || !indicator) return
    fact.indicator = subject
    const name = subjects.join('/')
    let total = this.totals.find(
      (t) =>
        (this.table.rowFields
          ? this.totals.at(-1) === t && t.values[plan.figure ?? 'remark'] === undefined
          : t.origin.row === binding.row) &&
        t.subject === name &&
        t.kind === 'total',
    )
    if (!total) {
      total = {
        subject: name,
        area: this.register.city,
        kind: 'total',
        values: {},
        written: {},
        origin: { sheet: this.sheet, row: binding.row, cells: {} },
      }
      this.totals.push(total)
    }
    const draft = newDraft(subject, this.register.city, '', indicator)
    const values = total.values as RecordDraft['values']
    Object.assign(draft.values, values)
    if (plan.field === 'percent') this.readPercentCell(plan, value, [draft], fact)
    else this.readFigureCell(plan, value, [draft], unitLabel, fact)
    delete (fact as { record?: string }).record
    Object.assign(values, draft.values)
    Object.assign(total.written, draft.written)
    Object.assign(total.origin.cells, draft.cells)
    settleScales([draft], [], undefined)
    Object.assign(values, draft.values)
  }

  private pushTotal(draft: RecordDraft, row: number, kind: StatedTotal['kind']): void {
    const { subject, area, values, written, cells } = draft
    this.totals.push({ subject, area, kind, values: values as StatedTotal['values'], written, origin: { sheet: this.sheet, row, cells } })
  }

  /** A total speaks of the subject of the rows above it, where those agree. */
  private totalSubjects(row: number): readonly string[] {
    const above = this.table.rows.filter((binding) => binding.row < row)
    const since = Math.max(
      0,
      ...this.table.sectionRows.filter((section) => section < row),
      ...this.table.skipRows.filter((s) => s.row < row && s.reason === 'subtotal').map((s) => s.row),
    )
    const near = above.filter((binding) => binding.row > since)
    // A total above its rows (全市 first) speaks of what follows.
    const spoken = near.length > 0 ? near : above.length > 0 ? above : this.table.rows
    const subjects = new Set(spoken.map((binding) => binding.subjects.join('/')))
    const only = subjects.size === 1 ? [...subjects][0] : undefined
    if (only !== undefined && only !== '') return only.includes('/') ? [] : [only]
    const last = above.at(-1)
    const named = this.plans.some((plan) => plan.field === 'indicator' || plan.field === 'batch')
    return named && last?.subjects.length === 1 ? last.subjects : []
  }

  /** Dates, flags, names and words: into the drafts of the row, or into its task's text. */
  private readOther(
    row: number,
    plan: ColumnPlan,
    value: CellValue,
    fact: Mutable<CellFact>,
    drafts: RecordDraft[],
    binding: RowBinding,
    part: string,
  ): void {
    const cell = fact.cell
    switch (plan.field) {
      case 'invest_plan':
      case 'invest_done': {
        const subject = plan.indicator ?? binding.subjects[0]
        if (drafts.length === 0 && subject !== undefined)
          this.draft(drafts, subject, this.areaOf(this.indicators.get(subject), plan, binding), part)
        const draft = drafts[0]
        const reading = this.reader.read(value, undefined, plan.label, true)
        if (reading.quantity) fact.quantity = reading.quantity
        if (plan.label) fact.measure = plan.label
        if (reading.refused && reading.kind !== 'mark') fact.refused = reading.refused
        if (draft && reading.kind === 'figure' && !reading.refused)
          setFigure(
            draft,
            plan.field === 'invest_plan' ? 'investPlan' : 'investDone',
            reading.value,
            cell,
            typeof value === 'string' ? value : undefined,
          )
        return
      }
      case 'as_of':
      case 'planned_date':
      case 'actual_date':
      case 'deadline':
        this.readDate(plan, value, fact, drafts)
        return
      case 'completed_flag':
      case 'status': {
        const done = plan.field === 'status' ? doneOf(String(value)) : flagOf(value)
        if (done !== undefined) for (const draft of drafts) setWord(draft, 'done', done, cell, String(value))
        if (typeof value === 'string' && plan.field === 'status' && /^(尚?未(开始|启动|开工|实施)|待(开工|启动|实施))/u.test(value))
          for (const draft of drafts) setWord(draft, 'stage', 'not_started', cell)
        return
      }
      case 'lead_unit':
      case 'support_unit':
      case 'resp_unit': {
        const text = String(value)
        const units = this.unitsIn.get(text) ?? unitFacts(this.register, text, this.home)
        this.unitsIn.set(text, units)
        if (units.length > 0) fact.units = units
        return
      }
      case 'progress_text':
      case 'issues':
      case 'issues_next_steps':
      case 'next_steps':
      case 'remark':
        this.texts.add(this.textSubject(plan, binding), binding, this.areaOf(undefined, plan, binding), plan.field, value, cell, row)
        return
      default:
        return
    }
  }

  private textSubject(plan: ColumnPlan, binding: RowBinding): string | undefined {
    const subjects = plan.indicator ? [plan.indicator] : binding.subjects
    const bound = subjects.length > 0 ? subjects : this.boundSubjects()
    const tasks = new Set(bound.map((subject) => this.indicators.get(subject)?.taskId ?? subject))
    return tasks.size === 1 ? [...tasks][0] : undefined
  }

  private boundSubjects(): readonly string[] {
    if (this.lastSubjects.length === 0)
      this.lastSubjects.push(...new Set(this.plans.flatMap((plan) => (plan.indicator ? [plan.indicator] : []))))
    return this.lastSubjects
  }

  private readDate(plan: ColumnPlan, value: CellValue, fact: Mutable<CellFact>, drafts: readonly RecordDraft[]): void {
    const key = `${typeof value}|${value}|${fact.format}`
    let date = this.dates.get(key)
    if (date === undefined) {
      date = parseDate(value, { year: this.year, month: this.month, date1904: this.view.grid.date1904, format: fact.format }) ?? null
      this.dates.set(key, date)
    }
    if (!date) {
      if (fact.error === undefined && plan.field !== 'deadline' && plan.field !== 'actual_date') {
        fact.refused = 'unreadable'
      }
      return
    }
    fact.date = date
    if (plan.field === 'deadline') return
    const field = plan.field === 'as_of' ? 'asOf' : plan.field === 'planned_date' ? 'planned' : 'actual'
    const written = typeof value === 'string' ? value : undefined
    for (const draft of drafts) setWord(draft, field, date.date, fact.cell, written)
  }

  private finishRow(row: number, binding: RowBinding, drafts: RecordDraft[], facts: readonly Mutable<CellFact>[], part: string): void {
    if (this.table.orientation === 'milestones_as_rows' && drafts.length === 0) this.milestoneDraft(drafts, binding, part)
    if (this.table.orientation === 'milestones_as_rows') for (const draft of drafts) this.readMilestone(row, draft)
    if (!this.open) for (const draft of drafts) this.pushRecord(draft, row)
    const only = drafts.length === 1 ? drafts[0] : undefined
    for (const fact of facts) {
      if (
        only &&
        fact.record === undefined &&
        (fact.date !== undefined || fact.field.endsWith('flag') || fact.field === 'scheduled_progress')
      )
        fact.record = recordKeyText(only)
      if (only) fact.indicator ??= only.subject
      if (fact.field === 'progress_text' && fact.indicator === undefined && binding.subjects[0] !== undefined)
        fact.indicator = binding.subjects[0]
      if (this.keepsFigures || tells(fact)) this.cells.push(fact)
    }
  }

  private pushRecord(draft: RecordDraft, row: number): void {
    if (!this.isRecord(draft)) return
    const { areaColumn, partColumn } = this
    const naming = this.nameColumns.find((plan) => this.view.value(row, plan.column) !== null)
    if (naming) draft.cells.subject = `${naming.letter}${row}`
    if (areaColumn) draft.cells.area = `${areaColumn.letter}${row}`
    if (partColumn && draft.part !== '') draft.cells.part = `${partColumn.letter}${row}`
    if (this.asOf !== undefined && draft.values.asOf === undefined && draft.cells.asOf === undefined) draft.values.asOf = this.asOf
    this.records.push(toRecord(draft, this.sheet, row))
  }

  /** Figures out of the narrative, for tables that have no column for them. */
  private readWords(row: number, binding: RowBinding, drafts: RecordDraft[], part: string): void {
    for (const plan of this.plans) {
      const value = this.view.value(row, plan.column)
      if (plan.field !== 'progress_text') continue
      for (const subject of plan.indicator ? [plan.indicator] : binding.subjects) {
        const indicator = this.indicators.get(subject)
        if (indicator?.target == null || indicator.kind === 'milestone') continue
        const area = this.areaOf(indicator, plan, binding)
        if (indicator.area !== this.register.city && indicator.area !== area) continue
        this.draft(drafts, subject, area, part)
      }
      const task = this.textSubject(plan, binding)
      if (typeof value !== 'string' || task === undefined || this.year === undefined) continue
      const cell = `${plan.letter}${row}`
      const said = textFigures(this.register, task, value, this.year)
      for (const figure of said.figures) {
        const indicator = this.indicators.get(figure.indicator ?? '')
        if (!indicator || figure.value === null) continue
        const draft = this.draft(drafts, indicator.id, figure.area ?? this.areaOf(indicator, plan, binding), part)
        if (!draft) continue
        setFigure(draft, 'cumulative', figure.value, cell, figure.raw)
        if (figure.stage) setWord(draft, 'stage', figure.stage, cell)
        const asOf = figure.asOf ?? said.asOf
        if (asOf !== null) setWord(draft, 'asOf', asOf, cell)
      }
      for (const percent of said.percents) {
        const draft = drafts.find((d) => d.subject === percent.of)
        if (draft) setFigure(draft, 'statedPercent', percent.value, cell, percent.raw)
      }
    }
  }

  /** Targets that the words of the task state, where no column does. */
  private readNamedTargets(row: number, drafts: readonly RecordDraft[]): void {
    for (const plan of this.plans) {
      if (plan.field !== 'task' && plan.field !== 'indicator') continue
      const words = this.view.mergedText(row, plan.column)
      if (words === '') continue
      for (const draft of drafts) {
        if (!draft.indicator || draft.values.target !== undefined || draft.part !== '') continue
        const target = targetInWords(this.register, draft.indicator, words)
        if (target === undefined) continue
        draft.values.target = target
        draft.cells.target = `${plan.letter}${row}`
      }
    }
  }

  /** Figures, or a cumulative cell that is blank although the row is the indicator's. */
  private isRecord(draft: RecordDraft): boolean {
    const counted = draft.indicator?.kind === 'count' || draft.indicator?.kind === 'percent'
    if (draft.filled && (counted || draft.indicator?.target != null)) return true
    if (draft.filled && Object.values(draft.values).some((value) => typeof value === 'number')) return true
    if (this.table.orientation === 'milestones_as_rows') return true
    if (draft.marked) return false
    const { indicator } = draft
    if (draft.values.actual !== undefined || draft.values.done !== undefined) return true
    if (this.inWords) return indicator?.target != null && indicator.kind !== 'milestone'
    return !this.columnBound && draft.cells.cumulative !== undefined && indicator?.target != null
  }

  private milestoneDraft(drafts: RecordDraft[], binding: RowBinding, part: string): void {
    const subject = binding.subjects[0] ?? this.boundSubjects()[0]
    if (subject === undefined) return
    const indicator = this.indicators.get(subject)
    this.draft(drafts, subject, this.areaOf(indicator, undefined, binding), part)
    for (const plan of this.plans) {
      const value = this.view.value(binding.row, plan.column)
      if (value === null || plan.figure !== undefined) continue
      const fact = this.fact(binding.row, plan, value)
      if (plan.field.endsWith('_date') || plan.field === 'as_of' || plan.field === 'completed_flag' || plan.field === 'status')
        this.readOther(binding.row, plan, value, fact, drafts, binding, part)
    }
  }

  private readMilestone(row: number, draft: RecordDraft): void {
    if (draft.values.done !== undefined) return
    const text = this.plans.find((plan) => plan.field === 'progress_text' || plan.field === 'cumulative')
    const words = text ? this.view.text(row, text.column) : ''
    const said = doneOf(words)
    if (draft.values.stage === undefined && /^(尚?未(开始|启动|开工|实施)|待(开工|启动|实施))/u.test(words))
      draft.values.stage = 'not_started'
    draft.values.done = said ?? typeof draft.values.actual === 'string'
  }

  private reportUnplaced(row: number, binding: RowBinding, facts: readonly CellFact[]): void {
    const candidates = binding.why.params?.candidates
    for (const fact of facts) {
      if (this.plans.find((plan) => plan.column === fact.column)?.figure === undefined || fact.indicator !== undefined) continue
      this.notRead.push({
        cell: fact.cell,
        reason: candidates === undefined ? 'subject_unknown' : 'subject_ambiguous',
        ...(typeof candidates === 'string' ? { candidates: candidates.split(',') } : {}),
      })
    }
    void row
  }

  /** A functional zone or an unknown area: its figures are not stored, and that is said. */
  private reportAreaUnknown(facts: readonly Mutable<CellFact>[]): void {
    for (const fact of facts) {
      const plan = this.plans.find((p) => p.column === fact.column)
      if (plan?.figure !== undefined && fact.error === undefined) {
        const reading =
          plan.field === 'percent'
            ? this.reader.readPercent(fact.value, undefined, undefined)
            : this.reader.read(fact.value, plan.indicator ? this.indicators.get(plan.indicator) : undefined, plan.label)
        if (reading.quantity) fact.quantity = reading.quantity
        if (plan.indicator) fact.indicator = plan.indicator
        this.notRead.push({ cell: fact.cell, reason: 'area_unknown' })
      }
      this.cells.push(fact)
    }
  }
}

const plansField = (plans: readonly ColumnPlan[], field: ColumnField) => plans.find((plan) => plan.field === field)?.figure

const NAMING: ReadonlySet<ColumnField> = new Set<ColumnField>(['task', 'indicator', 'category', 'milestone', 'batch'])
/** Plain figures of tables without totals: the record says all that their fact would. */
const PLAIN: ReadonlySet<ColumnField> = new Set<ColumnField>([
  'target',
  'cumulative',
  'period_value',
  'previous_cumulative',
  'remark',
  'progress_text',
  'issues',
  'next_steps',
  'issues_next_steps',
])

const tells = (fact: CellFact): boolean =>
  !PLAIN.has(fact.field) ||
  fact.refused !== undefined ||
  fact.error !== undefined ||
  fact.readScale !== undefined ||
  fact.quantity?.inText === true ||
  (fact.measure !== undefined && fact.measure.source !== 'register')

const BATCH = /(?:[\p{Script=Han}]{0,4})第?[一二三四五六]批|第?[一二三四五六]期(?=工程|项目|$)/u

/** A count under a heading of a rate (4405例 of 筛查率): the rate's own count, not the rate. */
const isCount = (value: CellValue, indicator: Indicator, plan: ColumnPlan): boolean =>
  indicator.countMeasure !== undefined && !(typeof value === 'string' && /[%％]/u.test(value)) && plan.field !== 'percent'

const isCountOfRate = (indicator: Indicator | undefined, reading: FigureReading): boolean =>
  indicator?.measure === '%' && indicator.countMeasure !== undefined && reading.quantity?.measure !== '%' && !reading.percent

function percentWritten(reading: FigureReading): string | undefined {
  if (reading.value === undefined || reading.quantity === undefined) return undefined
  return `${(reading.value / 10_000).toFixed(reading.quantity.decimals)}%`
}

const yearOf = (table: RecognizedTable): number | undefined => {
  const found = /((?:19|20)\d{2})年/u.exec(table.title?.text ?? '')
  return found ? Number(found[1]) : undefined
}
