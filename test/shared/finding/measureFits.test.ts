import { describe, expect, it } from 'vitest'
import { measureFits } from '../../../shared/finding/measureFits.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'

describe('measureFits', () => {
  it.each([
    ['2.1.a', '场', true],
    ['2.1.a', '个', false],
    ['5.a', '座', true],
    ['3.b', '个', true],
    ['3.b', '栋', false],
    ['5.a', '栋', true],
    ['4.a', '个', false],
    ['4.a', '人', false],
    ['8.1.a', '例', true],
    ['8.1.a', '户', false],
    ['8.1.c', '例', true],
    ['8.1.c', '%', true],
    ['7.1.a', '元', false],
    ['7.1.a', '千米', true],
    ['7.1.a', '没见过', false],
    ['1.d', '没见过', true],
  ])('lets %s be counted in %s: %s', (id, word, fits) => {
    const indicator = register2021.indicators.find((one) => one.id === id)
    expect(indicator && measureFits(register2021, word, indicator)).toBe(fits)
  })
})
