import type { Register } from '../../shared/register/register.ts'
import type { SubmissionsAnswer } from '../../shared/wire/submission.ts'
import type { ListedSubmission } from '../store/submissions.ts'

/** The counts that circulars name, of the units that must report; and every unit's state that must report or did. */
export function countSubmissions(all: readonly ListedSubmission[], register: Register | undefined): SubmissionsAnswer {
  const required = new Set(register?.assignments.filter((assignment) => assignment.required).map(({ reporter }) => reporter))
  const due = all.filter(({ reporter }) => required.has(reporter))
  const reported = due.filter(({ said }) => said === 'complete')
  return {
    due: due.length,
    reported: reported.length,
    onTime: reported.filter(({ onTime }) => onTime === true).length,
    late: reported.filter(({ onTime }) => onTime === false).length,
    missing: due.length - reported.length,
    submissions: all
      .map((one) => ({ ...one, due: required.has(one.reporter) }))
      .filter(({ due, version, rows }) => due || version > 0 || rows > 0),
  }
}
