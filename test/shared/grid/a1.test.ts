import { describe, expect, it } from 'vitest'
import {
  areaReference,
  columnLetters,
  columnName,
  columnNumber,
  columnOf,
  parseAddress,
  parseArea,
  rowOf,
} from '../../../shared/grid/a1.ts'

describe('addresses of cells', () => {
  it.each([
    ['A1', 1, 1],
    ['E7', 7, 5],
    ['Z10', 10, 26],
    ['AA100', 100, 27],
    ['XFD1048576', 1_048_576, 16_384],
  ])('%s is cut into row %i and column %i', (cell, row, column) => {
    expect(parseAddress(cell)).toEqual({ row, column })
    expect([rowOf(cell), columnOf(cell), columnLetters(cell)]).toEqual([row, column, columnName(column)])
  })

  it.each(['', 'E', '7', 'E0', '$E$7', 'A1:B2', 'e7', 'ABCD1', '第7行'])('%j is not the address of one cell', (text) => {
    expect(parseAddress(text)).toBeUndefined()
  })

  it('counts columns over the letters of the alphabet', () => {
    expect([1, 26, 27, 52, 53, 702, 703].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
    expect(['A', 'z', 'AA', 'ZZ'].map(columnNumber)).toEqual([1, 26, 27, 702])
  })

  it('reads areas whichever corner comes first', () => {
    expect(parseArea('$K$3:A1')).toEqual({ top: 1, left: 1, bottom: 3, right: 11 })
  })

  it.each(['A1:K3', 'E7:E7', 'AA10:XFD1048576'])('%s is written as it was read', (reference) => {
    const area = parseArea(reference)
    expect(area && areaReference(area)).toBe(reference)
  })
})
