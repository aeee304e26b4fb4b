import { expect, test } from 'vitest'
import { mainCell, placeOf } from '../../../addin/flow/place.ts'

const origins: readonly (readonly [origin: unknown, cells: object | null])[] = [
  [{ sheet: '5月', row: 6, cells: { cumulative: 'E6' } }, { cumulative: 'E6' }],
  [null, null],
  ['E6', null],
  [{ sheet: 5, cells: { cumulative: 'E6' } }, null],
  [{ sheet: '5月', cells: { cumulative: '=A1', target: 'C6' } }, { target: 'C6' }],
  [{ sheet: '5月', cells: { cumulative: 'E6:E9' } }, null],
  [{ sheet: '5月', cells: null }, null],
]
test.for(origins)('the origin %j is believed as %j', ([origin, cells]) => {
  expect(placeOf(origin)?.cells ?? null).toEqual(cells)
})

test.for([
  [{ area: 'B6', target: 'D6', cumulative: 'E6' }, 'E6'],
  [{ area: 'B6', progressText: 'I6' }, 'I6'],
  [{ area: 'B6', target: 'D6' }, 'D6'],
  [{ area: 'B6' }, undefined],
] as const)('a row with the cells %j is shown at %s', ([cells, expected]) => {
  expect(mainCell(cells)).toBe(expected)
})
