import { describe, expect, it } from 'vitest'
import { withoutDates } from '../../../../shared/report/prefill/withoutDates.ts'

describe('withoutDates', () => {
  it.each([
    ['截至2021年5月26日', '截至2021年　月　日'],
    ['截止5月底完成情况', '截止　月　日完成情况'],
    ['截至时间：2021年5月26日', '截至时间：2021年　月　日'],
    ['填报日期：2021.5.26', '填报日期：'],
    ['制表时间: 2021年 5月 26日', '制表时间: '],
  ])('%s becomes %s', (text, undated) => expect(withoutDates(text)).toBe(undated))

  it.each(['完成时限：2021年12月31日', '三政办〔2021〕12号', '2021年老旧小区改造进展情况表'])('%s is no day of the period', (text) =>
    expect(withoutDates(text)).toBe(text),
  )
})
