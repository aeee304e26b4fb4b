import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressChunks } from '../../../../addin/excel/host/cellAddresses.ts'
import { areaAddress, joinCells } from '../../../../addin/sheetForm/joinCells.ts'
import { address } from '../../../../shared/grid/a1.ts'

test.each([
  [['A1'], ['A1']],
  [['A1', 'B1', 'C1'], ['A1:C1']],
  [['A1', 'B1', 'A2', 'B2'], ['A1:B2']],
  [
    ['A1', 'A3'],
    ['A1', 'A3'],
  ],
  [
    ['A1:C2', 'B3'],
    ['A1:C2', 'B3'],
  ],
  [['nonsense', 'D4'], ['D4']],
])('%j becomes %j', (cells, areas) => {
  expect(joinCells(cells).map(areaAddress).toSorted()).toEqual(areas.toSorted())
})

test('joined areas hold exactly the cells, each once', () => {
  const cells = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 8 })))
  fc.assert(
    fc.property(cells, (pairs) => {
      const names = pairs.map(([row, column]) => address(row, column))
      const back = joinCells(names).flatMap(({ top, left, bottom, right }) => {
        const list: string[] = []
        for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) list.push(address(row, column))
        return list
      })
      expect(back.toSorted()).toEqual([...new Set(names)].toSorted())
    }),
  )
})

test('chunks keep all addresses and stay below the limit', () => {
  const areas = Array.from({ length: 2_000 }, (_, i) => ({ top: i * 2 + 1, left: 3, bottom: i * 2 + 1, right: 3 }))
  const chunks = addressChunks(areas)
  expect(chunks.join(',').split(',')).toHaveLength(2_000)
  expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThanOrEqual(8_192)
})
