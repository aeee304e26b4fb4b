import { expect, it } from 'vitest'
import { statedTimes } from '../../../shared/checks/lookups/statedTimes.ts'

const one = (month: number) => ({ first: month, last: month, ofEach: false })
const each = (first: number, last: number) => ({ first, last, ofEach: true })

it.each([
  ['2021年4月农村公路进展情况表', [2021], [one(4)]],
  ['２０２１年４月份', [2021], [one(4)]],
  ['2021 年 12 月', [2021], [one(12)]],
  ['四月进展', [], [one(4)]],
  ['十一月份', [], [one(11)]],
  ['2021年1-5月', [2021], [{ first: 1, last: 5, ofEach: false }]],
  ['1月至5月', [], [{ first: 1, last: 5, ofEach: false }]],
  ['元月—5月', [], [{ first: 1, last: 5, ofEach: false }]],
  ['1-12月', [], [each(1, 12)]],
  ['4月26日至5月25日', [], [one(4), one(5)]],
  ['一季度', [], [each(1, 3)]],
  ['第二季度', [], [each(4, 6)]],
  ['前三季度', [], [each(1, 9)]],
  ['2021年上半年', [2021], [each(1, 6)]],
  ['进展2021-04', [2021], [one(4)]],
  ['进展2021.4', [2021], [one(4)]],
  ['进展202104', [2021], [one(4)]],
  ['进展20210426(1)', [2021], [one(4)]],
  ['2021年重点民生实事', [2021], []],
  ['2019-2021年三年行动', [2021], []],
  ['2020年结转项目进展情况表', [], []],
  ['2020年度续建，2021年5月', [2021], [one(5)]],
  ['较2020年增长情况', [], []],
  ['6月底前完成任务清单', [], []],
  ['附件4：10项实事', [], []],
  ['电话0398-2021405', [], []],
])('%s', (text, years, months) => {
  expect(statedTimes(text)).toEqual({ years, months })
})
