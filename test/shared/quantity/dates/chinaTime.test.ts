import { expect, it } from 'vitest'
import { chinaTime } from '../../../../shared/quantity/dates/chinaDay.ts'

it.each([
  ['2021-05-30T17:00:00.000Z', '2021-05-31 01:00'],
  ['2021-05-30T15:59:59.999Z', '2021-05-30 23:59'],
  ['2020-12-31T16:00:00Z', '2021-01-01 00:00'],
  ['2021-05-31T01:00:00+08:00', '2021-05-31 01:00'],
  ['', ''],
  ['昨天', '昨天'],
])('%s is %s in China, wherever the computer is', (at, time) => {
  expect(chinaTime(at)).toBe(time)
})
