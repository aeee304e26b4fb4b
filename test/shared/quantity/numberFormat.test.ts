import { describe, expect, it } from 'vitest'
import { numberFormat } from '../../../shared/quantity/numberFormat.ts'

describe('numberFormat', () => {
  it.each([
    ['General', false, false, ''],
    ['0.00%', true, false, ''],
    ['0.00"%"', false, false, '%'],
    ['0.00\\%', false, false, '%'],
    ['0.00"万公里"', false, false, '万公里'],
    ['0.0"万"', false, false, '万'],
    ['#,##0.00_);[Red](#,##0.00)', false, false, ''],
    ['#,##0_ ', false, false, ''],
    ['0户', false, false, '户'],
    ['m"月"d"日"', false, true, ''],
    ['yyyy/m/d', false, true, ''],
    ['[$-804]yyyy"年"m"月"d"日"', false, true, ''],
    ['@', false, false, '@'],
  ])('%s', (format, isPercent, isDate, suffix) => {
    expect(numberFormat(format)).toEqual({ isPercent, isDate, suffix })
  })
})
