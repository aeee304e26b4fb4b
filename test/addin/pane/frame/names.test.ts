import { expect, it } from 'vitest'
import { showValue } from '../../../../addin/pane/frame/names.ts'
import { zhCN } from '../../../../addin/pane/text/zh-CN.ts'
import { asScaled, SCALE } from '../../../../shared/quantity/scaled.ts'
import type { ValueField } from '../../../../shared/record/columnFields.ts'
import { register2021 as register } from '../../../../shared/register/year2021/register2021.ts'

const shown = (subject: string, field: ValueField, value: number) =>
  showValue({ register, texts: zhCN }, { subject, field }, asScaled(value * SCALE))

it('shows what a rate counts in its own measure, and the rate in per cent', () => {
  expect(shown('8.1.c', 'cumulative', 4405)).toBe('4405例')
  expect(shown('8.1.c', 'denominator', 6173)).toBe('6173')
  expect(shown('8.1.c', 'target', 60)).toBe('60%')
  expect(shown('8.1.c', 'statedPercent', 71)).toBe('71%')
})

it('shows a count in the indicator’s measure', () => {
  expect(shown('7.1.a', 'cumulative', 146)).toBe('146公里')
  expect(shown('7.1.a', 'target', 300)).toBe('300公里')
})
