import { describe, expect, it } from 'vitest'
import { remembering } from '../../../shared/base/remembering.ts'

describe('remembering', () => {
  const asked: string[] = []
  const lengthOf = remembering((key: object, text: string) => {
    asked.push(text)
    return key === one ? text.length : undefined
  }, 2)
  const one = {}
  const other = {}

  it('computes an answer once for each object and text, an undefined one too', () => {
    expect([lengthOf(one, '湖滨区'), lengthOf(one, '湖滨区'), lengthOf(other, '湖滨区'), lengthOf(other, '湖滨区')]).toEqual([
      3,
      3,
      undefined,
      undefined,
    ])
    expect(asked.splice(0)).toEqual(['湖滨区', '湖滨区'])
  })

  it('answers beyond its room and for long texts as well, without remembering them', () => {
    const long = '村'.repeat(100)
    expect([long, '陕州区', '渑池县', '渑池县', long].map((text) => lengthOf(one, text))).toEqual([100, 3, 3, 3, 100])
    expect(asked.splice(0)).toEqual([long, '陕州区', '渑池县', '渑池县', long])
  })
})
