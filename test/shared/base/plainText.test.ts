import { describe, expect, it } from 'vitest'
import { keyText, nameText } from '../../../shared/base/plainText.ts'

describe('a key', () => {
  it.each([
    '一期',
    '一期 ',
    ' 一期',
    '一\u3000期',
    '一期\u200b',
    '\ufeff一期',
    '一\u00ad期',
    '一期\u2060',
    '一期\t\n',
    '一\u202e期\u202c',
    '一期\u00a0',
  ])('is one for %j', (text) => {
    expect(keyText(text)).toBe('一期')
  })
  it.each([
    ['e\u0301', '\u00e9'],
    ['一期（南）', '一期（南）'],
    ['一期(南)', '一期(南)'],
    ['１期', '１期'],
    ['A批', 'A批'],
    ['😀期', '😀期'],
    [' \u200b ', ''],
  ])('of what can be seen is as it was written: %j is %j', (text, key) => {
    expect(keyText(text)).toBe(key)
    expect(keyText(key)).toBe(key)
  })
})

it.each([
  ['李 某', '李 某'],
  ['  李\u3000\u3000某\u200b ', '李 某'],
  ['Ana\u0301 Li', 'Aná Li'],
  ['\u202e某李', '某李'],
  ['\u200b\ufeff', ''],
])('a name is kept without what nobody sees: %j is %j', (text, name) => {
  expect(nameText(text)).toBe(name)
  expect(nameText(name)).toBe(name)
})
