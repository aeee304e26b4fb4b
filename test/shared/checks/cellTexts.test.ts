import { describe, expect, it } from 'vitest'
import { approxValue } from '../../../shared/checks/approxValue.ts'
import { fullwidthDigits } from '../../../shared/checks/fullwidthDigits.ts'
import { numberInText } from '../../../shared/checks/numberInText.ts'
import type { ColumnField } from '../../../shared/record/columnFields.ts'
import { fact, said } from './sheetFacts.ts'

describe('numberInText', () => {
  it.each<[ColumnField, string | number, string[]]>([
    ['cumulative', '41公里', ['info E5 NUMBER_IN_TEXT']],
    ['cumulative', '15（基本完工）', ['info E5 NUMBER_IN_TEXT']],
    ['target', '0.36万', ['info E5 NUMBER_IN_TEXT']],
    ['cumulative', '24.5', ['info E5 NUMBER_IN_TEXT']],
    ['cumulative', '２４．５', []],
    ['cumulative', '２４．５公里', ['info E5 NUMBER_IN_TEXT']],
    ['percent', '48%', []],
    ['cumulative', 41, []],
    ['cumulative', '—', []],
  ])('answers a %s cell %s with %s', (field, value, findings) => {
    expect(said(numberInText, { cells: [fact('E5', field, value)] })).toEqual(findings)
  })
})

describe('fullwidthDigits', () => {
  it.each<[ColumnField, string, string[]]>([
    ['cumulative', '２４．５', ['info E5 FULLWIDTH_DIGITS']],
    ['percent', '１４.６％', ['info E5 FULLWIDTH_DIGITS']],
    ['cumulative', '24.5', []],
  ])('answers a %s cell %s with %s', (field, value, findings) => {
    expect(said(fullwidthDigits, { cells: [fact('E5', field, value)] })).toEqual(findings)
  })
})

describe('approxValue', () => {
  it.each<[ColumnField, string | number, string[]]>([
    ['cumulative', '约420户', ['warning E5 APPROX_VALUE']],
    ['cumulative', '100多个', ['warning E5 APPROX_VALUE']],
    ['cumulative', '3-5个', ['warning E5 APPROX_VALUE']],
    ['invest_done', '近3000万元', ['info E5 APPROX_VALUE']],
    ['target', '986个以上', []],
    ['target', '不少于6个', []],
    ['cumulative', '420户', []],
    ['cumulative', 420, []],
  ])('answers a %s cell %s with %s', (field, value, findings) => {
    expect(said(approxValue, { cells: [fact('E5', field, value)] })).toEqual(findings)
  })
})
