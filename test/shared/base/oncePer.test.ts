import { expect, test } from 'vitest'
import { oncePer } from '../../../shared/base/oncePer.ts'

test('an answer is computed once for each object, an undefined one too', () => {
  const asked: object[] = []
  const sizeOf = oncePer((list: readonly number[]) => {
    asked.push(list)
    return list.length > 0 ? list.length : undefined
  })
  const [one, none] = [[1], []]
  expect([sizeOf(one), sizeOf(one), sizeOf(none), sizeOf(none)]).toEqual([1, 1, undefined, undefined])
  expect(asked).toEqual([one, none])
})
