import { expect, test } from 'vitest'
import { namesApart } from '../../../shared/base/namesApart.ts'

const li = { account: 'jiaotong-1', by: '李四' }
const other = { account: 'jiaotong-2', by: '李四' }
const wang = { account: 'jiaotong-3', by: '王五' }

test.each([
  ['one of the name', [li, wang], ['李四', '王五']],
  ['the same person twice', [li, li], ['李四', '李四']],
  ['two of one name', [li, other, wang], ['李四（jiaotong-1）', '李四（jiaotong-2）', '王五']],
  // An account that somebody else has now: two names, and nobody to be mistaken for.
  ['two people, one after the other, with one account', [li, { ...li, by: '王五' }], ['李四', '王五']],
])('%s', (_, people, names) => {
  expect(people.map(namesApart(people))).toEqual(names)
})
