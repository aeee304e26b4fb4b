import type { Indicator } from '../register/register.ts'
import type { IndicatorFigures } from '../wire/consolidation.ts'
import { textOf } from './areaFigure.ts'
import { cityFigure } from './cityFigure.ts'
import type { CityRows } from './cityRows.ts'
import { judgeLight, type LightInput, type LightJudgement, usualThresholds } from './judgeLight.ts'
import { hasLight } from './light.ts'

/**
 * The light of each indicator that can have one, on a day: counts and percentages by the plan of the register or the
 * elapsed part of the year, milestones by the planned days of their nodes. `onceRed` names indicators whose light of
 * this period was red before.
 */
export function cityLights(
  rows: CityRows,
  figures: readonly IndicatorFigures[],
  on: string,
  onceRed: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, LightJudgement> {
  const { register } = rows
  const found = new Map(figures.map((one) => [one.indicator, one]))
  const plans = new Map(register.plans?.map((plan) => [plan.indicator, plan.points]))
  const lights = new Map<string, LightJudgement>()
  for (const indicator of register.indicators) {
    if (!hasLight(indicator)) continue
    const reported = indicator.kind === 'milestone' ? milestone(rows, indicator) : quantity(found.get(indicator.id))
    const input = { indicator, on, plan: plans.get(indicator.id), onceRed: onceRed.has(indicator.id), ...reported }
    const judged = judgeLight(input, register.lights ?? usualThresholds)
    if (judged !== null) lights.set(indicator.id, judged)
  }
  return lights
}

type Reported = Pick<LightInput, 'cumulative' | 'percent' | 'reported' | 'nodes'>

function quantity(found: IndicatorFigures | undefined): Reported {
  const { value, percent } = cityFigure(found)
  return { cumulative: value, percent, reported: value !== null || percent !== null }
}

/** A text on the task counts as reported; a node is done by its flag, its actual day or its stage. */
function milestone({ index, ofRecord }: CityRows, indicator: Indicator): Reported {
  const places = (ofRecord.get(indicator.id) ?? []).flatMap(({ reporter, areas }) => areas.map((area) => ({ reporter, area })))
  const rows = places.flatMap(({ reporter, area }) => index.rows(reporter, indicator.id, area))
  const hasText = places.some(({ reporter, area }) => index.rows(reporter, indicator.taskId, area).length > 0)
  const nodes = rows.map((row) => ({
    planned: textOf(row, 'planned'),
    done: row.values.done === true || textOf(row, 'actual') !== null || textOf(row, 'stage') === 'completed',
  }))
  return { cumulative: null, percent: null, reported: hasText || rows.length > 0, nodes }
}
