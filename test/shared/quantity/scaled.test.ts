import { describe, expect, it } from 'vitest'
import { asScaled, decimalFromScaled, scaledFromDecimal } from '../../../shared/quantity/scaled.ts'

describe('scaledFromDecimal', () => {
  it.each([
    ['12.5', 0, 125_000],
    ['2.13', 4, 213_000_000],
    ['-3', 0, -30_000],
    ['.5', 0, 5_000],
    ['0.0001', 0, 1],
    ['2.95', 8, 2_950_000_000_000],
    ['899999999999.9999', 0, 8_999_999_999_999_999],
  ])('reads %s shifted by %i as %i', (text, shift, scaled) => {
    expect(scaledFromDecimal(text, shift)).toBe(scaled)
  })

  it.each(['', '.', '1e3', '0.00001', '900000000000', '1 000', 'abc'])('refuses %j', (text) => {
    expect(scaledFromDecimal(text)).toBeUndefined()
  })
})

describe('decimalFromScaled', () => {
  it.each([
    [125_000, '12.5'],
    [-1, '-0.0001'],
    [0, '0'],
    [3_000_000, '300'],
  ])('prints %i as %s', (scaled, text) => {
    expect(decimalFromScaled(asScaled(scaled))).toBe(text)
  })
})
