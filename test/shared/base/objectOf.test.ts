import { expect, it } from 'vitest'
import { objectOf } from '../../../shared/base/objectOf.ts'

it('gives every name its value, in the order of the names', () => {
  expect(Object.entries(objectOf(['b', 'a'], (name) => name.toUpperCase()))).toEqual([
    ['b', 'B'],
    ['a', 'A'],
  ])
})
