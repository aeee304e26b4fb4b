import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureScale } from '../../../shared/quantity/measureScale.ts'
import { parsePercent } from '../../../shared/quantity/parsePercent.ts'
import { judgePercent, percentOf } from '../../../shared/quantity/percent.ts'
import { divideRounded, roundTo } from '../../../shared/quantity/round.ts'
import { asScaled, decimalFromScaled, scaledFromDecimal } from '../../../shared/quantity/scaled.ts'

const figure = (decimal: string) => scaledFromDecimal(decimal) ?? asScaled(0)

describe('percentOf', () => {
  it.each([
    ['146', '300', 2, 'halfUp', '48.67'],
    ['146', '300', 0, 'halfUp', '49'],
    ['123', '280', 2, 'halfUp', '43.93'],
    ['130', '300', 2, 'halfUp', '43.33'],
    ['1110', '1500', 2, 'halfUp', '74'],
    ['12.5', '20', 0, 'halfUp', '63'],
    ['12.5', '20', 0, 'halfEven', '62'],
    ['6201', '6173', 2, 'halfUp', '100.45'],
    ['-1', '8', 0, 'halfUp', '-13'],
  ] as const)('gives %s of %s at %i decimals %s as %s', (part, whole, decimals, rounding, points) => {
    const got = percentOf(figure(part), figure(whole), decimals, rounding)
    expect(got !== undefined && decimalFromScaled(got)).toBe(points)
  })

  it('has no percentage of nothing', () => {
    expect(percentOf(figure('1'), figure('0'))).toBeUndefined()
  })
})

describe('judgePercent', () => {
  it.each([
    ['48.67', 2, '146', '300', 'right'],
    ['48', 0, '146', '300', 'oneOff'],
    ['44', 0, '123', '280', 'right'],
    ['43.34', 2, '130', '300', 'oneOff'],
    ['62', 0, '12.5', '20', 'right'],
    ['63', 0, '12.5', '20', 'right'],
    ['98.4', 1, '689', '700', 'right'],
    ['52', 0, '146', '300', 'wrong'],
    ['0.49', 2, '146', '300', 'wrong'],
    ['200', 0, '10400', '5200', 'right'],
    ['5', 0, '1', '0', undefined],
  ] as const)('judges %s at %i decimals for %s of %s: %s', (stated, decimals, part, whole, verdict) => {
    expect(judgePercent(figure(stated), decimals, figure(part), figure(whole))).toBe(verdict)
  })

  it('finds every correctly rounded percentage right and the next one of its precision not', () => {
    const amounts = fc.integer({ min: 1, max: 1e9 })
    fc.assert(
      fc.property(amounts, amounts, fc.integer({ min: 0, max: 3 }), fc.constantFrom('halfUp', 'halfEven'), (n, d, decimals, rounding) => {
        const part = asScaled(n)
        const whole = asScaled(d)
        const stated = percentOf(part, whole, decimals, rounding)
        if (stated === undefined) return
        expect(judgePercent(stated, decimals, part, whole)).toBe('right')
        expect(judgePercent(asScaled(stated + 2 * 10 ** (4 - decimals)), decimals, part, whole)).not.toBe('right')
      }),
    )
  })
})

describe('roundTo', () => {
  it.each([
    ['2.5', 0, 'halfUp', '3'],
    ['2.5', 0, 'halfEven', '2'],
    ['3.5', 0, 'halfEven', '4'],
    ['-2.5', 0, 'halfUp', '-3'],
    ['1.2345', 4, 'halfUp', '1.2345'],
    ['1.2345', 2, 'halfUp', '1.23'],
  ] as const)('rounds %s to %i decimals %s: %s', (decimal, decimals, rounding, rounded) => {
    expect(decimalFromScaled(roundTo(figure(decimal), decimals, rounding))).toBe(rounded)
  })

  it('divides as whole numbers do', () => {
    expect(divideRounded(7n, 2n, 'halfUp')).toBe(4n)
    expect(divideRounded(7n, 2n, 'halfEven')).toBe(4n)
    expect(divideRounded(5n, -2n, 'halfEven')).toBe(-2n)
  })
})

describe('parsePercent', () => {
  it.each([
    [0.4334, '0.00%', undefined, '43.34', 2, true],
    [0.03, '0%', undefined, '3', 0, true],
    ['62.5%', 'General', undefined, '62.5', 1, undefined],
    ['１４.６％', '@', undefined, '14.6', 1, undefined],
    ['百分之三十', 'General', undefined, '30', 0, undefined],
    [48.67, 'General', undefined, '48.67', 2, undefined],
    [0.4867, 'General', undefined, '48.67', 2, true],
    [0.9, 'General', '0.9', '0.9', 1, undefined],
    [1.0571, 'General', '105.71', '105.71', 2, true],
    [1, 'General', undefined, '100', 0, true],
    [0, 'General', undefined, '0', 0, undefined],
    [1 / 3, '0.00%', undefined, '33.33', 2, true],
    [26.693181818, '0.00', undefined, '26.69', 2, undefined],
  ])('reads %j under %s (expected %s) as %s points, %i decimals', (cell, format, expected, points, decimals, fraction) => {
    const parsed = parsePercent(cell, { format, expected: expected === undefined ? undefined : figure(expected) })
    expect(parsed && decimalFromScaled(parsed.value)).toBe(points)
    expect(parsed?.decimals).toBe(decimals)
    expect(parsed?.fraction).toBe(fraction)
  })

  it.each(['—', '', '41公里', null, '#DIV/0!'])('reads no percentage in %j', (cell) => {
    expect(parsePercent(cell)).toBeUndefined()
  })
})

describe('measureScale', () => {
  it.each([
    ['万人', '人', 10_000],
    ['亿元', '元', 100_000_000],
    ['（万元）', '元', 10_000],
    ['万', '', 10_000],
    ['千米', '千米', 1],
    [' 公 里 ', '公里', 1],
  ])('splits %s into %s × %i', (label, base, scale) => {
    expect(measureScale(label)).toEqual({ base, scale })
  })
})
