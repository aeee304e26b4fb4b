import { expect, test } from 'vitest'
import { type PeriodStatus, periodStatus } from '../../../../addin/flow/session/periodStatus.ts'
import { zhCN } from '../../../../addin/pane/text/zh-CN.ts'
import { may } from '../../fakeAnswers.ts'
import { blankSubmission } from '../../fakeUnitPeriods.ts'

const period = { ...may, softDeadline: '2021-05-30', hardDeadline: '2021-06-05' }
const own = { ...blankSubmission, deadline: '2021-05-30' }

// G10: what the head of the pane says is what the server does.
test.each<[string, Partial<typeof period>, Partial<typeof own> | null, string, PeriodStatus, string]>([
  ['before the deadline', {}, null, '2021-05-29', { tag: 'open', deadline: '2021-05-30' }, '填报中，5月30日截止'],
  ['on its day', {}, {}, '2021-05-30', { tag: 'open', deadline: '2021-05-30' }, '填报中，5月30日截止'],
  ['after it', {}, {}, '2021-05-31', { tag: 'late', deadline: '2021-05-30', last: '2021-06-05' }, '5月30日报送截止已过，最迟报送6月5日'],
  ['after the last day', {}, {}, '2021-06-06', { tag: 'over', last: '2021-06-05' }, '最迟报送日（6月5日）已过'],
  [
    'a later day of its own',
    {},
    { deadline: '2021-06-03', openUntil: '2021-06-03' },
    '2021-06-02',
    { tag: 'extended', deadline: '2021-06-03' },
    '填报中，本单位延期至6月3日',
  ],
  [
    'let in after the last day',
    {},
    { openUntil: '2021-06-08' },
    '2021-06-07',
    { tag: 'late', deadline: '2021-05-30', last: '2021-06-08' },
    '5月30日报送截止已过，最迟报送6月8日',
  ],
  ['and that day over', {}, { openUntil: '2021-06-08' }, '2021-06-09', { tag: 'over', last: '2021-06-08' }, '最迟报送日（6月8日）已过'],
  ['a locked unit', {}, { receipt: 'locked' }, '2021-05-29', { tag: 'unitLocked' }, '本单位数据已锁定'],
  ['a locked period', { state: 'locked' }, { openUntil: '2021-06-08' }, '2021-05-29', { tag: 'locked' }, '已锁定'],
])('%s', (_, days, unit, today, status, words) => {
  const found = periodStatus({ ...period, ...days }, unit && { ...own, ...unit }, today)
  expect(found).toEqual(status)
  expect(zhCN.period.status(found)).toBe(words)
})
