import type { Register } from '../../../shared/register/register.ts'
import type { Notice } from '../../../shared/wire/administration.ts'
import type { PeriodInfo } from '../../../shared/wire/period.ts'
import type { SubmissionsAnswer } from '../../../shared/wire/submission.ts'

/** A unit that was reminded, or is to be; `open` null where whether it has reported since is not this person's to know. */
export interface ChasedUnit {
  readonly reporter: string
  readonly name: string
  readonly open: boolean | null
  readonly notices: readonly Pick<Notice, 'kind' | 'at'>[]
}

/** The words of the list, in the language of the person who copies it. */
export interface ChaseWords {
  title(period: string): string
  deadlines(soft: string, hard: string): string
  due(count: number): string
  noted(count: number): string
  readonly none: string
  unit(number: number, name: string, kinds: readonly Notice['kind'][]): string
}

/** Units with a notice or without a report, in the register's order; those that still owe their report first. */
export function chasedUnits(register: Register, notices: readonly Notice[], submissions: SubmissionsAnswer | null): readonly ChasedUnit[] {
  const states = new Map(submissions?.submissions.map((one) => [one.reporter, one]))
  const units = register.units.map(({ id, name }): ChasedUnit => {
    const state = states.get(id)
    return {
      reporter: id,
      name,
      open: submissions === null ? null : state?.timeliness === 'waiting' || state?.timeliness === 'missing',
      notices: notices.filter(({ reporter }) => reporter === id).map(({ kind, at }) => ({ kind, at })),
    }
  })
  const listed = units.filter((unit) => unit.open === true || unit.notices.length > 0)
  return [...listed.filter(({ open }) => open !== false), ...listed.filter(({ open }) => open === false)]
}

/** The list as a text to send: who still owes a report, or where that is not known, who was noted. */
export function chaseList(period: PeriodInfo, units: readonly ChasedUnit[], words: ChaseWords): string {
  // Where it is not known who has reported since, everybody who was noted is listed: a call too many does less harm than one too few.
  const owing = units.filter(({ open }) => open !== false)
  const known = units.some(({ open }) => open !== null)
  return [
    words.title(period.id),
    words.deadlines(period.softDeadline, period.hardDeadline),
    owing.length === 0 ? words.none : known ? words.due(owing.length) : words.noted(owing.length),
    ...owing.map(({ name, notices }, index) =>
      words.unit(
        index + 1,
        name,
        notices.map(({ kind }) => kind),
      ),
    ),
  ].join('\n')
}
