import { expect, test } from 'vitest'
import { nextStep, reasonOf } from '../../../addin/flow/nextStep.ts'
import { filterUnits, isOverdue, UNIT_FILTERS } from '../../../addin/flow/unitFilter.ts'
import type { Submission, UnitSubmission } from '../../../shared/wire/submission.ts'
import { may } from '../fakes.ts'
import { blankSubmission } from '../fakeUnitPeriods.ts'

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
  expect(nextStep(submission)).toBe(step)
  expect(reasonOf(submission)?.by ?? null).toBe(by)
})

const unit = (reporter: string, state: Partial<UnitSubmission>): UnitSubmission => ({
  ...blankSubmission,
  reporter,
  due: true,
  rows: 0,
  lastAt: null,
  ...state,
})
const units = [
  unit('silent', {}),
  unit('voluntary', { due: false }),
  unit('inTime', { said: 'complete', onTime: true }),
  unit('late', { said: 'complete', onTime: false, receipt: 'received' }),
  unit('returned', { receipt: 'returned', reason: '请核对' }),
  unit('locked', { said: 'complete', onTime: true, receipt: 'locked' }),
]
const expected: Readonly<Record<(typeof UNIT_FILTERS)[number], readonly string[]>> = {
  all: units.map(({ reporter }) => reporter),
  missing: ['silent', 'returned'],
  late: ['late'],
  toReceive: ['inTime'],
  toAccept: ['late'],
  returned: ['returned'],
}
test.for(UNIT_FILTERS)('the list narrowed to %s', (filter) => {
  expect(filterUnits(units, filter).map(({ reporter }) => reporter)).toEqual(expected[filter])
})

const days: readonly (readonly [what: string, state: Partial<UnitSubmission>, today: string, overdue: boolean])[] = [
  ['the deadline’s own day counts whole', {}, '2021-05-31', false],
  ['the day after', {}, '2021-06-01', true],
  ['more time was given', { openUntil: '2021-06-08' }, '2021-06-08', false],
  ['and ran out', { openUntil: '2021-06-08' }, '2021-06-09', true],
  ['an exception of before the deadline takes nothing away', { openUntil: '2021-05-20' }, '2021-05-31', false],
  ['reported', { said: 'complete', onTime: false }, '2021-06-09', false],
  ['not due', { due: false }, '2021-06-09', false],
]
test.for(days)('overdue: %s', ([, state, today, overdue]) => {
  expect(isOverdue(unit('u', state), may, today)).toBe(overdue)
})
