import { expect, test } from 'vitest'
import { extensionState } from '../../../../addin/flow/unit/extensionState.ts'
import { unitZhCN } from '../../../../addin/pane/text/unitZhCN.ts'
import { may } from '../../fakeAnswers.ts'

const period = { ...may, softDeadline: '2021-05-30', hardDeadline: '2021-06-05' }

// F7: what the server would take, and no more.
test.each<[string, string, boolean, 'open' | 'locked', string, string]>([
  ['past the last day of all', '2021-06-08', false, 'open', '2021-06-07', '已延期，可报到6月8日'],
  ['within it', '2021-06-03', false, 'open', '2021-06-02', '已延期，可报到6月5日'],
  ['its day over, the period still open', '2021-06-03', false, 'open', '2021-06-04', '已延期，可报到6月5日'],
  ['over', '2021-06-08', false, 'open', '2021-06-09', '曾延期至6月8日，已到期'],
  ['under a locked unit', '2021-06-08', true, 'open', '2021-06-02', '曾延期至6月8日，现已锁定'],
  ['under a locked period', '2021-06-08', false, 'locked', '2021-06-02', '曾延期至6月8日，现已锁定'],
])('an extension is said by what it is worth today: %s', (_, openUntil, locked, state, today, words) => {
  const { tag, until } = extensionState({ ...period, state }, { openUntil, locked }, today)
  expect(unitZhCN.extensionStates[tag](until)).toBe(words)
})
