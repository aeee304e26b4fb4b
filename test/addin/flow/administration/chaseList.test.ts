import { expect, test } from 'vitest'
import { type Chase, chaseList, chaseOf } from '../../../../addin/flow/administration/chaseList.ts'
import { administrationZhCN } from '../../../../addin/pane/text/administrationZhCN.ts'
import { register2021 as register } from '../../../../shared/register/year2021/register2021.ts'
import type { Notice } from '../../../../shared/wire/administration.ts'
import type { PeriodInfo } from '../../../../shared/wire/period.ts'
import type { UnitSubmission } from '../../../../shared/wire/submission.ts'
import { may } from '../../fakeAnswers.ts'
import { blankSubmission } from '../../fakeUnitPeriods.ts'

const words = administrationZhCN.periods.chaseWords
const notice = (reporter: string, kind: Notice['kind']): Notice => ({ period: '2021-05', reporter, kind, at: '2021-05-28T00:00:00Z' })
const unit = (reporter: string, state: Partial<UnitSubmission> = {}): UnitSubmission => ({
  ...blankSubmission,
  reporter,
  timeliness: state.said === 'complete' ? 'onTime' : 'waiting',
  deadline: may.softDeadline,
  required: 2,
  reported: 1,
  rows: 1,
  rowsOnBehalf: 0,
  lastAt: null,
  ...state,
})
const complete = { said: 'complete', saidAt: '2021-05-28T00:00:00Z' } as const
const counts = { due: 0, reported: 0, partial: 0, unreported: 0, onTime: 0, late: 0 }
const chase = (units: readonly UnitSubmission[] | null, notices: readonly Notice[] = [], period: PeriodInfo = may, today = '2021-05-29') =>
  chaseOf({ register, period, notices, submissions: units && { ...counts, submissions: [...units] }, today })
const standings = ({ units }: Chase) => units.map(({ reporter, standing }) => [reporter, standing.tag])

test('who still owes the report comes first, whether or not there was a notice; a notice is no sending', () => {
  const notices = [notice('jiaotong', 'reminder'), notice('minzheng', 'reminder')]
  const notDue = unit('wenlv', { timeliness: null })
  const found = chase([unit('jiaotong', complete), unit('minzheng'), unit('gongan'), notDue], notices)
  expect(standings(found)).toEqual([
    ['minzheng', 'owes'],
    ['gongan', 'owes'],
    ['jiaotong', 'complete'],
  ])
  expect(chaseList(may, found, words)).toBe(
    [
      '【催办】2021年5月重点民生实事进展报送',
      '报送截止：2021年5月31日；最迟报送：2021年6月5日。',
      '以下 2 个单位尚未报送完成，请抓紧报送：',
      '1. 市民政局（已登记提醒）',
      '2. 市公安局',
    ].join('\n'),
  )
})

// C7: 已逾期 goes by the deadline that is the unit's own now, whatever was noted before.
test.each<[string, Partial<UnitSubmission>, string]>([
  ['late', { timeliness: 'missing' }, '1. 市民政局（已逾期）'],
  ['more time, and a notice from before', { deadline: '2021-06-04' }, '1. 市民政局（延期至6月4日）'],
  ['more time that is over', { timeliness: 'missing', deadline: '2021-06-01' }, '1. 市民政局（已逾期，延期至6月1日）'],
  ['returned', { receipt: 'returned', reason: '请核对', saidAt: '2021-06-02T00:00:00Z', timeliness: 'missing' }, '（已退回待改，已逾期）'],
  // C8: the report was there in time.
  ['returned, complete in time', { receipt: 'returned', saidAt: '2021-05-31T15:59:00Z', timeliness: 'missing' }, '市民政局（已退回待改）'],
])('of a unit that owes it: %s', (_, state, line) => {
  const found = chase([unit('minzheng', state)], [notice('minzheng', 'softDeadlinePassed')], may, '2021-06-03')
  expect(chaseList(may, found, words)).toContain(line)
})

test.each<[string, Partial<UnitSubmission>, PeriodInfo, string]>([
  ['a locked period', {}, { ...may, state: 'locked' }, '期次已锁定'],
  ['a locked unit', { receipt: 'locked' }, may, '单位数据已锁定'],
  ['past the last day', { timeliness: 'missing' }, { ...may, hardDeadline: '2021-06-02' }, '已过最迟报送日'],
])('nobody is chased for what they cannot send: %s', (_, state, period, why) => {
  const found = chase([unit('minzheng', state)], [], period, '2021-06-03')
  expect(standings(found)).toEqual([['minzheng', 'closed']])
  const text = chaseList(period, found, words)
  expect(text).not.toContain('请抓紧报送')
  expect(text).toContain(`1. 市民政局（${why}）`)
  expect(administrationZhCN.periods.standing(found.units[0]?.standing ?? { tag: 'unknown' }, period)).toBe(`未报送完成，${why}`)
})

test('a unit that was let in past the last day is chased until its own', () => {
  const state = { timeliness: 'missing', openUntil: '2021-06-08' } as const
  expect(standings(chase([unit('minzheng', state)], [], may, '2021-06-08'))).toEqual([['minzheng', 'owes']])
  expect(standings(chase([unit('minzheng', state)], [], may, '2021-06-09'))).toEqual([['minzheng', 'closed']])
})

test('where the states are not to be seen, the notices alone are told, and neither that somebody owes nor that nobody does', () => {
  const found = chase(null, [notice('jiaotong', 'hardDeadlinePassed')])
  expect(standings(found)).toEqual([['jiaotong', 'unknown']])
  const text = chaseList(may, found, words)
  expect(text).toContain('以下 1 个单位有登记：\n1. 市交通运输局（已登记截止未报）')
  expect(text).not.toContain('尚未')
  const empty = chaseList(may, chase(null), words)
  expect(empty).toContain('没有登记，不等于已经报送。')
  expect(empty).not.toContain('均已')
})

test('when everybody has said complete the list says so, and names who has nothing stored', () => {
  const found = chase([unit('jiaotong', complete), unit('minzheng', { ...complete, reported: 0 })])
  expect(standings(found)).toEqual([['minzheng', 'complete']])
  expect(chaseList(may, found, words)).toContain('应报单位均已确认报送完成。\n其中没有存入数据的：市民政局。')
})

test('a notice is a note of the city’s day', () => {
  expect(administrationZhCN.periods.notice('reminder', '2021-05-27T22:00:00Z')).toBe('5月28日登记提醒')
})
