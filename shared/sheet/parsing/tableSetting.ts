import type { ReadingContext, RecognizedTable } from '../../record/reading.ts'
import { findUnit } from '../../register/findUnit.ts'
import type { Register, ReportingUnit } from '../../register/register.ts'
import { unitById } from '../../register/registerIndex.ts'
import { asOfInHeadings } from '../plans/asOfInHeadings.ts'
import { batchInWords } from '../plans/batchNames.ts'
import type { ColumnPlan } from '../plans/columnPlan.ts'
import { columnPlans } from '../plans/columnPlans.ts'
import { isMoneyLabel, type Label, labelOf } from '../plans/label.ts'
import type { SheetView } from '../view/sheetView.ts'
import { figurelessColumns } from './figurelessColumns.ts'

/** A recognised table of a sheet, and what is known before its cells are read. */
export interface TableSource {
  readonly view: SheetView
  readonly table: RecognizedTable
  readonly register: Register
  readonly context: ReadingContext
}

/** The same with what follows from it for every row: made once a table, and never changed. */
export interface TableSetting extends TableSource {
  readonly sheet: string
  /** Whether any cell has a number format of its own. */
  readonly hasFormats: boolean
  readonly year: number | undefined
  /** 1 to 12. */
  readonly month: number | undefined
  /** The day of figures that state none themselves. */
  readonly asOf: string | undefined
  /** Whose sheet it is: the county's before the unit's that sends it. */
  readonly home: ReportingUnit | undefined
  /** The department that reports the table: rows that others lead need their units' facts. */
  readonly department: ReportingUnit | undefined
  readonly plans: readonly ColumnPlan[]
  readonly areaColumns: readonly ColumnPlan[]
  readonly nameColumns: readonly ColumnPlan[]
  readonly nodeColumns: readonly ColumnPlan[]
  readonly measureColumn: ColumnPlan | undefined
  readonly partColumn: ColumnPlan | undefined
  /** Columns of figures of which some cell is merged over several rows of data. */
  readonly mergedFigureColumns: ReadonlySet<number>
  /** Columns without a field, but for the one whose cells are headings. */
  readonly unknownColumns: readonly number[]
  /** Columns that a person left out. */
  readonly leftOutColumns: readonly number[]
  /** Those of them whose headings say that they hold no figures of the work (排名, 较上月, 建筑面积). */
  readonly figurelessColumns: ReadonlySet<number>
  /** The batches that section rows name (一、配网一批), with the rows under each. */
  readonly sectionBatches: readonly SectionBatch[]
  /** The indicators that the headings name. */
  readonly headingSubjects: readonly string[]
  /** Figures stand under indicators, so that a row need not name one. */
  readonly headingsNameSubjects: boolean
  /** No column of figures: what is reported is in the words of 进展情况. */
  readonly figuresInWords: boolean
  /** There is nothing but texts: what a row is about is in its text as well. */
  readonly textsNameTasks: boolean
  /** No column of targets: they are in the words of the tasks. */
  readonly targetsInNames: boolean
  /** The measures that a note above the table names (单位：万元). */
  readonly noteLabels: readonly Label[]
  /** Those of them that count money, each scale once: of columns of investments whose headings name none. */
  readonly moneyLabels: readonly Label[]
  /** Sums will be recomputed from the cells, so that the fact of each is needed, plain or not. */
  readonly needsEveryFact: boolean
  readonly milestonesAsRows: boolean
}

interface SectionBatch {
  readonly row: number
  readonly last: number
  readonly batch: string
}

export function tableSetting(source: TableSource): TableSetting {
  const { view, table, register, context } = source
  const year = yearOf(table) ?? context.year ?? (context.period ? Number(context.period.slice(0, 4)) : undefined)
  const month = context.period ? Number(context.period.slice(5, 7)) : undefined
  const plans = columnPlans(table, register, month)
  // what is known and not sent has no field's place: a quarter's plan is no target, last year's figure none of the text's
  const fields = new Set(plans.flatMap(({ field, aside }) => (aside ? [] : [field])))
  const noteLabels = (table.meta.unitNote ?? []).flatMap((word) => labelOf(register, word, 'unitNote') ?? [])
  const ofField = (...wanted: readonly ColumnPlan['field'][]) => plans.filter(({ field }) => wanted.includes(field))
  const withoutField = table.columns.filter(({ field, column }) => field === undefined && column !== table.rowFields?.column)
  return {
    ...source,
    ...unitsOf(source),
    sheet: view.grid.sheetName,
    hasFormats: Object.keys(view.grid.formats).length > 0,
    year,
    month,
    // a sheet that states no as-of date speaks of the day it was filled in
    asOf: asOfInHeadings(table, year) ?? table.meta.asOf ?? table.meta.fillDate,
    plans,
    areaColumns: ofField('area'),
    nameColumns: ofField('indicator', 'task'),
    nodeColumns: plans.filter(({ node }) => node !== ''),
    measureColumn: ofField('unit_of_measure')[0],
    partColumn: ofField('milestone', 'batch')[0],
    mergedFigureColumns: mergedFigureColumns(view, table, plans),
    unknownColumns: withoutField.flatMap(({ column, why }) => (why.reason === BY_USER ? [] : [column])),
    leftOutColumns: withoutField.flatMap(({ column, why }) => (why.reason === BY_USER ? [column] : [])),
    figurelessColumns: figurelessColumns(view, table, register),
    sectionBatches: sectionBatches(view, table),
    headingSubjects: [...new Set(plans.flatMap(({ subjects }) => subjects))],
    headingsNameSubjects: plans.some(({ figure, indicator }) => figure !== undefined && indicator !== undefined),
    figuresInWords: fields.has('progress_text') && !fields.has('cumulative') && !fields.has('period_value'),
    textsNameTasks: fields.has('progress_text') && table.columns.every(({ field }) => field === 'progress_text' || field === 'seq'),
    targetsInNames: !fields.has('target'),
    noteLabels,
    moneyLabels: moneyLabels(noteLabels, table.meta.unitNoteCell),
    needsEveryFact: plans.some(({ derived }) => derived) || table.skipRows.some(({ reason }) => TOTALS.has(reason)),
    milestonesAsRows: table.orientation === 'milestones_as_rows',
  }
}

function moneyLabels(labels: readonly Label[], at: string | undefined): readonly Label[] {
  const money = new Map(labels.filter(isMoneyLabel).map((label) => [label.scale, label]))
  return [...money.values()].map((label) => (at === undefined ? label : { ...label, at }))
}

/** Why a column is what it is, where a person said so. */
const BY_USER = 'by_user'

const TOTALS: ReadonlySet<string> = new Set(['total', 'subtotal', 'of_which'])

function mergedFigureColumns(view: SheetView, { dataRows }: RecognizedTable, plans: readonly ColumnPlan[]): ReadonlySet<number> {
  const [first, last] = [dataRows[0], dataRows.at(-1)]
  if (view.grid.merges.length === 0 || first === undefined || last === undefined) return NO_COLUMNS
  const figures = new Set(plans.flatMap(({ kind, column }) => (kind === 'figure' ? [column] : [])))
  const merged = view.mergesIn(first, last).filter(({ top, bottom, left }) => bottom > top && top >= first && figures.has(left))
  return new Set(merged.map(({ left }) => left))
}

const NO_COLUMNS: ReadonlySet<number> = new Set()

/** Who reports, by who is signed in and by what the sheet says of who filed it. */
function unitsOf({ table, register, context }: TableSource): Pick<TableSetting, 'home' | 'department'> {
  const reporter = context.reporter ? (unitById(register, context.reporter) ?? findUnit(register, context.reporter)?.unit) : undefined
  const filing = table.meta.reportingUnit ? findUnit(register, table.meta.reportingUnit)?.unit : undefined
  const reporting = reporter ?? filing
  const isDepartment = reporting?.kind !== 'county_government' && reporting?.kind !== 'supervision_office'
  return {
    home: [filing, reporter].find((unit) => unit?.kind === 'county_government') ?? reporting,
    department: isDepartment ? reporting : undefined,
  }
}

function sectionBatches(view: SheetView, { columns, sectionRows }: RecognizedTable): readonly SectionBatch[] {
  return sectionRows.flatMap((row, i) => {
    const batch = batchInWords(columns.map(({ column }) => view.text(row, column)).join(''))
    return batch === '' ? [] : [{ row, last: (sectionRows[i + 1] ?? Number.POSITIVE_INFINITY) - 1, batch }]
  })
}

/** The year of the title (2021年重点民生实事…). */
function yearOf({ title }: RecognizedTable): number | undefined {
  const found = /((?:19|20)\d{2})年/u.exec(title?.text ?? '')
  return found ? Number(found[1]) : undefined
}
