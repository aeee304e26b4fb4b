import { expect, test } from 'vitest'
import type { Role } from '../../../shared/wire/session.ts'
import { allowedActs, type SubmissionState } from '../../../shared/wire/submissionActs.ts'

const state = (said: SubmissionState['said'], signOff: SubmissionState['signOff'], receipt: SubmissionState['receipt']) => ({
  said,
  signOff,
  receipt,
})

const cases: readonly (readonly [SubmissionState, Role, readonly string[]])[] = [
  [state('draft', 'none', 'none'), 'clerk', ['complete', 'take-over']],
  [state('draft', 'none', 'returned'), 'clerk', ['complete', 'take-over']],
  [state('complete', 'none', 'none'), 'clerk', ['redraft', 'take-over']],
  [state('complete', 'reviewed', 'none'), 'clerk', ['take-over']],
  [state('complete', 'none', 'none'), 'reviewer', ['review', 'send-back']],
  [state('complete', 'reviewed', 'received'), 'reviewer', ['approve', 'send-back']],
  [state('draft', 'none', 'none'), 'reviewer', []],
  [state('complete', 'approved', 'none'), 'coordinator', ['receive', 'return']],
  [state('complete', 'approved', 'received'), 'coordinator', ['return', 'accept']],
  [state('complete', 'approved', 'accepted'), 'coordinator', ['return', 'lock']],
  [state('complete', 'approved', 'locked'), 'coordinator', ['unlock']],
  [state('complete', 'approved', 'locked'), 'clerk', ['take-over']],
  [state('complete', 'approved', 'none'), 'auditor', []],
]
test.for(cases)('at %j a %s may %j', ([at, role, acts]) => {
  expect(allowedActs(at, role, role !== 'coordinator')).toEqual(acts)
})

test("a clerk or a reviewer of another unit may do nothing to this unit's period", () => {
  expect(allowedActs(state('draft', 'none', 'none'), 'clerk', false)).toEqual([])
  expect(allowedActs(state('complete', 'none', 'none'), 'reviewer', false)).toEqual([])
})
