import { expect, test } from 'vitest'
import { nextStep, reasonOf } from '../../../../addin/flow/unit/nextStep.ts'
import { filterUnits, UNIT_FILTERS } from '../../../../addin/flow/unit/unitFilter.ts'
import type { Submission, UnitSubmission } from '../../../../shared/wire/submission.ts'
import { blankSubmission } from '../../fakeUnitPeriods.ts'

const steps: readonly (readonly [Partial<Submission>, string, string | null])[] = [
  [{}, 'clerk', null],
  [{ receipt: 'returned', reason: '请核对' }, 'correct', 'returned'],
  [{ reason: '里程不对' }, 'correct', 'sentBack'],
  [{ receipt: 'received', reason: '里程不对' }, 'correct', 'sentBack'],
  [{ said: 'complete' }, 'review', null],
  [{ said: 'complete', signOff: 'reviewed' }, 'approve', null],
  [{ said: 'complete', signOff: 'approved' }, 'receive', null],
  [{ said: 'complete', receipt: 'received' }, 'accept', null],
  [{ said: 'complete', signOff: 'approved', receipt: 'accepted' }, 'lock', null],
  [{ said: 'complete', signOff: 'approved', receipt: 'accepted', reason: '核实有误' }, 'lock', 'unlocked'],
  [{ said: 'complete', signOff: 'approved', receipt: 'locked' }, 'done', null],
]
test.for(steps)('at %j it is the turn of %s, and the reason is of %s', ([state, step, by]) => {
  const submission = { ...blankSubmission, ...state }
  expect(nextStep(submission, null)).toBe(step)
  expect(reasonOf(submission)?.by ?? null).toBe(by)
})

test('nobody is waited for who does not exist, or who can send nothing (F8, F9)', () => {
  expect(nextStep({ ...blankSubmission, said: 'complete', hasReviewer: false }, null)).toBe('unreviewed')
  expect(nextStep(blankSubmission, 'periodLocked')).toBe('periodLocked')
  expect(nextStep({ ...blankSubmission, reason: '请核对' }, 'lastDayPassed')).toBe('lastDayPassed')
  expect(nextStep({ ...blankSubmission, said: 'complete' }, 'lastDayPassed')).toBe('review')
})

const unit = (reporter: string, state: Partial<UnitSubmission>): UnitSubmission => ({
  ...blankSubmission,
  reporter,
  timeliness: 'waiting',
  deadline: '2021-05-31',
  required: 2,
  reported: 0,
  rows: 0,
  rowsOnBehalf: 0,
  lastAt: null,
  ...state,
})
const units = [
  unit('silent', {}),
  unit('overdue', { timeliness: 'missing' }),
  unit('voluntary', { timeliness: null, required: 0 }),
  unit('half', { reported: 1, rows: 1 }),
  unit('empty', { said: 'complete', timeliness: 'waiting' }),
  unit('inTime', { said: 'complete', timeliness: 'onTime', reported: 2 }),
  unit('late', { said: 'complete', timeliness: 'late', receipt: 'received', reported: 1 }),
  unit('returned', { receipt: 'returned', reason: '请核对', reported: 2 }),
  unit('locked', { said: 'complete', timeliness: 'onTime', receipt: 'locked', reported: 2 }),
]
const expected: Readonly<Record<(typeof UNIT_FILTERS)[number], readonly string[]>> = {
  all: units.map(({ reporter }) => reporter),
  unreported: ['silent', 'overdue', 'empty'],
  partial: ['half', 'late'],
  late: ['late'],
  toReceive: ['empty', 'inTime'],
  toAccept: ['late'],
  returned: ['returned'],
}
test.for(UNIT_FILTERS)('the list narrowed to %s', (filter) => {
  expect(filterUnits(units, filter).map(({ reporter }) => reporter)).toEqual(expected[filter])
})
