import { asScaled, decimalFromScaled, type Scaled } from '../quantity/scaled.ts'
import type { Indicator } from '../register/register.ts'
import { indicatorById } from '../register/registerIndex.ts'
import type { ConsolidatedIndicator, IndicatorFigures } from '../wire/consolidation.ts'
import { textOf } from './areaFigure.ts'
import type { EarlierFigures } from './changeSince.ts'
import { judgedFigure } from './cityFigure.ts'
import type { CityRows } from './cityRows.ts'
import { judgeLight, type LightInput, type LightJudgement, usualThresholds } from './judgeLight.ts'
import { hasLight } from './light.ts'
import { reportedOf } from './reported.ts'
import { isDone } from './sourceOf.ts'

/** What came before, by indicator: whose light was red at the period's deadline, and how each moved since the period before. */
export interface LightHistory {
  readonly onceRed?: ReadonlySet<string>
  readonly changes?: ReadonlyMap<string, ConsolidatedIndicator['change']>
}

/**
 * The light of each indicator that can have one, on a day: counts and percentages by the plan of the register or the
 * elapsed part of the year, milestones by the planned days of their nodes.
 */
export function cityLights(
  rows: CityRows,
  figures: readonly IndicatorFigures[],
  on: string,
  { onceRed = new Set(), changes = new Map() }: LightHistory = {},
): ReadonlyMap<string, LightJudgement> {
  const { register } = rows
  const found = new Map(figures.map((one) => [one.indicator, one]))
  const plans = new Map(register.plans?.map((plan) => [plan.indicator, plan.points]))
  const lights = new Map<string, LightJudgement>()
  for (const indicator of register.indicators) {
    if (!hasLight(indicator)) continue
    const figures = found.get(indicator.id)
    const facts = indicator.kind === 'milestone' ? milestone(rows, indicator, on) : quantity(figures)
    const reported = figures?.reported ?? 'nothing'
    const change = changes.get(indicator.id)
    const moved = indicator.kind === 'percent' ? change?.percent : change?.cumulative
    const input = { indicator, on, plan: plans.get(indicator.id), onceRed: onceRed.has(indicator.id), moved, reported, ...facts }
    const judged = judgeLight(input, register.lights ?? usualThresholds)
    if (judged !== null) lights.set(indicator.id, judged)
  }
  return lights
}

/** What each county with a target of its own has, with the light that the same rules give it. A county's plan is its indicator's. */
export function countyLights(
  rows: CityRows,
  found: IndicatorFigures,
  on: string,
  before: EarlierFigures | null = null,
): ConsolidatedIndicator['counties'] {
  const { register } = rows
  const indicator = indicatorById(register, found.indicator)
  const plan = register.plans?.find((one) => one.indicator === found.indicator)?.points
  return found.counties.map((county) => ({
    ...county,
    light:
      indicator === undefined
        ? null
        : countyLight(rows, indicator, county, { on, plan, moved: movedSince(county, before?.[found.indicator]) }),
  }))
}

/** What a county's figure moved since the period before; null where one of the two is missing. */
function movedSince({ area, cumulative }: IndicatorFigures['counties'][number], before: EarlierFigures[string] | undefined): number | null {
  const had = before?.counties?.[area]
  return had === undefined || cumulative === null ? null : cumulative - had
}

function countyLight(
  rows: CityRows,
  indicator: Indicator,
  { area, reporter, target, cumulative, percent }: IndicatorFigures['counties'][number],
  when: Pick<LightInput, 'on' | 'plan' | 'moved'>,
): LightJudgement | null {
  const { op = '>=', opExplicit = false } = indicator.target ?? {}
  const own = { ...indicator, target: { value: asScaled(target), op, opExplicit, raw: decimalFromScaled(asScaled(target)) } }
  const figures = { cumulative: scaledOrNull(cumulative), percent: scaledOrNull(percent) }
  const reported = reporter === null ? 'nothing' : reportedOf(rows, { reporter, subject: indicator.id, area })
  return judgeLight({ indicator: own, reported, ...figures, ...when }, rows.register.lights ?? usualThresholds)
}

const scaledOrNull = (figure: number | null): Scaled | null => (figure === null ? null : asScaled(figure))

type Reported = Pick<LightInput, 'cumulative' | 'percent' | 'nodes'>

function quantity(found: IndicatorFigures | undefined): Reported {
  const { value, percent } = judgedFigure(found)
  return { cumulative: value, percent }
}

function milestone({ index, ofRecord }: CityRows, indicator: Indicator, on: string): Reported {
  const places = (ofRecord.get(indicator.id) ?? []).flatMap(({ reporter, areas }) => areas.map((area) => ({ reporter, area })))
  const rows = places.flatMap(({ reporter, area }) => index.rows(reporter, indicator.id, area))
  const nodes = rows.map((row) => {
    const planned = textOf(row, 'planned')
    const isLast = row.part === '' || LAST_NODE.test(row.part) || (planned !== null && planned >= indicator.deadline.date)
    return { planned, done: isDone(row, indicator, on), isLast }
  })
  return { cumulative: null, percent: null, nodes }
}

/** The node with which something is there: 竣工验收, 投入使用; not 主体完工. */
const LAST_NODE = /(?<!主体|基础|土建|部分)(?:竣工|完工|建成|投用|投入使用|验收|交付|通车|启用)/
