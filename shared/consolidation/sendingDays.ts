/** The days of a period, and whether it is locked. `hardDeadline` null: no last day is known. */
export interface PeriodDays {
  readonly state: 'open' | 'locked'
  readonly softDeadline: string
  readonly hardDeadline: string | null
}

/** What a unit has of its own: the last day on which it is on time, until when it alone may send, and whether it is locked. */
export interface UnitDays {
  readonly deadline: string
  readonly openUntil: string | null
  readonly locked: boolean
}

/**
 * The days of each unit that must report: its deadline as the consolidated answer has it, and what its own period's states say.
 * `submissions`: the units that anybody acted on.
 */
export function unitDays(
  reporters: readonly { readonly reporter: string; readonly deadline: string }[],
  submissions: readonly { readonly reporter: string; readonly openUntil: string | null; readonly receipt: string }[],
): ReadonlyMap<string, UnitDays> {
  const states = new Map(submissions.map((one) => [one.reporter, one]))
  return new Map(
    reporters.map(({ reporter, deadline }) => {
      const state = states.get(reporter)
      return [reporter, { deadline, openUntil: state?.openUntil ?? null, locked: state?.receipt === 'locked' }]
    }),
  )
}

/** Why a unit can send nothing. */
export type SendingClosed = 'periodLocked' | 'unitLocked' | 'lastDayPassed'

/** The last day on which a unit may send: the period's, or its own later one; null where none is known. */
export function lastDay({ hardDeadline }: PeriodDays, { openUntil }: Pick<UnitDays, 'openUntil'>): string | null {
  if (hardDeadline === null) return null
  return openUntil !== null && openUntil > hardDeadline ? openUntil : hardDeadline
}

/**
 * Whether a unit may send on a day, as the server decides it; null where it may.
 *
 * | period | unit | last day | |
 * | --- | --- | --- | --- |
 * | locked | – | – | periodLocked |
 * | open | locked | – | unitLocked |
 * | open | – | passed | lastDayPassed |
 * | open | – | today or later | – |
 */
export function sendingClosed(period: PeriodDays, unit: Pick<UnitDays, 'openUntil' | 'locked'>, today: string): SendingClosed | null {
  if (period.state === 'locked') return 'periodLocked'
  if (unit.locked) return 'unitLocked'
  const last = lastDay(period, unit)
  return last !== null && last < today ? 'lastDayPassed' : null
}
