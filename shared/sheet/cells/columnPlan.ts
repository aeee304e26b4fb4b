import { columnName } from '../../grid/a1.ts'
import { measureScale } from '../../quantity/measureScale.ts'
import type { Stage } from '../../quantity/stage.ts'
import type { ColumnField, NumberField } from '../../record/columnFields.ts'
import type { RecognizedColumn, RecognizedTable } from '../../record/reading.ts'
import { measureOf } from '../../register/measureOf.ts'
import type { AreaCode, Register } from '../../register/register.ts'
import { indicatorById } from '../../register/registerIndex.ts'
import { dateInText } from '../headings/dateInText.ts'
import { normaliseHeading } from '../headings/normaliseHeading.ts'

/** The measure that a label gives to numbers without one: 万人 is 人 × 10,000. */
export interface Label {
  readonly name: string
  readonly scale: number
  readonly source: 'heading' | 'unitColumn' | 'unitNote' | 'register'
  /** Where the label stands. */
  readonly at?: string
}

/** A column made ready for reading thousands of rows. */
export interface ColumnPlan {
  readonly column: number
  readonly letter: string
  readonly field: ColumnField
  readonly indicator: string | undefined
  /** The indicator alone, or nothing. */
  readonly subjects: readonly string[]
  readonly area: AreaCode | undefined
  readonly derived: boolean
  readonly stage: Stage | undefined
  /** The measure in the heading (农村公路（公里）), where it is one. */
  readonly label: Label | undefined
  /** The field of the record that a figure of this column becomes. */
  readonly figure: NumberField | undefined
  readonly header: string
  /** The cells say who and what; no check asks of them. */
  readonly quiet: boolean
  /** A figure whose record says all of it, where it is a plain number. */
  readonly plain: boolean
  /** Texts that go into the record as they are; no check asks of their cells. */
  readonly silent: boolean
  /** What the column's cells are read as: words and shares wait for the figures of their row. */
  readonly reads: 'area' | 'figure' | 'share' | 'words'
  /** The cells name reporting units. */
  readonly namesUnits: boolean
  /** The batch that the heading names. */
  readonly batch: string
  /** Rates of which the column's figure is the whole (应筛人数 before two groups of rates); empty for other columns. */
  readonly wholeOf: readonly string[]
  /** Counts of a rate that the register counts by no measure (村（居）总数 and 已聘村（居）数 under 占比). */
  readonly counts: boolean
  /** The node whose ticks the column holds; empty for other columns. */
  readonly node: string
  /** A percentage of money, not of the target. */
  readonly ofMoney: boolean
}

const FIGURES: Readonly<Partial<Record<ColumnField, NumberField>>> = {
  target: 'target',
  cumulative: 'cumulative',
  period_value: 'periodValue',
  previous_cumulative: 'previous',
  carry_over: 'carryOver',
  percent: 'statedPercent',
  invest_plan: 'investPlan',
  invest_done: 'investDone',
}

const QUIET: ReadonlySet<ColumnField> = new Set<ColumnField>([
  'seq',
  'category',
  'task',
  'indicator',
  'batch',
  'milestone',
  'unit_of_measure',
  'resp_leader',
  'reporter',
  'approver',
  'phone',
])

const TEXTS: ReadonlySet<ColumnField> = new Set<ColumnField>(['remark', 'progress_text', 'issues', 'next_steps', 'issues_next_steps'])

/** The plans of the columns that were recognised, left to right. */
export function columnPlans(table: RecognizedTable, register: Register, month: number | undefined): readonly ColumnPlan[] {
  const plans = table.columns.flatMap((column) =>
    column.field === undefined ? [] : [plan(column, column.field, register, table.headerRows[0] ?? 1)],
  )
  const counted = new Set(plans.flatMap((one) => (isWholeOfRate(one, register) ? (one.indicator ?? []) : [])))
  return plans.map((own) => {
    const one = own.indicator !== undefined && counted.has(own.indicator) && own.field !== 'percent' ? { ...own, counts: true } : own
    if (ofOtherMonth(one, plans, month)) return { ...one, ...asFigure(one.field, undefined) }
    const wholeOf = [...ratesOf(one, plans, register), ...countsOf(one, plans, register)]
    return wholeOf.length === 0 ? one : { ...one, wholeOf }
  })
}

/** The rates that the headings beside a common 应筛人数 name, and that have no such column of their own. */
function ratesOf(plan: ColumnPlan, plans: readonly ColumnPlan[], register: Register): readonly string[] {
  if (plan.field !== 'target' || plan.indicator !== undefined || plan.derived || !WHOLE.test(plan.header)) return []
  const beside = new Set(plans.flatMap((other) => (other.indicator === undefined || other.field === 'target' ? [] : [other.indicator])))
  for (const other of plans) if (other.field === 'target' && other.indicator !== undefined) beside.delete(other.indicator)
  return register.indicators
    .filter(({ id, kind, countMeasure }) => beside.has(id) && kind === 'percent' && countMeasure !== undefined)
    .map(({ id }) => id)
}

/**
 * The counts beside a target that is each one's: 年度任务（各）, or counts of one measure that the register promises alike.
 *
 *     年度任务 | 宫颈癌筛查 | 乳腺癌筛查      4.4万人 each: the target of both
 *     目标 | 配电台区 | 线路                220个, 220千米: stays open
 */
function countsOf(plan: ColumnPlan, plans: readonly ColumnPlan[], register: Register): readonly string[] {
  if (plan.field !== 'target' || plan.figure === undefined || plan.indicator !== undefined || plan.derived) return []
  if (plans.some((other) => other.field === 'target' && other !== plan)) return []
  const named = new Set(plans.flatMap((other) => other.indicator ?? []))
  const counts = register.indicators.filter(({ id, kind }) => named.has(id) && kind === 'count')
  const [first] = counts
  if (!first || counts.length < 2 || counts.length < named.size) return []
  const alike = counts.every(({ measure, target }) => measure === first.measure && target?.value === first.target?.value)
  return alike || /各|均/u.test(plan.header) ? counts.map(({ id }) => id) : []
}

/** A whole under a rate's heading, where the register names no measure that the rate counts. */
function isWholeOfRate({ field, indicator, header }: ColumnPlan, register: Register): boolean {
  if (field !== 'target' || indicator === undefined || !WHOLE.test(header.slice(header.lastIndexOf('/') + 1))) return false
  const rate = indicatorById(register, indicator)
  return rate?.kind === 'percent' && rate.countMeasure === undefined
}

/** What shares are shares of. */
const WHOLE = /应[筛检查测种]|目标(人群|人数|人口)|(服务|筛查|检查|监测)?(对象|人群)|总[人户]?[数口]|分母|活产|^新生儿数|适龄/u

/** Of a column a month only the reported month's is this period's. */
function ofOtherMonth(plan: ColumnPlan, plans: readonly ColumnPlan[], month: number | undefined): boolean {
  if (plan.field !== 'period_value') return false
  const own = monthIn(plan.header)
  if (own === undefined) return false
  const months = plans
    .filter((other) => other.field === 'period_value' && other.indicator === plan.indicator && other.area === plan.area)
    .map((other) => monthIn(other.header) ?? 0)
  const wanted =
    month !== undefined && months.includes(month) ? month : Math.max(...months.filter((one) => month === undefined || one <= month), 0)
  return own !== wanted
}

const monthIn = (header: string): number | undefined =>
  header
    .split('/')
    .map((part) => normaliseHeading(part).month)
    .findLast((found) => found !== undefined && !found.range)?.last

function plan(column: RecognizedColumn, field: ColumnField, register: Register, headingRow: number): ColumnPlan {
  const node = field === 'completed_flag' ? (column.node ?? '') : ''
  return {
    column: column.column,
    letter: columnName(column.column),
    field,
    indicator: column.indicator,
    subjects: column.indicator === undefined ? [] : [column.indicator],
    area: column.area,
    derived: column.derived === true,
    stage: column.stage,
    label:
      column.measure === undefined ? undefined : labelOf(register, column.measure, 'heading', `${columnName(column.column)}${headingRow}`),
    ...asFigure(field, column.aside ? undefined : FIGURES[field]),
    header: column.header,
    namesUnits: field === 'lead_unit' || field === 'support_unit' || field === 'resp_unit',
    quiet: QUIET.has(field) || node !== '',
    node,
    silent: TEXTS.has(field),
    wholeOf: [],
    counts: false,
    batch: /(?:[\p{Script=Han}]{0,4})第?[一二三四五六]批/u.exec(column.header)?.[0] ?? '',
    ofMoney: /投资|资金|拨付|支出/u.test(column.header),
  }
}

/** The same columns in a row whose own heading says what its figures are. */
export const plansOfField = (plans: readonly ColumnPlan[], field: ColumnField): readonly ColumnPlan[] =>
  plans.map((one) =>
    one.figure !== undefined && (one.area !== undefined || one.indicator !== undefined || one.derived)
      ? { ...one, field, ...asFigure(field, FIGURES[field]) }
      : one,
  )

/** How the cells of a field are read that become this figure, or none. */
const asFigure = (field: ColumnField, figure: NumberField | undefined): Pick<ColumnPlan, 'figure' | 'plain' | 'reads'> => ({
  figure,
  plain: figure !== undefined && PLAIN.has(field),
  reads:
    field === 'area'
      ? 'area'
      : figure === undefined || figure === 'investPlan' || figure === 'investDone'
        ? 'words'
        : figure === 'statedPercent'
          ? 'share'
          : 'figure',
})

const PLAIN: ReadonlySet<ColumnField> = new Set<ColumnField>(['target', 'cumulative', 'period_value', 'previous_cumulative'])

/** A measure's word as a label; undefined where the register knows no such measure (then the words say nothing). */
export function labelOf(register: Register, word: string, source: Label['source'], at?: string): Label | undefined {
  const { base, scale } = measureScale(word)
  if (base === '%' || (base === '' && scale === 1)) return undefined
  const known = base === '' || measureOf(register, base) !== undefined || /^[万亿]?元$/u.test(word)
  return known ? { name: base, scale, source, ...(at === undefined ? {} : { at }) } : undefined
}

/** The as-of date that headings state (进展情况（截至5月26日）), the latest of several; last month's is none. */
export function headingAsOf(table: RecognizedTable, year: number | undefined): string | undefined {
  let latest: string | undefined
  for (const column of table.columns) {
    const at = column.field === 'previous_cumulative' ? -1 : column.header.search(/截[至止]/u)
    if (at < 0) continue
    const date = dateInText(column.header.slice(at).normalize('NFKC'), year)
    if (date && (latest === undefined || date > latest)) latest = date
  }
  return latest
}
