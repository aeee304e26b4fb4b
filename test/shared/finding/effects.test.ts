import { describe, expect, it, test } from 'vitest'
import { keysOf } from '../../../shared/base/keysOf.ts'
import { asks, type Effect, effectOf, isRefused, withholds } from '../../../shared/finding/effects.ts'
import { FINDING_SEVERITY, type FindingCode, type Severity } from '../../../shared/finding/finding.ts'

/** Of a code with each effect: what stays behind without an answer, with one, and whether anybody is asked. */
const CASES: readonly [Effect, FindingCode, Severity, { without: boolean; answered: boolean; asks: boolean }][] = [
  ['withholdsRow', 'DUPLICATE_ROW', 'warning', { without: true, answered: true, asks: false }],
  ['withholdsField', 'CELL_ERROR', 'error', { without: true, answered: true, asks: false }],
  ['withholdsField', 'DATE_AMBIGUOUS', 'warning', { without: true, answered: true, asks: false }],
  ['asksReason', 'DECREASED_CUMULATIVE', 'error', { without: true, answered: false, asks: true }],
  ['asksReason', 'APPROX_VALUE', 'warning', { without: true, answered: false, asks: true }],
  ['asksConfirmation', 'UNIT_INCONSISTENT', 'error', { without: true, answered: false, asks: true }],
  ['invitesReason', 'MILESTONE_OVERDUE', 'error', { without: false, answered: false, asks: true }],
  ['tells', 'SUM_MISMATCH', 'error', { without: false, answered: false, asks: false }],
  ['tells', 'NOT_READ', 'warning', { without: false, answered: false, asks: false }],
  ['tells', 'APPROX_VALUE', 'info', { without: false, answered: false, asks: false }],
]

test.for(CASES)('%s: %s as %s', ([effect, code, severity, does]) => {
  const finding = { code, severity }
  expect(effectOf(finding)).toBe(effect)
  expect({ without: withholds(finding, undefined), answered: withholds(finding, '上月多报'), asks: asks(finding) }).toEqual(does)
})

it('takes a blank answer for none', () => {
  expect(withholds({ code: 'OVER_TARGET_SUSPECT', severity: 'error' }, '  ')).toBe(true)
})

describe('the server', () => {
  it.each(keysOf(FINDING_SEVERITY))('refuses nothing for %s as a warning, and never more than the pane withholds', (code) => {
    expect(isRefused({ code, severity: 'warning' }, undefined)).toBe(false)
    for (const answer of [undefined, '已核对'])
      expect(isRefused({ code, severity: 'error' }, answer)).toBe(withholds({ code, severity: 'error' }, answer))
  })
})
