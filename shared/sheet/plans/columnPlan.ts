import { never } from '../../base/never.ts'
import { columnName } from '../../grid/a1.ts'
import type { Stage } from '../../quantity/stage.ts'
import { COLUMN_FIELDS, type ColumnField, type ColumnRow, figureFilledBy, isMoney, type NumberField } from '../../record/columnFields.ts'
import type { RecognizedColumn } from '../../record/reading.ts'
import type { AreaCode, Register } from '../../register/register.ts'
import { batchInHeading } from './batchNames.ts'
import { type Label, labelOf } from './label.ts'

/**
 * What the cells of a column are, which decides the rules by which they are read:
 *
 *     area        names of areas
 *     naming      words that say what the row is about, and columns that no check asks of (序号, 电话): no facts
 *     units       names of reporting units
 *     text        words that go into a task's text as they are (进展情况, 备注)
 *     words       dates, flags, states, money: read once the figures of their row are known
 *     figure      target, completed, of this period …
 *     percentage  stated percentages: read once the figures of their row are known
 *     total       a total made from other columns (全市合计): compared, never stored
 */
export type CellKind = 'area' | 'naming' | 'units' | 'text' | 'words' | 'figure' | 'percentage' | 'total'

/** A column made ready for reading thousands of rows. */
export interface ColumnPlan {
  readonly column: number
  readonly letter: string
  readonly field: ColumnField
  readonly indicator: string | undefined
  /** The indicator alone, or nothing. */
  readonly subjects: readonly string[]
  readonly area: AreaCode | undefined
  /** A total made from other columns. */
  readonly derived: boolean
  /** A figure that is known and not stored: of another stage, another year, another's target. */
  readonly aside: boolean
  readonly stage: Stage | undefined
  /** The measure in the heading (农村公路（公里）), where it is one. */
  readonly label: Label | undefined
  /** The field of the record that a figure of this column becomes. */
  readonly figure: NumberField | undefined
  readonly kind: CellKind
  readonly header: string
  /** A plain number in it needs no fact: its record says all that the fact would. */
  readonly plainNumbers: boolean
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

const OF_MONEY = /投资|资金|拨付|支出/u

/** The plan of a column; undefined where it has no field. `headingRow` is where its measure is said. */
export function planOf(column: RecognizedColumn, register: Register, headingRow: number): ColumnPlan | undefined {
  const { field, header, indicator, measure } = column
  if (field === undefined) return undefined
  const letter = columnName(column.column)
  const node = field === 'completed_flag' ? (column.node ?? '') : ''
  const derived = column.derived === true
  return {
    column: column.column,
    letter,
    field,
    indicator,
    subjects: indicator === undefined ? [] : [indicator],
    area: column.area,
    derived,
    aside: column.aside === true,
    stage: column.stage,
    label: measure === undefined ? undefined : labelOf(register, measure, 'heading', `${letter}${headingRow}`),
    ...readAs({ derived, node }, field, column.aside ? undefined : figureFilledBy(field)),
    ...(column.aside && COLUMN_FIELDS[field].group === 'text' ? { kind: 'words' as const } : {}),
    header,
    node,
    wholeOf: [],
    counts: false,
    batch: batchInHeading(header),
    ofMoney: OF_MONEY.test(header),
  }
}

/** The same columns in a row whose own heading says what its figures are. */
export const plansOfField = (plans: readonly ColumnPlan[], field: ColumnField): readonly ColumnPlan[] =>
  plans.map((one) =>
    one.figure !== undefined && (one.area !== undefined || one.indicator !== undefined || one.derived)
      ? { ...one, field, ...readAs(one, field, figureFilledBy(field)) }
      : one,
  )

/** How the cells of a field are read that become this figure, or none. */
export function readAs(
  { derived, node }: Pick<ColumnPlan, 'derived' | 'node'>,
  field: ColumnField,
  figure: NumberField | undefined,
): Pick<ColumnPlan, 'figure' | 'kind' | 'plainNumbers'> {
  const row = COLUMN_FIELDS[field]
  const isPlain = row.group === 'figure' && row.checked === 'ifMore'
  return { figure, kind: kindOf(row, figure, derived, node), plainNumbers: figure !== undefined && !derived && isPlain }
}

function kindOf(row: ColumnRow, figure: NumberField | undefined, derived: boolean, node: string): CellKind {
  if (node !== '') return 'naming'
  if (figure === undefined || isMoney(row)) return kindOfWords(row)
  if (derived) return 'total'
  return row.group === 'percentage' ? 'percentage' : 'figure'
}

/** What the cells of a column without a figure of its own are. */
function kindOfWords({ group, identifies, checked }: ColumnRow): CellKind {
  switch (group) {
    case 'naming':
      return identifies === 'place' ? 'area' : 'naming'
    case 'number':
    case 'measure':
      return 'naming'
    case 'unit':
      return 'units'
    case 'text':
      return 'text'
    case 'person':
      return checked === 'never' ? 'naming' : 'words'
    case 'figure':
    case 'percentage':
    case 'date':
    case 'flag':
      return 'words'
    default:
      return never(group)
  }
}
