import { describe, expect, it } from 'vitest'
import { nextMonthText } from '../../../../shared/report/prefill/nextMonthText.ts'

describe('nextMonthText', () => {
  it.each([
    ['2021年5月重点民生实事进展情况表', '2021年6月重点民生实事进展情况表'],
    ['1-5月累计完成', '1-6月累计完成'],
    ['1—5月', '1—6月'],
    ['1月至5月', '1月至6月'],
    ['5月份完成数', '6月份完成数'],
    ['五月进展', '六月进展'],
    ['5月', '6月'],
    ['截至5月', '截至6月'],
  ])('%s becomes %s', (text, next) => {
    expect(nextMonthText(text, '2021-05', false)).toBe(next)
    expect(nextMonthText(text, '2021-05', true)).toBe(next)
  })

  it.each(['5月底前完成', '5月26日召开', '2020年5月结转', '15月', '6月完成', '三政办〔2021〕5号', '5月中旬', '0.5月', '目标5万户'])(
    '%s is another time, or none',
    (text) => expect([false, true].map((isHeading) => nextMonthText(text, '2021-05', isHeading))).toEqual([text, text]),
  )

  it('moves the month before in a heading alone', () => {
    expect(nextMonthText('4月累计', '2021-05', true)).toBe('5月累计')
    expect(nextMonthText('4月累计', '2021-05', false)).toBe('4月累计')
    expect(nextMonthText('上月（4月）数', '2021-05', true)).toBe('上月（5月）数')
  })

  it('has ten and eleven, and leaves December, whose next month is of another register', () => {
    expect(nextMonthText('十月', '2021-10', false)).toBe('十一月')
    expect(nextMonthText('2021年9月', '2021-09', false)).toBe('2021年10月')
    expect(nextMonthText('2021年12月', '2021-12', true)).toBe('2021年12月')
  })
})
