import { describe, expect, it } from 'vitest'
import { between, firstFrom, lastBelow } from '../../../shared/base/ascending.ts'

describe('ascending numbers', () => {
  const rows = [3, 4, 7, 9]

  it.each([
    [0, 0],
    [3, 0],
    [4, 1],
    [5, 2],
    [9, 3],
    [10, 4],
  ])('have the first that is not below %i at %i', (least, at) => {
    expect(firstFrom(rows, least)).toBe(at)
  })

  it('have a last one below a limit, or none', () => {
    expect([3, 4, 8, 100].map((limit) => lastBelow(rows, limit))).toEqual([undefined, 3, 7, 9])
    expect(lastBelow([], 5)).toBeUndefined()
  })

  it('are parted by two others, which are not among them', () => {
    expect([between(rows, 3, 9), between(rows, 0, Number.POSITIVE_INFINITY), between(rows, 4, 7), between(rows, 5, 8)]).toEqual([
      [4, 7],
      rows,
      [],
      [7],
    ])
  })
})
