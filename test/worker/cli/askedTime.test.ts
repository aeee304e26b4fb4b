import { describe, expect, it, test } from 'vitest'
import { askDays, askMonths, askYears } from '../../../worker/cli/askedTime.ts'
import { WrongUse } from '../../../worker/cli/commandLine.ts'

describe('a command takes', () => {
  it('what there is, and what was not given', () => {
    expect(() => askDays({ on: '2021-05-31', today: '2024-02-29', date: undefined })).not.toThrow()
    expect(() => askMonths({ period: '2021-12' })).not.toThrow()
    expect(() => askYears({ year: '2021' })).not.toThrow()
  })

  test.each(['2021-02-30', '2021-02-29', '2021-5-31', '2021-13-01', '2021-00-10', '下周', '昨天', '', ' 2021-05-31', '2021-05-31T00:00'])(
    'no day %j',
    (on) => expect(() => askDays({ on })).toThrow(WrongUse),
  )
  test.each(['2021-13', '2021-5', '21-05', '5月', '2021-05-01', '1021-05', ''])('no month %j', (period) =>
    expect(() => askMonths({ period })).toThrow(WrongUse),
  )
  test.each(['21', '二一', '2021年', ''])('no year %j', (year) => expect(() => askYears({ year })).toThrow(WrongUse))

  it('and names the option that is wrong', () => {
    expect(() => askDays({ on: '2021-05-31', 'printed-on': '昨天' })).toThrow('--printed-on 昨天 is not a day as 2021-05-31.')
  })
})
