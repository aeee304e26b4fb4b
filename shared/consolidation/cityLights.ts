import type { Indicator } from '../register/register.ts'
import type { IndicatorFigures } from '../wire/consolidation.ts'
import { textOf } from './areaFigure.ts'
import { cityFigure } from './cityFigure.ts'
import type { CityFold } from './cityFold.ts'
import { hasLight, type LightInput, type LightJudgement, light, usualThresholds } from './light.ts'

/**
 * The light of each indicator that can have one, on a day: counts and percentages by the plan of the register or the
 * elapsed share of the year, milestones by the planned days of their nodes. `onceRed` names indicators whose light of
 * this period was red before.
 */
export function cityLights(
  fold: CityFold,
  figures: readonly IndicatorFigures[],
  on: string,
  onceRed: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, LightJudgement> {
  const { register } = fold
  const found = new Map(figures.map((one) => [one.indicator, one]))
  const plans = new Map(register.plans?.map((plan) => [plan.indicator, plan.points]))
  const lit = new Map<string, LightJudgement>()
  for (const indicator of register.indicators) {
    if (!hasLight(indicator)) continue
    const said = indicator.kind === 'milestone' ? milestone(fold, indicator) : quantity(found.get(indicator.id))
    const judged = light(
      { indicator, on, plan: plans.get(indicator.id), onceRed: onceRed.has(indicator.id), ...said },
      register.lights ?? usualThresholds,
    )
    if (judged !== null) lit.set(indicator.id, judged)
  }
  return lit
}

type Said = Pick<LightInput, 'cumulative' | 'percent' | 'reported' | 'nodes'>

function quantity(found: IndicatorFigures | undefined): Said {
  const { value, percent } = cityFigure(found)
  return { cumulative: value, percent, reported: value !== null || percent !== null }
}

/** A text on the task counts as reported; a node is done by its flag, its actual day or its stage. */
function milestone({ index, ofRecord }: CityFold, indicator: Indicator): Said {
  const own = ofRecord.get(indicator.id) ?? []
  const rows = own.flatMap(({ reporter, areas }) => areas.flatMap((area) => index.rows(reporter, indicator.id, area)))
  const told = own.some(({ reporter, areas }) => areas.some((area) => index.rows(reporter, indicator.taskId, area).length > 0))
  const nodes = rows.map((row) => ({
    planned: textOf(row, 'planned'),
    done: row.values.done === true || textOf(row, 'actual') !== null || textOf(row, 'stage') === 'completed',
  }))
  return { cumulative: null, percent: null, reported: told || rows.length > 0, nodes }
}
