import { expect, test } from 'vitest'
import { summary } from '../../../../addin/pane/submit/CheckPanel.tsx'
import { zhCN } from '../../../../addin/pane/text/zh-CN.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import type { SheetReading } from '../../../../shared/pipeline/sheetReading.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { transportSheet } from '../../transportSheet.ts'

const read = readSheet(transportSheet, register2021, { reporter: 'jiaotong', period: '2021-05', year: 2021, today: '2021-05-28' })
if (!read.ok) throw new Error('the sheet is not read')
const reading = read.value
const indicators = new Set(register2021.indicators.map(({ id }) => id))
const figures = reading.records.filter(({ subject }) => indicators.has(subject))
const said = (one: SheetReading): string => summary(one, register2021, zhCN)

test('rows times indicators are the figures, or no product is said', () => {
  const [, rows = '', of = '', count = ''] = /^(\d+) 行 × (\d+) 项指标 = (\d+) 条数据/.exec(said(reading)) ?? []
  expect([Number(rows) * Number(of), Number(count)]).toEqual([figures.length, figures.length])
  expect(Number(rows)).toBe(new Set(figures.map(({ origin }) => origin.row)).size)
  const [one] = figures
  const fewer = said({ ...reading, records: reading.records.filter((record) => record !== one) })
  expect(fewer).toMatch(new RegExp(`^${rows} 行，共 ${figures.length - 1} 条数据`))
})

test('a figure twice in one row is counted as two, and no product hides it', () => {
  const [one] = figures
  expect(said({ ...reading, records: [...reading.records, ...(one ? [one] : [])] })).toMatch(new RegExp(`共 ${figures.length + 1} 条数据`))
})
