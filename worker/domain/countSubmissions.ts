import { cityRows } from '../../shared/consolidation/cityRows.ts'
import { completeness, type UnitPeriod } from '../../shared/consolidation/completeness.ts'
import type { FoldRow } from '../../shared/consolidation/foldRow.ts'
import { judgedOn } from '../../shared/consolidation/judgedOn.ts'
import { reporterStatus } from '../../shared/consolidation/reporterStatus.ts'
import type { Register } from '../../shared/register/register.ts'
import type { PeriodInfo } from '../../shared/wire/period.ts'
import type { SubmissionsAnswer } from '../../shared/wire/submission.ts'
import type { ListedSubmission } from '../store/submissions.ts'

/** The counts of the consolidated answer, by the same function, so that two screens never disagree; and every unit's state that must report or did. `today` is China's day. */
export function countSubmissions(
  { all, rows }: { readonly all: readonly ListedSubmission[]; readonly rows: readonly FoldRow[] },
  register: Register,
  { id: period, softDeadline }: Pick<PeriodInfo, 'id' | 'softDeadline'>,
  today: string,
): SubmissionsAnswer {
  const reporters = reporterStatus(cityRows(register, rows, period, { on: judgedOn(today, softDeadline) }))
  const statuses = new Map(reporters.map((one) => [one.reporter, one]))
  const { units, counts } = completeness(reporters, all.map(unitPeriod), softDeadline, today)
  return {
    ...counts,
    submissions: all
      .map(({ extendedTo: _extended, countedAt: _counted, ...one }) => {
        const { required = 0, reported = 0 } = statuses.get(one.reporter) ?? {}
        const timeliness = units.get(one.reporter)?.timeliness ?? null
        return { ...one, timeliness, required, reported }
      })
      .filter(({ timeliness, version, rows }) => timeliness !== null || version > 0 || rows > 0),
  }
}

const unitPeriod = ({ reporter, said, countedAt, extendedTo, receipt }: ListedSubmission): UnitPeriod => ({
  reporter,
  completeAt: said === 'complete' ? countedAt : null,
  extendedTo,
  returned: receipt === 'returned',
})
