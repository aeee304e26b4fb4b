import { expect, it } from 'vitest'
import { unitBadge } from '../../../../addin/flow/unit/unitBadge.ts'
import { unitZhCN } from '../../../../addin/pane/text/unitZhCN.ts'
import type { UnitSubmission } from '../../../../shared/wire/submission.ts'
import { blankSubmission } from '../../fakeUnitPeriods.ts'

const base: UnitSubmission = {
  ...blankSubmission,
  timeliness: 'missing',
  deadline: '2021-05-30',
  required: 4,
  reported: 0,
  rows: 0,
  rowsOnBehalf: 0,
  lastAt: null,
}
const { units, receipt, said } = unitZhCN
function words(unit: Partial<UnitSubmission>): string {
  const badge = unitBadge({ ...base, ...unit })
  if (badge.tag === 'receipt') return receipt[badge.receipt]
  return badge.tag === 'overdue' ? units.overdue[badge.extent] : said[badge.said]
}

it.each<[Partial<UnitSubmission>, string]>([
  [{}, '逾期未报'],
  [{ rows: 2 }, '逾期未报'],
  [{ said: 'complete' }, '逾期未报'],
  [{ reported: 1, rows: 1 }, '逾期未报齐'],
  [{ reported: 4, rows: 4 }, '逾期未确认'],
  [{ reported: 4, rows: 4, receipt: 'returned' }, '已退回'],
  [{ timeliness: 'waiting' }, '草稿'],
  [{ timeliness: 'onTime', said: 'complete', reported: 4 }, '已报送完成'],
])('says how much is there of who is past its day: %j is %s', (unit, expected) => expect(words(unit)).toBe(expected))

it('says beside it how many of what it must report are not there', () => {
  expect([units.extent('all', 0), units.extent('some', 3), units.extent('none', 4)]).toEqual(['已报齐', '缺 3 项', '应报 4 项均未报'])
})
