import { keysOf } from '../base/keysOf.ts'

/*
 * The one table of fields: what a record can hold, and which columns of a sheet fill it. Whoever asks what a field is (a
 * figure, money, a name …) asks here, so that a new field is a row and not a search through the house. docs/contributing.md
 * shows the way ("To add a field").
 */

/** What a value of a record is. */
export interface ValueRow {
  readonly kind: 'figure' | 'date' | 'stage' | 'flag' | 'text'
  /** What a figure is counted in: the indicator's own measure, what its rate counts (例 of 筛查率), 元, percent points. */
  readonly unit?: 'measure' | 'counted' | 'money' | 'percent'
  /** It reports something of the period, says what is planned, or means nothing unless something is reported with it. */
  readonly says: 'report' | 'plan' | 'context'
  /** Its column in `records` and `history`, as the migrations name it. */
  readonly column: string
}

const values = {
  target: { kind: 'figure', unit: 'measure', says: 'context', column: 'target' },
  cumulative: { kind: 'figure', unit: 'measure', says: 'report', column: 'cumulative' },
  periodValue: { kind: 'figure', unit: 'measure', says: 'report', column: 'period_value' },
  previous: { kind: 'figure', unit: 'measure', says: 'context', column: 'previous' },
  carryOver: { kind: 'figure', unit: 'measure', says: 'report', column: 'carry_over' },
  statedPercent: { kind: 'figure', unit: 'percent', says: 'report', column: 'stated_percent' },
  denominator: { kind: 'figure', unit: 'counted', says: 'context', column: 'denominator' },
  investPlan: { kind: 'figure', unit: 'money', says: 'plan', column: 'invest_plan' },
  investDone: { kind: 'figure', unit: 'money', says: 'report', column: 'invest_done' },
  asOf: { kind: 'date', says: 'context', column: 'as_of' },
  planned: { kind: 'date', says: 'plan', column: 'planned' },
  actual: { kind: 'date', says: 'report', column: 'actual' },
  stage: { kind: 'stage', says: 'report', column: 'stage' },
  done: { kind: 'flag', says: 'report', column: 'done' },
  progressText: { kind: 'text', says: 'report', column: 'progress_text' },
  problems: { kind: 'text', says: 'report', column: 'problems' },
  nextSteps: { kind: 'text', says: 'report', column: 'next_steps' },
  remark: { kind: 'text', says: 'report', column: 'remark' },
} as const satisfies Readonly<Record<string, ValueRow>>

/** A record's values. The name is also the one on the wire, and the key of the pane's word for it (`texts.fields`). */
export type ValueField = keyof typeof values
type ValueOfKind<Kind extends ValueRow['kind']> = {
  [Field in ValueField]: (typeof values)[Field]['kind'] extends Kind ? Field : never
}[ValueField]
export type NumberField = ValueOfKind<'figure'>
export type DateField = ValueOfKind<'date'>
export type TextField = ValueOfKind<'text'>

/** What each value of a record is, in the order of the wire and of the tables. */
export const VALUES: Readonly<Record<ValueField, ValueRow>> = values

/** Every field of a record besides its key, in the order of the wire and of the tables. */
export const VALUE_FIELDS: readonly ValueField[] = keysOf(values)

const isKind =
  <Kind extends ValueRow['kind']>(kind: Kind) =>
  (field: ValueField): field is ValueOfKind<Kind> =>
    VALUES[field].kind === kind
/** Figures: scaled integers in the base measure (money in 元, percentages in percent points). */
export const isNumberField: (field: ValueField) => field is NumberField = isKind('figure')
/** Dates: ISO "2021-05-26". */
export const isDateField: (field: ValueField) => field is DateField = isKind('date')
export const isTextField: (field: ValueField) => field is TextField = isKind('text')
export const NUMBER_FIELDS: readonly NumberField[] = VALUE_FIELDS.filter(isNumberField)
export const DATE_FIELDS: readonly DateField[] = VALUE_FIELDS.filter(isDateField)

/** Whether a value means nothing unless something is reported with it: a target, last period's figure, an as-of date. */
export const isContext = (field: ValueField): boolean => VALUES[field].says === 'context'
/** Whether a value reports something of the period, rather than what is planned or compared with. */
export const isReport = (field: ValueField): boolean => VALUES[field].says === 'report'

/** What a column of a sheet is. */
export interface ColumnRow {
  /**
   * What its cells hold: running numbers, names of what a row is about, a unit of measure, quantities, percentages of any
   * base, dates, answers of yes and no and words of a state, texts, names of reporting units, people.
   */
  readonly group: 'number' | 'naming' | 'measure' | 'figure' | 'percentage' | 'date' | 'flag' | 'text' | 'unit' | 'person'
  /** The value of a record that its cells fill; without one they are only read for what they tell of the row. */
  readonly fills?: ValueField
  /** How many columns of it a table has: one, one for each indicator and area that headings name, or any number. */
  readonly perTable: 'one' | 'onePerSubject' | 'many'
  /**
   * Whether checks look at its cells: always, never, or only where the cell holds more than the record that it fills
   * (a unit, digits in a text), since a sheet has ten thousand of them.
   */
  readonly checked: 'always' | 'ifMore' | 'never'
  /** Its words alone can tell what a row is about: which task, or which area. */
  readonly identifies?: 'subject' | 'place'
  /** Its heading may name an indicator or an area of its own. */
  readonly bindsSubject?: true
  /** Its figures are at a stage, which the heading may name (已开工). */
  readonly staged?: true
  /** Its heading (完工, 续建) is also what cells of data say. */
  readonly saysState?: true
  /** Its cells are emptied when the sheet is prepared for the next period. */
  readonly perPeriod?: true
}

const columns = {
  seq: { group: 'number', perTable: 'one', checked: 'never' },
  category: { group: 'naming', perTable: 'one', checked: 'never' },
  task: { group: 'naming', perTable: 'one', checked: 'never', identifies: 'subject' },
  indicator: { group: 'naming', perTable: 'one', checked: 'never', identifies: 'subject' },
  area: { group: 'naming', perTable: 'one', checked: 'always', identifies: 'place' },
  batch: { group: 'naming', perTable: 'one', checked: 'never' },
  milestone: { group: 'naming', perTable: 'one', checked: 'never', identifies: 'subject' },
  unit_of_measure: { group: 'measure', perTable: 'one', checked: 'never' },
  target: { group: 'figure', fills: 'target', perTable: 'onePerSubject', checked: 'ifMore', bindsSubject: true },
  period_value: {
    group: 'figure',
    fills: 'periodValue',
    perTable: 'onePerSubject',
    checked: 'ifMore',
    bindsSubject: true,
    staged: true,
    perPeriod: true,
  },
  cumulative: {
    group: 'figure',
    fills: 'cumulative',
    perTable: 'onePerSubject',
    checked: 'ifMore',
    bindsSubject: true,
    staged: true,
    saysState: true,
    perPeriod: true,
  },
  previous_cumulative: {
    group: 'figure',
    fills: 'previous',
    perTable: 'onePerSubject',
    checked: 'ifMore',
    bindsSubject: true,
    staged: true,
    perPeriod: true,
  },
  carry_over: {
    group: 'figure',
    fills: 'carryOver',
    perTable: 'onePerSubject',
    checked: 'always',
    bindsSubject: true,
    saysState: true,
  },
  percent: {
    group: 'percentage',
    fills: 'statedPercent',
    perTable: 'onePerSubject',
    checked: 'always',
    bindsSubject: true,
    perPeriod: true,
  },
  start_rate: { group: 'percentage', perTable: 'many', checked: 'always', bindsSubject: true, perPeriod: true },
  visual_progress: { group: 'percentage', perTable: 'many', checked: 'always', bindsSubject: true, perPeriod: true },
  scheduled_progress: { group: 'percentage', perTable: 'many', checked: 'always', bindsSubject: true, perPeriod: true },
  as_of: { group: 'date', fills: 'asOf', perTable: 'one', checked: 'always', perPeriod: true },
  deadline: { group: 'date', perTable: 'one', checked: 'always' },
  planned_date: { group: 'date', fills: 'planned', perTable: 'one', checked: 'always' },
  actual_date: { group: 'date', fills: 'actual', perTable: 'one', checked: 'always' },
  started_flag: { group: 'flag', perTable: 'many', checked: 'always', bindsSubject: true, saysState: true },
  completed_flag: { group: 'flag', fills: 'done', perTable: 'many', checked: 'always', bindsSubject: true, saysState: true },
  on_schedule_flag: { group: 'flag', perTable: 'many', checked: 'always', bindsSubject: true, saysState: true, perPeriod: true },
  status: { group: 'flag', fills: 'done', perTable: 'many', checked: 'always', saysState: true, perPeriod: true },
  status_light: { group: 'flag', perTable: 'many', checked: 'always', saysState: true, perPeriod: true },
  invest_plan: { group: 'figure', fills: 'investPlan', perTable: 'many', checked: 'always' },
  invest_done: { group: 'figure', fills: 'investDone', perTable: 'many', checked: 'always' },
  progress_text: { group: 'text', fills: 'progressText', perTable: 'one', checked: 'ifMore', bindsSubject: true, perPeriod: true },
  issues: { group: 'text', fills: 'problems', perTable: 'one', checked: 'ifMore', perPeriod: true },
  next_steps: { group: 'text', fills: 'nextSteps', perTable: 'one', checked: 'ifMore', perPeriod: true },
  issues_next_steps: { group: 'text', fills: 'problems', perTable: 'one', checked: 'ifMore', perPeriod: true },
  remark: { group: 'text', fills: 'remark', perTable: 'many', checked: 'ifMore' },
  lead_unit: { group: 'unit', perTable: 'one', checked: 'always' },
  resp_unit: { group: 'unit', perTable: 'one', checked: 'always' },
  support_unit: { group: 'unit', perTable: 'many', checked: 'always' },
  resp_leader: { group: 'person', perTable: 'many', checked: 'never' },
  resp_person: { group: 'person', perTable: 'many', checked: 'always' },
  resp_person_phone: { group: 'person', perTable: 'many', checked: 'always' },
  reporter: { group: 'person', perTable: 'many', checked: 'never' },
  approver: { group: 'person', perTable: 'many', checked: 'never' },
  phone: { group: 'person', perTable: 'many', checked: 'never' },
} as const satisfies Readonly<Record<string, ColumnRow>>

/** A sheet's columns, named exactly as the labelled sheets name them; the key of the pane's word (`texts.columnFields`). */
export type ColumnField = keyof typeof columns

/** What each column of a sheet is. */
export const COLUMN_FIELDS: Readonly<Record<ColumnField, ColumnRow>> = columns

/** The columns of which something is so, to be asked once and stored as a set; a column without a field is none of them. */
export const columnFieldsWhere = (isSo: (row: ColumnRow) => boolean): ReadonlySet<ColumnField | undefined> =>
  new Set(keysOf(columns).filter((field) => isSo(COLUMN_FIELDS[field])))

/** The value of a kind that the cells of a column fill: of figures for `isNumberField`, of dates for `isDateField` …; else none. */
const filled =
  <Field extends ValueField>(is: (field: ValueField) => field is Field) =>
  (column: ColumnField): Field | undefined => {
    const { fills } = COLUMN_FIELDS[column]
    return fills !== undefined && is(fills) ? fills : undefined
  }
export const figureFilledBy = filled(isNumberField)
export const dateFilledBy = filled(isDateField)
export const textFilledBy = filled(isTextField)

/** Whether the cells of a column are money (元 whatever their label's scale). */
export const isMoney = ({ fills }: ColumnRow): boolean => fills !== undefined && VALUES[fills].unit === 'money'
