import { chinaDay } from '../quantity/dates/chinaDay.ts'
import type { CityFigures, Consolidation } from '../wire/consolidation.ts'
import type { ReportState } from '../wire/reportState.ts'

/** What is known of a unit's period besides its rows. */
export interface UnitPeriod {
  readonly reporter: string
  /** When the unit said that its report is complete, ISO: after a return the completion before it; null while it is a draft. */
  readonly completeAt: string | null
  /** The last day of its extension, where one was given before its deadline passed; ISO. */
  readonly extendedTo: string | null
  /** The coordinator returned it; not, where left out. */
  readonly returned?: boolean
  /** How far it is; a draft, where left out. */
  readonly state?: ReportState
  /** The keys ("7.1.a|411202|") of rows that are not as they were when the unit signed; of one that was accepted, when that was, ISO. */
  readonly changedRows?: readonly string[]
  readonly acceptedAt?: string | null
}

/** 'onTime', 'late': said complete by its deadline, or after it; 'waiting', 'missing': not yet, and not in time any more. */
export type Timeliness = Consolidation['reporters'][number]['timeliness']

/** Whether a unit has reported by its deadline. */
export interface UnitTimeliness {
  readonly timeliness: Timeliness
  readonly deadline: string
  readonly completeAt: string | null
  readonly returned: boolean
}

/** How much of what was asked a unit has reported. */
export type Extent = 'all' | 'some' | 'none'

/** 已报齐, 部分报送 or 未报, whatever the unit said of itself. */
export function extentOf({ required, reported }: { readonly required: number; readonly reported: number }): Extent {
  if (reported >= required) return 'all'
  return reported > 0 ? 'some' : 'none'
}

/** The counts, and each unit of 应报 by its id. */
export interface Completeness {
  readonly counts: Consolidation['completeness']
  readonly units: ReadonlyMap<string, UnitTimeliness>
}

/**
 * 应报 = 已报齐 + 部分报送 + 未报 by what the units' rows tell (`reporterStatus`); 按时 and 逾期 by when they said that their report is complete:
 * by the end of their deadline's day in China, or after it. Who said so with nothing sent has not reported. A return takes
 * away the word, not what was sent. `today` is China's day.
 */
export function completeness(
  reporters: CityFigures['reporters'],
  periods: readonly UnitPeriod[],
  softDeadline: string,
  today: string,
): Completeness {
  const known = new Map(periods.map((period) => [period.reporter, period]))
  const units = new Map<string, UnitTimeliness>()
  for (const { reporter, reported } of reporters) {
    const period = known.get(reporter)
    const { completeAt = null, returned = false } = period ?? {}
    const timely = unitTimeliness(reported > 0 ? period : period && { ...period, completeAt: null }, softDeadline, today)
    units.set(reporter, { ...timely, completeAt, returned })
  }
  const extents = reporters.map(extentOf)
  const has = (wanted: Extent) => extents.filter((extent) => extent === wanted).length
  const count = (wanted: Timeliness) => [...units.values()].filter(({ timeliness }) => timeliness === wanted).length
  const counts = { due: reporters.length, reported: has('all'), partial: has('some'), unreported: has('none') }
  return { units, counts: { ...counts, onTime: count('onTime'), late: count('late') } }
}

/** The last day on which a unit is on time: that of its extension, where it is later than the period's. */
export const ownDeadline = (extendedTo: string | null, softDeadline: string): string =>
  extendedTo !== null && extendedTo > softDeadline ? extendedTo : softDeadline

/**
 * Whether one unit said by its deadline that its report is complete: the soft one of the period, or the last day of its extension.
 *
 * | said complete | its deadline | |
 * | --- | --- | --- |
 * | by the end of its day | – | onTime |
 * | after it | – | late |
 * | no | today or later | waiting |
 * | no | passed | missing |
 */
export function unitTimeliness(
  unit: Pick<UnitPeriod, 'completeAt' | 'extendedTo'> | undefined,
  softDeadline: string,
  today: string,
): Pick<UnitTimeliness, 'timeliness' | 'deadline'> {
  const { completeAt = null, extendedTo = null } = unit ?? {}
  const deadline = ownDeadline(extendedTo, softDeadline)
  if (completeAt !== null) return { timeliness: chinaDay(completeAt) <= deadline ? 'onTime' : 'late', deadline }
  return { timeliness: today <= deadline ? 'waiting' : 'missing', deadline }
}
