import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePercent } from '../../../shared/quantity/parsePercent.ts'
import { exactScaled, isPlainPercentage, pointsOf } from '../../../shared/quantity/plainFigures.ts'
import { scaledFromDecimal } from '../../../shared/quantity/scaled.ts'
import { shortestDecimal } from '../../../shared/quantity/shortestDecimal.ts'

const decimals = fc
  .tuple(fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => digits / 10 ** places)

describe('a number without a text of it', () => {
  it('is the figure of its shortest decimal, or none', () => {
    fc.assert(
      fc.property(fc.oneof(decimals, fc.double(), fc.integer()), (value) => {
        const quick = exactScaled(value)
        if (quick !== undefined) expect(quick).toBe(scaledFromDecimal(shortestDecimal(value)))
      }),
      { numRuns: 5000 },
    )
  })

  it.each([
    [12, 120_000],
    [12.5, 125_000],
    [0.0001, 1],
    [-3, -30_000],
    [0.1 + 0.2, undefined],
    [0.00001, undefined],
    [1e11, undefined],
    [Number.NaN, undefined],
  ])('%s is %s', (value, scaled) => {
    expect(exactScaled(value)).toBe(scaled)
  })
})

describe('a usual percentage', () => {
  it.each(['48.67%', '0%', '100%', 48.67, 0, 105.71])('%s is taken at a glance', (value) => {
    expect(isPlainPercentage(value) && pointsOf(value)).toBe(parsePercent(value)?.value)
  })

  it.each(['48.67', '１４.６％', '约48%', '48 %', '.5%', '1.23456%', 1.5, 0.4867, 33.33333, -1, true, null])('%s is not', (value) => {
    expect(isPlainPercentage(value)).toBe(false)
  })
})
