import { completeness, ownDeadline, type UnitPeriod } from '../../shared/consolidation/completeness.ts'
import type { Register } from '../../shared/register/register.ts'
import type { SubmissionsAnswer } from '../../shared/wire/submission.ts'
import type { ListedSubmission } from '../store/submissions.ts'

/** The counts of the consolidated answer, by the same function, so that two screens never disagree; and every unit's state that must report or did. `today` is China's day. */
export function countSubmissions(
  all: readonly ListedSubmission[],
  register: Register,
  softDeadline: string,
  today: string,
): SubmissionsAnswer {
  const { units, counts } = completeness(register, all.map(unitPeriod), softDeadline, today)
  const { due, reported, onTime, late, unreported } = counts
  return {
    due,
    reported,
    onTime,
    late,
    missing: unreported,
    submissions: all
      .map(({ extendedTo, ...one }) => ({
        ...one,
        timeliness: units.get(one.reporter)?.timeliness ?? null,
        deadline: ownDeadline(extendedTo, softDeadline),
      }))
      .filter(({ timeliness, version, rows }) => timeliness !== null || version > 0 || rows > 0),
  }
}

const unitPeriod = ({ reporter, said, saidAt, extendedTo }: ListedSubmission): UnitPeriod => ({
  reporter,
  completeAt: said === 'complete' ? saidAt : null,
  extendedTo,
})
