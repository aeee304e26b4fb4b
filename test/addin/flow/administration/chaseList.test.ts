import { expect, test } from 'vitest'
import { chasedUnits, chaseList } from '../../../../addin/flow/administration/chaseList.ts'
import { administrationZhCN } from '../../../../addin/pane/text/administrationZhCN.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import type { Notice } from '../../../../shared/wire/administration.ts'
import type { SubmissionsAnswer, UnitSubmission } from '../../../../shared/wire/submission.ts'
import { may } from '../../fakeAnswers.ts'

const words = administrationZhCN.periods.chaseWords
const notice = (reporter: string, kind: Notice['kind']): Notice => ({ period: '2021-05', reporter, kind, at: '2021-05-28T00:00:00Z' })
const unit = (reporter: string, said: 'draft' | 'complete', due = true) =>
  ({ reporter, said, timeliness: due ? (said === 'complete' ? 'onTime' : 'waiting') : null }) as UnitSubmission
const submissions = (...all: UnitSubmission[]) => ({ submissions: all }) as unknown as SubmissionsAnswer

test('who still owes the report comes first, whether or not there was a notice; who has reported since is told so', () => {
  const notices = [notice('jiaotong', 'reminder'), notice('minzheng', 'reminder'), notice('minzheng', 'softDeadlinePassed')]
  const units = chasedUnits(
    register2021,
    notices,
    submissions(unit('jiaotong', 'complete'), unit('minzheng', 'draft'), unit('gongan', 'draft'), unit('wenlv', 'draft', false)),
  )
  expect(units.map(({ reporter, open }) => [reporter, open])).toEqual([
    ['minzheng', true],
    ['gongan', true],
    ['jiaotong', false],
  ])
  expect(chaseList(may, units, words)).toBe(
    [
      '【催办】2021年5月重点民生实事进展报送',
      '报送截止：2021年5月31日；最迟接收：2021年6月5日。',
      '以下 2 个单位尚未报送完成，请抓紧报送：',
      '1. 市民政局（已逾期）',
      '2. 市公安局',
    ].join('\n'),
  )
})

test('where the states are not to be seen, the notices alone are told, and not that somebody still owes', () => {
  const units = chasedUnits(register2021, [notice('jiaotong', 'hardDeadlinePassed')], null)
  expect(units).toMatchObject([{ reporter: 'jiaotong', open: null }])
  const text = chaseList(may, units, words)
  expect(text).toContain('以下 1 个单位已登记提醒：\n1. 市交通运输局（已过最迟接收日）')
  expect(text).not.toContain('尚未')
})

test('when everybody has reported the list says so', () => {
  expect(chaseList(may, chasedUnits(register2021, [], submissions(unit('jiaotong', 'complete'))), words)).toContain('各单位均已报送。')
})
