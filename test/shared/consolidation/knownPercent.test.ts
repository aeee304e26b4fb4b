import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knownPercent } from '../../../shared/consolidation/knownPercent.ts'
import { sumOf } from '../../../shared/consolidation/sumOf.ts'
import { asScaled } from '../../../shared/quantity/scaled.ts'

describe('knownPercent', () => {
  it.each([
    [146, 300, 486_700],
    [1110, 1500, 740_000],
    [123, 280, 439_300],
    [689, 700, 984_300],
    [1, 8, 125_000],
    [1, 800, 1_300],
    [-1, 800, -1_300],
    [0, 5, 0],
    // not met, were it only by a little: 100 is said of what is reached
    [99_998, 100_000, 999_900],
    [99_999_999, 100_000_000, 999_900],
    [100_000, 100_000, 1_000_000],
    [100_001, 100_000, 1_000_000],
  ])('%i of %i', (part, whole, percent) => expect(knownPercent(part, whole)).toBe(percent))

  it('calls no rate what it is to be before it is', () => {
    expect(knownPercent(599_996, 1_000_000, asScaled(600_000))).toBe(599_900)
    expect(knownPercent(600_000, 1_000_000, asScaled(600_000))).toBe(600_000)
    expect(knownPercent(600_040, 1_000_000, asScaled(600_000))).toBe(600_000)
  })

  it('knows none of 0, and none of what is missing', () => {
    expect([knownPercent(5, 0), knownPercent(null, 5), knownPercent(5, undefined)]).toEqual([null, null, null])
  })

  it('is exact for every figure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9e14 }), fc.integer({ min: 1, max: 9e14 }), (part, whole) => {
        const percent = knownPercent(part, whole)
        if (percent === null) return
        if (part < whole && percent === 999_900) return
        const error = 2n * (BigInt(percent) * BigInt(whole) - BigInt(part) * 1_000_000n)
        expect(error <= 100n * BigInt(whole) && error > -100n * BigInt(whole)).toBe(true)
      }),
    )
  })

  it('sums what is there; beyond the range of a figure there is none', () => {
    expect([sumOf([null, 3, undefined, 4]), sumOf([null]), sumOf([8e15, 8e15])]).toEqual([7, null, null])
  })
})
