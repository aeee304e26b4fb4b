import { type SendingClosed, sendingClosed } from '../../../shared/consolidation/sendingDays.ts'
import { chinaDay } from '../../../shared/quantity/dates/chinaDay.ts'
import type { Register } from '../../../shared/register/register.ts'
import type { Notice } from '../../../shared/wire/administration.ts'
import { unsettledUnits } from '../../../shared/wire/outstanding.ts'
import type { PeriodInfo } from '../../../shared/wire/period.ts'
import type { SubmissionsAnswer, UnitSubmission } from '../../../shared/wire/submission.ts'

/**
 * How a unit stands: it owes its report, or got it back, and its day may have passed; or it owes it and can send nothing; or it has
 * said that it is complete, with rows or without any; or that is not this person's to know.
 */
export type Standing =
  | { readonly tag: 'owes'; readonly returned: boolean; readonly overdue: boolean; readonly deadline: string }
  | { readonly tag: 'closed'; readonly why: SendingClosed }
  | { readonly tag: 'complete'; readonly empty: boolean }
  | { readonly tag: 'unknown' }

/** Who is to be chased of a period; `known` false where who has reported is not this person's to know. */
export interface Chase {
  readonly known: boolean
  /** Units that have not said that they are complete, or lack something, by name: what speaks against locking the period. */
  readonly unsettled: readonly string[]
  readonly units: readonly ChasedUnit[]
}

/** A unit for which something came due, or that is to be reminded. */
export interface ChasedUnit {
  readonly reporter: string
  readonly name: string
  readonly standing: Standing
  readonly notices: readonly Pick<Notice, 'kind' | 'at'>[]
}

/** What a list is made from; `submissions` null where they are not this person's to see. `today` is China's day. */
export interface ChaseInput {
  readonly register: Register
  readonly period: PeriodInfo
  readonly notices: readonly Notice[]
  readonly submissions: SubmissionsAnswer | null
  readonly today: string
}

/** The words of the list, in the language of the person who copies it. */
export interface ChaseWords {
  title(period: string): string
  deadlines(soft: string, hard: string): string
  due(count: number): string
  noted(count: number): string
  closed(count: number): string
  readonly none: string
  empty(names: string): string
  /** Between names. */
  readonly separator: string
  readonly unknown: string
  unit(number: number, unit: ChasedUnit, period: PeriodInfo): string
}

/** Units with a notice, without a report, or with an empty one, in the register's order; those that owe their report and can send it first. */
export function chaseOf({ register, period, notices, submissions, today }: ChaseInput): Chase {
  const states = new Map(submissions?.submissions.map((one) => [one.reporter, one]))
  const units = register.units.flatMap(({ id, name }): ChasedUnit[] => {
    const own = notices.filter(({ reporter }) => reporter === id).map(({ kind, at }) => ({ kind, at }))
    const standing: Standing = submissions === null ? { tag: 'unknown' } : standingOf(states.get(id), period, today)
    const listed = own.length > 0 || standing.tag === 'owes' || standing.tag === 'closed' || (standing.tag === 'complete' && standing.empty)
    return listed ? [{ reporter: id, name, standing, notices: own }] : []
  })
  const names = new Map(register.units.map(({ id, name }) => [id, name]))
  const unsettled = unsettledUnits(submissions?.submissions ?? []).map(({ reporter, reporterName }) => names.get(reporter) ?? reporterName)
  return { known: submissions !== null, unsettled, units: units.sort((a, b) => ORDER[a.standing.tag] - ORDER[b.standing.tag]) }
}

const ORDER: Readonly<Record<Standing['tag'], number>> = { owes: 0, unknown: 0, closed: 1, complete: 2 }

/** A unit that is not asked to report owes nothing; one that reported in time and got it back is not overdue. */
function standingOf(unit: UnitSubmission | undefined, period: PeriodInfo, today: string): Standing {
  if (unit === undefined || unit.timeliness === null) return { tag: 'complete', empty: false }
  const { said, saidAt, receipt, openUntil, deadline, timeliness, required, reported } = unit
  if (said === 'complete') return { tag: 'complete', empty: required > 0 && reported === 0 }
  const why = sendingClosed(period, { openUntil, locked: receipt === 'locked' }, today)
  if (why !== null) return { tag: 'closed', why }
  const returned = receipt === 'returned'
  const wasInTime = returned && saidAt !== null && chinaDay(saidAt) <= deadline
  return { tag: 'owes', returned, overdue: timeliness === 'missing' && !wasInTime, deadline }
}

/** The list as a text to send: who owes a report and can still send it, then who cannot; or where that is not known, who was noted. */
export function chaseList(period: PeriodInfo, { units, known }: Pick<Chase, 'units' | 'known'>, words: ChaseWords): string {
  const of = (tag: Standing['tag']): readonly ChasedUnit[] => units.filter(({ standing }) => standing.tag === tag)
  const [owing, closed, noted] = [of('owes'), of('closed'), of('unknown')]
  const empty = units.filter(({ standing }) => standing.tag === 'complete' && standing.empty)
  const lines = (some: readonly ChasedUnit[]): string[] => some.map((unit, index) => words.unit(index + 1, unit, period))
  return [
    words.title(period.id),
    words.deadlines(period.softDeadline, period.hardDeadline),
    ...(owing.length > 0 ? [words.due(owing.length), ...lines(owing)] : []),
    ...(closed.length > 0 ? [words.closed(closed.length), ...lines(closed)] : []),
    ...(noted.length > 0 ? [words.noted(noted.length), ...lines(noted)] : []),
    ...(known ? [] : [words.unknown]),
    ...(known && owing.length + closed.length === 0 ? [words.none] : []),
    ...(empty.length > 0 ? [words.empty(empty.map(({ name }) => name).join(words.separator))] : []),
  ].join('\n')
}
