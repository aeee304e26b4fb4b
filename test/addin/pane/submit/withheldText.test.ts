import { expect, test } from 'vitest'
import { withheldText } from '../../../../addin/pane/submit/withheldText.ts'
import { en } from '../../../../addin/pane/text/en.ts'
import { zhCN } from '../../../../addin/pane/text/zh-CN.ts'

const finding = { code: 'PCT_MISMATCH', severity: 'warning', sheet: 'S', cell: 'F5', params: {} } as const
const percent = { field: 'statedPercent', why: { tag: 'finding', finding } } as const

test('a percentage is held back alone only where the rest of its row goes', () => {
  expect(withheldText(zhCN, { kind: 'changed' }, percent)).toBe('完成率暂不报送：完成率有误')
  expect(withheldText(zhCN, { kind: 'withheld' }, percent)).toBe('完成率：完成率有误')
  expect(withheldText(en, { kind: 'withheld' }, percent)).not.toContain('stays behind')
  expect(withheldText(zhCN, { kind: 'withheld' }, { field: null, why: { tag: 'blank' } })).toBe('未填')
})
