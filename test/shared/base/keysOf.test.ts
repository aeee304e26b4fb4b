import { expect, test } from 'vitest'
import { isKeyOf, isOneOf, isRecord, keysOf } from '../../../shared/base/keysOf.ts'

test('keys are an object’s own, in its order', () => {
  expect(keysOf({ b: 1, a: 2 })).toEqual(['b', 'a'])
})

test.for([
  ['a', true],
  ['toString', false],
  ['c', false],
  [1, false],
  [undefined, false],
] as const)('%s is a key: %s', ([name, expected]) => {
  expect(isKeyOf({ a: 1 }, name)).toBe(expected)
})

test('a word of a list is told from any other value', () => {
  expect([isOneOf(['x', 'y'], 'y'), isOneOf(['x', 'y'], 'z'), isOneOf(['x'], null)]).toEqual([true, false, false])
})

test.for([
  [{}, true],
  [[], false],
  [null, false],
  ['text', false],
] as const)('%j is a record: %s', ([value, expected]) => {
  expect(isRecord(value)).toBe(expected)
})
