import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findFigures, findQuantities } from '../../../shared/quantity/findQuantities.ts'
import { parseQuantity } from '../../../shared/quantity/parseQuantity.ts'

const WORDS = [
  '公里',
  '个',
  '座',
  '人',
  '人次',
  '户',
  '套',
  '元',
  '平方米',
  '个百分点',
  '村',
  '期',
  '年',
  '月',
  '号',
  '千米',
  '兆瓦',
  '级',
  '万人',
  '个村',
]
const HAN = '个座人户套公里米元村期年月日号楼千万亿兆瓦成半余多几来分之第点时段批次级届岁'

const number = fc
  .tuple(fc.nat(2_000_000), fc.option(fc.stringMatching(/^[0-9]{1,5}$/), { nil: undefined }))
  .map(([whole, fraction]) => (fraction === undefined ? String(whole) : `${whole}.${fraction}`))
const word = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.array(fc.constantFrom(...HAN), { minLength: 1, maxLength: 4 }).map((chars) => chars.join('')),
)

it('digits and a measure are read at a glance as they are found in a running text', () => {
  let read = 0
  fc.assert(
    fc.property(number, word, (digits, measure) => {
      const text = `${digits}${measure}`
      const found = findQuantities(text)
      const [only] = found
      if (found.length !== 1 || only?.at !== 0 || only.end !== text.length) return
      read++
      expect(parseQuantity(text)).toEqual({ ...only.quantity, before: '', after: '' })
    }),
    { numRuns: 4000 },
  )
  expect(read).toBeGreaterThan(500)
})

it('figures are the same without the words around them', () => {
  const texts = fc.array(fc.oneof(number, word, fc.constantFrom('，', '约', '１２，３４５', '-', '；已完成', '、')), { maxLength: 12 })
  fc.assert(
    fc.property(texts, (parts) => {
      const text = parts.join('')
      const bare = findQuantities(text).map(({ quantity: { before, after, stage, ...quantity }, ...found }) => ({ ...found, quantity }))
      expect(findFigures(text).map(({ at, end, quantity }) => ({ at, end, quantity }))).toEqual(bare)
    }),
    { numRuns: 2000 },
  )
})

it('digits before words that are no measure are left to the careful way', () => {
  fc.assert(
    fc.property(number, word, (digits, measure) => {
      const text = `${digits}${measure}`
      if (findQuantities(text).length === 0) expect(parseQuantity(text)).toBeUndefined()
    }),
    { numRuns: 4000 },
  )
})
