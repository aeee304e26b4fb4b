import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jsonParts, MAX_PART_BYTES } from '../../../../worker/store/sync/jsonParts.ts'

const bytes = (text: string): number => new TextEncoder().encode(text).length
const rejoined = (parts: readonly string[]): unknown[] => parts.flatMap((part) => JSON.parse(part) as unknown[])

it('gives one empty part for no rows', () => {
  expect(jsonParts([])).toEqual(['[]'])
})

it.each([
  ['short rows', 30_000, 'a'.repeat(80)],
  ['rows of three bytes a sign', 5_000, '路'.repeat(150)],
  ['rows so long that a hundred do not fit', 40, '路'.repeat(60_000)],
  ['rows that fill a part alone', 3, 'a'.repeat(MAX_PART_BYTES - 200)],
])('keeps every row in its order and every part below the limit: %s', (_, count, text) => {
  const rows = Array.from({ length: count }, (_, at) => [at, text])
  const parts = jsonParts(rows)
  expect(Math.max(...parts.map(bytes))).toBeLessThanOrEqual(MAX_PART_BYTES)
  expect(rejoined(parts)).toEqual(rows)
})

it('fills parts well: no two neighbours would fit into one', () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => [at, '行'.repeat(at % 90)])
  const sizes = jsonParts(rows).map(bytes)
  for (const [at, size] of sizes.slice(1).entries()) expect(size + (sizes[at] ?? 0)).toBeGreaterThan(MAX_PART_BYTES)
})

it('keeps whatever JSON can hold', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.jsonValue(), { minLength: 1 })), (rows) => {
      expect(JSON.stringify(rejoined(jsonParts(rows)))).toBe(JSON.stringify(rows))
    }),
  )
})
