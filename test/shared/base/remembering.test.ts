import { describe, expect, it } from 'vitest'
import { remembering, rememberingPer } from '../../../shared/base/remembering.ts'

describe('remembering', () => {
  const asked: string[] = []
  const lengthOf = remembering((text) => {
    asked.push(text)
    return text === '' ? undefined : text.length
  }, 2)

  it('computes an answer once for each text, an undefined one too', () => {
    expect(['湖滨区', '', '湖滨区', ''].map(lengthOf)).toEqual([3, undefined, 3, undefined])
    expect(asked.splice(0)).toEqual(['湖滨区', ''])
  })

  it('forgets when its room is full, and never remembers a long text', () => {
    const long = '村'.repeat(100)
    expect([long, '陕州', '陕州', '湖滨区', long].map(lengthOf)).toEqual([100, 2, 2, 3, 100])
    expect(asked.splice(0)).toEqual([long, '陕州', '湖滨区', long])
  })

  it('keeps the answers of two objects apart', () => {
    const [one, other] = [{ name: '一' }, { name: '二' }]
    const named = rememberingPer(({ name }: typeof one, text) => name + text)
    expect([named(one, '区'), named(other, '区'), named(one, '区')]).toEqual(['一区', '二区', '一区'])
  })
})
