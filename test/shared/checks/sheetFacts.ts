import type { CellFact, Check, CheckFacts } from '../../../shared/finding/facts.ts'
import { columnNumber, columnOf, rowOf } from '../../../shared/grid/a1.ts'
import type { CellValue } from '../../../shared/grid/grid.ts'
import { parseDate } from '../../../shared/quantity/dates/parseDate.ts'
import { parsePercent } from '../../../shared/quantity/parsePercent.ts'
import { parseQuantity } from '../../../shared/quantity/parseQuantity.ts'
import { asScaled, type Scaled } from '../../../shared/quantity/scaled.ts'
import { type ColumnField, NUMBER_FIELDS, type ValueField } from '../../../shared/record/columnFields.ts'
import { type FigureRecord, type Origin, recordKeyText } from '../../../shared/record/figureRecord.ts'
import type { RecognizedColumn, RecognizedTable, StatedTotal } from '../../../shared/record/reading.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'

/** Where each field of a built record stands, by its column. */
const LETTERS: Readonly<Record<string, string>> = {
  area: 'A',
  subject: 'B',
  target: 'C',
  periodValue: 'D',
  cumulative: 'E',
  statedPercent: 'F',
  previous: 'G',
  carryOver: 'H',
  denominator: 'I',
  planned: 'J',
  actual: 'K',
  asOf: 'L',
  progressText: 'M',
  remark: 'N',
  stage: 'E',
}

type Plain = { readonly [K in ValueField]?: number | string | boolean | null }

interface RecordWords {
  readonly subject?: string
  readonly area?: string
  readonly part?: string
  readonly row?: number
  readonly written?: FigureRecord['written']
  /** Fields whose cell stands there although it is blank. */
  readonly blank?: readonly ValueField[]
}

/** A record of 7.1.a in row 5 with plain figures; every value stands in its field's column. */
export function record(plain: Plain, words: RecordWords = {}): FigureRecord {
  const { subject = '7.1.a', area = '411202', part = '', row = 5 } = words
  const entries = Object.entries(plain).map(([field, value]) => [
    field,
    isFigure(field) && typeof value === 'number' ? scaled(value) : value,
  ])
  const cells: Record<string, string> = { area: `A${row}`, subject: `B${row}` }
  for (const field of [...Object.keys(plain), ...(words.blank ?? [])]) cells[field] = `${LETTERS[field] ?? 'Z'}${row}`
  const origin: Origin = { sheet: 'S', row, cells: cells as Origin['cells'] }
  return { subject, area, part, values: Object.fromEntries(entries) as FigureRecord['values'], written: words.written ?? {}, origin }
}

export const scaled = (value: number): Scaled => asScaled(Math.round(value * 10_000))

const isFigure = (field: string): boolean => (NUMBER_FIELDS as readonly string[]).includes(field)

/** A cell read as its field says; `more` adds or replaces what the parser would have found. */
export function fact(cell: string, field: ColumnField, value: CellValue, more: Partial<CellFact> = {}): CellFact {
  const row = rowOf(cell)
  const format = more.format ?? 'General'
  const date = DATES.has(field) ? parseDate(value, { year: 2021, month: 5, format }) : undefined
  const quantity = field === 'percent' ? parsePercent(value, { format }) : FIGURES.has(field) ? parseQuantity(value) : undefined
  return {
    sheet: 'S',
    cell,
    row,
    column: columnOf(cell),
    field,
    value,
    format,
    ...(date && { date }),
    ...(quantity && { quantity }),
    ...more,
  }
}

const DATES: ReadonlySet<string> = new Set(['as_of', 'deadline', 'planned_date', 'actual_date'])
const FIGURES: ReadonlySet<string> = new Set([
  'target',
  'period_value',
  'cumulative',
  'previous_cumulative',
  'carry_over',
  'invest_plan',
  'invest_done',
])

/** A table over the given data rows, counties as rows unless `more` says otherwise. */
export function table(dataRows: readonly number[], more: Partial<RecognizedTable> = {}): RecognizedTable {
  return {
    id: 't1',
    orientation: 'counties_as_rows',
    headerRows: [3],
    dataRows,
    sectionRows: [],
    skipRows: [],
    columns: [],
    rows: [],
    meta: {},
    memory: { layout: '', headings: [], corrected: [], recalled: undefined },
    ...more,
  }
}

export const column = (letter: string, field: ColumnField, more: Partial<RecognizedColumn> = {}): RecognizedColumn => ({
  column: columnNumber(letter),
  field,
  header: field,
  why: { confidence: 1, reason: 'heading' },
  ...more,
})

export const total = (row: number, plain: Plain, more: Partial<StatedTotal> = {}): StatedTotal => {
  const { values, written, origin } = record(plain, { row, area: '411200' })
  return { subject: '7.1.a', area: '411200', kind: 'total', values, written, origin, ...more }
}

/** Facts about the 2021 register; what is not given is empty, as in the worker. */
export const facts = (given: Partial<CheckFacts>): CheckFacts => ({
  records: [],
  totals: [],
  tables: [],
  cells: [],
  register: register2021,
  context: { year: 2021, period: '2021-05' },
  ...given,
})

/** "error E7 CODE" for each finding. */
export const said = (check: Check, given: Partial<CheckFacts>): string[] =>
  check(facts(given)).map((finding) => `${finding.severity} ${finding.cell} ${finding.code}`)

export const keyOf = recordKeyText
