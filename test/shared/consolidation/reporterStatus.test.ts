import { expect, it } from 'vitest'
import { consolidate } from '../../../shared/consolidation/consolidate.ts'
import type { FoldRow } from '../../../shared/consolidation/foldRow.ts'
import { register2021 as register } from '../../../shared/register/year2021/register2021.ts'
import { row } from './row.ts'

const statusOf = (reporter: string, records: readonly FoldRow[]) =>
  consolidate(register, records, { period: '2021-05', asOfSeq: 3, era: 'e' }).reporters.find((one) => one.reporter === reporter)

const unreported = (values: Parameters<typeof row>[3]) =>
  statusOf('wenlv', [row('wenlv', '2.3.a', '411200', values)])?.missing.some(({ subject }) => subject === '2.3.a')

it.each([
  ['a target', { target: 300 }, true],
  ['a figure', { cumulative: 130 }, false],
  ['a figure of 0', { cumulative: 0 }, false],
  ['a target and a remark', { target: 300, remark: '正在采购' }, true],
  ['what is in the way', { problems: '资金未到位' }, true],
  ['words', { progressText: '已演出130场' }, true],
  ['a figure at a stage that is not counted', { cumulative: 130, stage: 'started' }, false],
] as const)('a row with %s alone: still owed is %s', (_what, values, owed) => {
  expect(unreported(values)).toBe(owed)
})

it('names the latest row of a unit, also one about what it need not report', () => {
  const early = row('wenlv', '2.3.a', '411200', { cumulative: 130 }, { at: '2021-05-20T08:00:00.000Z' })
  const late = row('wenlv', '7.1.a', '411200', { cumulative: 1 }, { at: '2021-05-26T08:00:00.000Z' })
  expect(statusOf('wenlv', [early, late])?.lastAt).toBe(late.at)
  expect(statusOf('wenlv', [{ ...early, deleted: true }])?.lastAt).toBeNull()
})
