import { expect, test } from 'vitest'
import { filterIndicators } from '../../../../addin/flow/city/filterIndicators.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { demoConsolidation } from '../../../../worker/cli/demo/demoConsolidation.ts'

const { indicators } = demoConsolidation()
const ids = (light: Parameters<typeof filterIndicators>[2], search: string) =>
  filterIndicators(indicators, register2021, light, search).map(({ indicator }) => indicator.id)

test('without a light and a word, every indicator in the register’s order', () => {
  expect(ids(null, ' ')).toEqual(register2021.indicators.map(({ id }) => id))
})

test.for([
  ['red', '', ['2.2.a', '8.3.a']],
  [null, '7.1', ['7.1.a', '7.1.b', '7.1.c']],
  [null, '农村公路', ['7.1.a']],
  ['green', '交通运输局', ['7.1.a', '7.1.b', '7.1.c']],
  ['blue', '', []],
  [null, '没有这样的指标', []],
] as const)('%s lights with “%s”', ([light, search, expected]) => {
  expect(ids(light, search)).toEqual(expected)
})

test('a light that a coordinator put is the one that counts', () => {
  const override = { light: 'blue', reason: '已验收', by: '督查室', at: '2021-05-31T00:00:00Z' } as const
  const put = indicators.map((one) => (one.indicator === '2.2.a' && one.light ? { ...one, light: { ...one.light, override } } : one))
  expect(filterIndicators(put, register2021, 'blue', '').map(({ indicator }) => indicator.id)).toEqual(['2.2.a'])
})
