import { describe, expect, it } from 'vitest'
import { doneOf, flagOf, NO_TEXTS, YES_TEXTS } from '../../../../shared/sheet/subjects/flagWords.ts'

describe('a cell of a flag', () => {
  it.each([...[...YES_TEXTS].map((text) => [text, true] as const), ...[...NO_TEXTS].map((text) => [text, false] as const)])(
    '%s says %s',
    (text, flag) => {
      expect([flagOf(text), flagOf(` ${text.toUpperCase()}\n`)]).toEqual([flag, flag])
    },
  )

  it.each([
    [true, true],
    [1, true],
    [0, false],
    [2, undefined],
    ['正在施工', false],
    ['市教育局', undefined],
    [null, undefined],
  ])('%j says %s', (value, flag) => {
    expect(flagOf(value)).toBe(flag)
  })
})

describe('words of a state', () => {
  it.each([
    ['已于5月完工', true],
    ['全部竣工验收', true],
    ['基本完成', false],
    ['正在评审', false],
    ['预计6月完工', false],
    ['招标', undefined],
    ['', undefined],
  ])('%s says that it is done: %s', (words, done) => {
    expect(doneOf(words)).toBe(done)
  })
})
