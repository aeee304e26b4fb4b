import { asScaled, decimalFromScaled, type Scaled } from '../quantity/scaled.ts'
import type { Indicator, Register } from '../register/register.ts'
import { indicatorById } from '../register/registerIndex.ts'
import type { ConsolidatedIndicator, IndicatorFigures } from '../wire/consolidation.ts'
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

/** What each county with a target of its own has, with the light that the same rules give it. A county's plan is its indicator's. */
export function countyLights({ register }: CityRows, found: IndicatorFigures, on: string): ConsolidatedIndicator['counties'] {
  const indicator = indicatorById(register, found.indicator)
  const plan = register.plans?.find((one) => one.indicator === found.indicator)?.points
  return found.counties.map((county) => ({
    ...county,
    light: indicator === undefined ? null : countyLight(register, indicator, county, { on, plan }),
  }))
}

function countyLight(
  register: Register,
  indicator: Indicator,
  { target, cumulative, percent }: IndicatorFigures['counties'][number],
  when: Pick<LightInput, 'on' | 'plan'>,
): LightJudgement | null {
  const { op = '>=', opExplicit = false } = indicator.target ?? {}
  const own = { ...indicator, target: { value: asScaled(target), op, opExplicit, raw: decimalFromScaled(asScaled(target)) } }
  const figures = { cumulative: scaledOrNull(cumulative), percent: scaledOrNull(percent) }
  const reported = cumulative !== null || percent !== null
  return judgeLight({ indicator: own, reported, ...figures, ...when }, register.lights ?? usualThresholds)
}

const scaledOrNull = (figure: number | null): Scaled | null => (figure === null ? null : asScaled(figure))

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
