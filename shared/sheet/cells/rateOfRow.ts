import { judgePercent, percentOf } from '../../quantity/percent.ts'
import type { Scaled } from '../../quantity/scaled.ts'
import type { Indicator } from '../../register/register.ts'
import type { Cell, Row } from '../parsing/row.ts'
import { areaOf } from '../parsing/rowBuilders.ts'
import type { ColumnPlan } from '../plans/columnPlan.ts'

/**
 * Whether a percentage of the row is that of this figure: 完成率 71.2% beside 986 and 702个、建成811个 is of 702. 0 % is of
 * nothing in particular.
 */
export function fitsRateOfRow(row: Row, cell: Cell, indicator: Indicator, figure: Scaled): boolean {
  const whole = targetOf(row, cell.plan, indicator)
  if (whole === undefined || whole <= 0) return false
  const { setting, lookups } = row.table
  return row.plans.some((plan) => {
    if (plan.kind !== 'percentage' || plan.ofMoney || !isOfSame(plan, cell.plan)) return false
    const value = setting.view.value(row.number, plan.column)
    const format = setting.hasFormats ? setting.view.grid.formats[row.address(plan)] : undefined
    const { value: rate, quantity } = lookups.figures.readPercent(value, format, percentOf(figure, whole, 4))
    return rate !== undefined && rate > 0 && quantity !== undefined && judgePercent(rate, quantity.decimals, figure, whole) === 'right'
  })
}

/** A percentage under no heading of its own is of all figures of the row. */
const isOfSame = (percentage: ColumnPlan, figure: ColumnPlan): boolean =>
  (percentage.indicator === undefined || percentage.indicator === figure.indicator) &&
  (percentage.area === undefined || percentage.area === figure.area)

/** The target that the row states, else the registered one where the row is of the area that it is set for. */
function targetOf(row: Row, plan: ColumnPlan, indicator: Indicator): Scaled | undefined {
  const area = areaOf(row.table.setting, row.binding, plan, indicator)
  const stated = row.builders.find((builder) => builder.subject === indicator.id && builder.area === area)?.values.target
  return stated ?? (area === indicator.area ? indicator.target?.value : undefined)
}
