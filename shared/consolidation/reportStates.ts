import type { Source } from '../wire/consolidation.ts'
import { REPORT_STATES, type ReportState } from '../wire/reportState.ts'

/** How many units' reports, of those that a figure is made of, are at a state; of signed and accepted ones those that changed since apart. */
export interface StateCount {
  readonly state: ReportState
  readonly changed: boolean
  readonly units: number
}

/** How far the reports are that some rows belong to: each state once, the least settled first. */
export function reportStates(sources: readonly Pick<Source, 'reporter' | 'state' | 'changed'>[]): readonly StateCount[] {
  // a unit of which one row changed is not also counted as unchanged
  const changed = new Set(sources.flatMap((source) => (source.changed ? [source.reporter] : [])))
  const units = new Map(sources.map(({ reporter, state }) => [reporter, { state, changed: changed.has(reporter) }]))
  return REPORT_STATES.flatMap((state) =>
    [true, false].flatMap((changed) => {
      const count = [...units.values()].filter((unit) => unit.state === state && unit.changed === changed).length
      return count === 0 ? [] : [{ state, changed, units: count }]
    }),
  )
}
