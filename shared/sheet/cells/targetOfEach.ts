import type { CellValue } from '../../grid/grid.ts'
import { judgePercent, percentOf } from '../../quantity/percent.ts'
import type { Scaled } from '../../quantity/scaled.ts'
import type { RowBinding } from '../../record/reading.ts'
import type { Row } from '../parsing/row.ts'
import type { ColumnPlan } from '../plans/columnPlan.ts'
import type { RecordBuilder } from '../tally/recordBuilder.ts'

/** So many rows have to fit: one percentage may do so by chance. */
const FEWEST = 2

/** Rows over which a target is merged, and the record that each would have. */
interface RowsOfTarget {
  readonly value: CellValue
  readonly rows: readonly RowBinding[]
  readonly builders: readonly (RecordBuilder | undefined)[]
}

/**
 * The target that is merged over several rows where it is that of each of them: undefined where it is only known to be of
 * them together.
 *
 *     宫颈癌筛查 | 2000 | 1360 | 68%
 *     乳腺癌筛查 |      | 1310 | 65.5%     2000 each: the percentages are made of it
 *     宫颈癌筛查 | 44000 (registered for both)   44000 each
 */
export function targetOfEach(row: Row, plan: ColumnPlan, { value, rows, builders }: RowsOfTarget): Scaled | undefined {
  const { figures } = row.table.lookups
  const [first] = builders
  const whole = figures.read(value, first?.indicator, plan.label ?? row.label).value
  if (whole === undefined || whole <= 0) return undefined
  if (builders.every((one) => one?.indicator?.target?.value === whole && one.area === one.indicator.area)) return whole
  const verdicts = rows.flatMap((binding, i) => rateFits(row, binding.row, builders[i], whole) ?? [])
  return verdicts.length >= FEWEST && verdicts.every((fits) => fits) ? whole : undefined
}

/** Whether the percentage of a row is made of its completed figure and the target; undefined where it has not both. */
function rateFits({ table, plans, label }: Row, at: number, builder: RecordBuilder | undefined, whole: Scaled): boolean | undefined {
  const { setting, lookups } = table
  const of = (wanted: (plan: ColumnPlan) => boolean) =>
    plans.find(
      (plan) => wanted(plan) && !plan.aside && !plan.derived && (plan.indicator === undefined || plan.indicator === builder?.subject),
    )
  const done = of(({ figure, kind }) => kind === 'figure' && figure === 'cumulative')
  const rate = of(({ kind, ofMoney }) => kind === 'percentage' && !ofMoney)
  if (!done || !rate) return undefined
  const part = lookups.figures.read(setting.view.value(at, done.column), builder?.indicator, done.label ?? label).value
  if (part === undefined) return undefined
  const format = setting.hasFormats ? setting.view.grid.formats[`${rate.letter}${at}`] : undefined
  const { value, quantity } = lookups.figures.readPercent(setting.view.value(at, rate.column), format, percentOf(part, whole, 4))
  return value === undefined || quantity === undefined ? undefined : judgePercent(value, quantity.decimals, part, whole) === 'right'
}
