import type { Register } from '../register/register.ts'
import type { CityFigures, Consolidation, LightOverride } from '../wire/consolidation.ts'
import { changeSince, type EarlierFigures } from './changeSince.ts'
import { cityLights, countyLights } from './cityLights.ts'
import { type CityRows, cityRows } from './cityRows.ts'
import { completeness, type UnitPeriod } from './completeness.ts'
import { type ConsolidationVersion, consolidateRows } from './consolidate.ts'
import { disagreements } from './disagreements.ts'
import type { FoldRow } from './foldRow.ts'
import { judgedOn } from './judgedOn.ts'
import { rankAreas } from './rank.ts'

/** Grows with every change of what the same rows give, so that an answer cached under an older rule is not used. */
export const JUDGEMENT_VERSION = 7

/** What a judgement depends on besides the rows. */
export interface JudgementInputs {
  /** China's day. */
  readonly today: string
  readonly softDeadline: string
  readonly units: readonly UnitPeriod[]
  /** The coordinators' own lights that are in force, by indicator. */
  readonly overrides: ReadonlyMap<string, LightOverride>
  /** The period before of the same register; null where there is none. */
  readonly before: { readonly period: string; readonly figures: EarlierFigures } | null
  /** The rows as they were at the end of the soft deadline's day, where the deadline is over and some changed since; else null. */
  readonly atDeadline: readonly FoldRow[] | null
}

/**
 * The whole answer about a period: what its rows say (`consolidate`), and what is judged of it: lights, changes since
 * the period before, who has reported in time, ranks, and where reporters disagree. Pure: the same for the same
 * arguments, in whatever order rows and units come.
 */
export function judgeCity(
  register: Register,
  records: readonly FoldRow[],
  version: ConsolidationVersion,
  inputs: JudgementInputs,
): Consolidation {
  const { softDeadline, today, before, overrides } = inputs
  const on = judgedOn(today, softDeadline)
  const rows = cityRows(register, records, version.period, { on, units: inputs.units })
  const figures = consolidateRows(rows, version)
  const changes = changesSince(register, figures, before)
  const lights = cityLights(rows, figures.indicators, on, { onceRed: redAtDeadline(rows, version, inputs), changes })
  const { units, counts } = completeness(figures.reporters, inputs.units, softDeadline, today)
  return {
    ...figures,
    judgedOn: on,
    before: before?.period ?? null,
    indicators: figures.indicators.map((one) => {
      const judged = lights.get(one.indicator)
      return {
        ...one,
        light: judged === undefined ? null : { ...judged, override: overrides.get(one.indicator) ?? null },
        counties: countyLights(rows, one, on, before?.figures ?? null),
        change: changes.get(one.indicator) ?? UNKNOWN_CHANGE,
      }
    }),
    reporters: figures.reporters.flatMap((one) => {
      const unit = units.get(one.reporter)
      return unit === undefined ? [] : [{ ...one, ...unit }]
    }),
    completeness: counts,
    ranking: rankAreas(register, figures),
    disagreements: disagreements(rows, figures.indicators),
  }
}

const UNKNOWN_CHANGE = { cumulative: null, percent: null, comparable: 'noPeriod' } as const

function changesSince(register: Register, { indicators }: CityFigures, before: JudgementInputs['before']) {
  const known = new Map(indicators.map((one) => [one.indicator, one]))
  return new Map(
    register.indicators.flatMap((indicator) => {
      const found = known.get(indicator.id)
      return found ? [[indicator.id, changeSince(found, before?.figures ?? null, indicator)] as const] : []
    }),
  )
}

/** The indicators whose light was red when the soft deadline's day ended. */
function redAtDeadline(
  { register }: CityRows,
  version: ConsolidationVersion,
  { atDeadline, softDeadline }: JudgementInputs,
): ReadonlySet<string> {
  if (atDeadline === null) return new Set()
  const rows = cityRows(register, atDeadline, version.period, { on: softDeadline })
  const lights = cityLights(rows, consolidateRows(rows, version).indicators, softDeadline)
  return new Set([...lights].filter(([, { light }]) => light === 'red').map(([id]) => id))
}
