import type { Register } from '../register/register.ts'
import type { Consolidation, LightOverride } from '../wire/consolidation.ts'
import type { ServerRecord } from '../wire/sync.ts'
import { changeSince, type EarlierFigures } from './changeSince.ts'
import { type CityFold, cityFold } from './cityFold.ts'
import { cityLights } from './cityLights.ts'
import { disagreements } from './compareReporters.ts'
import { completeness, type UnitPeriod, unitTimeliness } from './completeness.ts'
import { type ConsolidationOf, consolidateFold } from './consolidate.ts'
import { rankAreas } from './rank.ts'

/** Grows with every change of what the same rows give, so that an answer kept from an older rule is not believed. */
export const JUDGEMENT = 1

/** What a judgement depends on beside the rows. */
export interface JudgedBy {
  /** China's day. */
  readonly today: string
  readonly softDeadline: string
  readonly units: readonly UnitPeriod[]
  /** The coordinators' own lights that are in force, by indicator. */
  readonly overrides: ReadonlyMap<string, LightOverride>
  /** The period before of the same register; null where there is none. */
  readonly before: { readonly period: string; readonly figures: EarlierFigures } | null
  /** The rows as they stood at the end of the soft deadline's day, where the deadline is over and some changed since; else null. */
  readonly atDeadline: readonly ServerRecord[] | null
}

/** The day that lights are judged on: a past month's lights stay what they were. */
export const judgedOn = (today: string, softDeadline: string): string => (today < softDeadline ? today : softDeadline)

/**
 * The whole answer about a period: what its rows say (`consolidate`), and what is judged of it: lights, changes since
 * the period before, who has reported in time, ranks, and where reporters disagree. Pure: the same for the same
 * arguments, in whatever order rows and units come.
 */
export function judgeCity(register: Register, records: readonly ServerRecord[], of: ConsolidationOf, by: JudgedBy): Consolidation {
  const fold = cityFold(register, records)
  const figures = consolidateFold(fold, of)
  const on = judgedOn(by.today, by.softDeadline)
  const lights = cityLights(fold, figures.indicators, on, redAtDeadline(fold, of, by))
  const { units, counts } = completeness(register, by.units, by.softDeadline, by.today)
  const counties = register.areas.filter(({ level }) => level === 'county').map(({ code }) => code)
  return {
    ...figures,
    judgedOn: on,
    before: by.before?.period ?? null,
    indicators: figures.indicators.map((one) => {
      const judged = lights.get(one.indicator)
      return {
        ...one,
        light: judged === undefined ? null : { ...judged, override: by.overrides.get(one.indicator) ?? null },
        change: changeSince(one, by.before?.figures[one.indicator]),
      }
    }),
    reporters: figures.reporters.map((one) => ({
      ...one,
      ...(units.get(one.reporter) ?? unitTimeliness(undefined, by.softDeadline, by.today)),
    })),
    completeness: counts,
    ranking: rankAreas(figures, counties).map(({ id, score, rank }) => ({ area: id, score, rank })),
    disagreements: disagreements(fold, figures.indicators),
  }
}

/** The indicators whose light was red when the soft deadline's day ended. */
function redAtDeadline({ register }: CityFold, of: ConsolidationOf, { atDeadline, softDeadline }: JudgedBy): ReadonlySet<string> {
  if (atDeadline === null) return new Set()
  const fold = cityFold(register, atDeadline)
  const lights = cityLights(fold, consolidateFold(fold, of).indicators, softDeadline)
  return new Set([...lights].filter(([, { light }]) => light === 'red').map(([id]) => id))
}
