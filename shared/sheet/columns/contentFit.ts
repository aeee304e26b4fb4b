import { type ColumnField, columnFieldsWhere } from '../../record/columnFields.ts'
import { type CellKind, type ColumnContent, countOf } from './columnContent.ts'

/** How well a field suits what its column holds, 0 to 1; a column without content suits every field a little. */
export function contentFit(field: ColumnField, content: ColumnContent): number {
  if (content.filled === 0) return FIT_OF_BLANK
  if (field === 'seq' && content.countsUp) return 1
  const row = FITS.find(({ fields }) => fields.has(field))
  if (!row) return FIT_OF_OTHER
  let fit = 0
  for (const [kinds, weight] of row.weights) fit += portionOf(content, kinds) * weight
  return Math.min(1, Math.max(fit, row.least))
}

/** Nothing is against a blank column, and nothing for it. */
const FIT_OF_BLANK = 0.6

/** Fields that may hold anything: 备注, names of persons. */
const FIT_OF_OTHER = 0.7

type Portion = readonly CellKind[] | 'amidWords' | 'bare'

interface FitRow {
  readonly fields: ReadonlySet<ColumnField | undefined>
  /** What a column wholly of these cells is worth; negative where they are against the field. */
  readonly weights: readonly (readonly [cells: Portion, weight: number])[]
  /** No content excludes a field that the heading names. */
  readonly least: number
}

/** Which cells are for which fields, and which against, by the first row that has the field. Set by hand on the labelled sheets. */
const FITS: readonly FitRow[] = [
  { fields: columnFieldsWhere(({ group }) => group === 'number'), weights: [[['number', 'short', 'quantity'], 1]], least: 0.3 },
  {
    fields: columnFieldsWhere(({ group }) => group === 'figure'),
    weights: [
      [['number', 'quantity', 'flag'], 1],
      // a figure amid words (受理1105件，办结850件) may be one of a narrative
      ['amidWords', -0.3],
      [['percent'], 0.4],
      [['short'], 0.25],
    ],
    least: 0.1,
  },
  {
    fields: columnFieldsWhere(({ fills }) => fills === 'statedPercent'),
    weights: [
      [['percent', 'number'], 1],
      [['quantity'], 0.7],
      [['short'], 0.2],
    ],
    least: 0.15,
  },
  {
    fields: columnFieldsWhere(({ group }) => group === 'percentage'),
    weights: [
      [['percent', 'number'], 1],
      [['quantity'], 0.7],
      // 主体封顶
      [['short'], 0.6],
    ],
    least: 0.15,
  },
  {
    fields: columnFieldsWhere(({ group, perTable }) => group === 'text' && perTable === 'one'),
    weights: [
      [['long', 'short', 'units'], 1],
      [['quantity', 'flag'], 0.5],
      [['number', 'percent'], -0.9],
    ],
    least: 0.1,
  },
  { fields: new Set<ColumnField>(['batch']), weights: [[['short', 'quantity', 'number'], 1]], least: 0.2 },
  {
    fields: columnFieldsWhere(({ identifies }) => identifies === 'place'),
    weights: [
      [['area'], 1],
      [['short', 'units'], 0.35],
    ],
    least: 0.05,
  },
  {
    fields: columnFieldsWhere(({ group }) => group === 'naming'),
    weights: [
      // 不少于2.9万户 is a target, 新建公路300公里 a task
      ['bare', -0.3],
      [['long', 'short', 'units', 'quantity', 'measure'], 1],
      [['flag', 'area'], 0.3],
    ],
    least: 0.05,
  },
  {
    fields: columnFieldsWhere(({ group }) => group === 'measure'),
    weights: [
      [['measure'], 1],
      [['short'], 0.3],
    ],
    least: 0.02,
  },
  {
    fields: columnFieldsWhere(({ group }) => group === 'unit'),
    weights: [
      [['units'], 1],
      [['short', 'area', 'long'], 0.5],
    ],
    least: 0.05,
  },
  {
    fields: columnFieldsWhere(({ group }) => group === 'date'),
    weights: [
      [['date'], 1],
      // a serial number whose format was lost
      [['number'], 0.7],
      [['short', 'quantity'], 0.5],
    ],
    least: 0.15,
  },
  {
    fields: columnFieldsWhere(({ group }) => group === 'flag'),
    weights: [
      [['flag', 'short'], 1],
      [['long'], 0.3],
    ],
    least: 0.2,
  },
]

/** How much of a column the cells make up; of kinds, among the cells that say something. */
function portionOf(content: ColumnContent, cells: Portion): number {
  const { filled, kinds, bare } = content
  if (cells === 'bare') return bare / filled
  if (cells === 'amidWords') return Math.max(0, (kinds.quantity ?? 0) - bare) / filled
  return countOf(content, ...cells) / Math.max(1, filled - countOf(content, 'mark', 'error'))
}
