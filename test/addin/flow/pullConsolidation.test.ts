import { expect, test } from 'vitest'
import { consolidationSheet } from '../../../addin/flow/consolidationSheet.ts'
import { openDesk } from '../../../addin/flow/openDesk.ts'
import { pullConsolidation } from '../../../addin/flow/pullConsolidation.ts'
import { zhCN } from '../../../addin/pane/text/zh-CN.ts'
import { columnName, parseArea } from '../../../shared/grid/a1.ts'
import { register2021 } from '../../../shared/register/register2021.ts'
import { consolidation, coordinator, fakePorts, may } from '../fakes.ts'
import { transportSheet } from '../transportSheet.ts'

const sheet = consolidationSheet(consolidation, register2021, zhCN.consolidation, '2021-05-26T08:00:00Z')
const headings = sheet.rows[2]?.map(({ value }) => value) ?? []
const at = (row: number, heading: string) => sheet.rows[row]?.[headings.indexOf(heading)]

test('the sheet says what it stands on', () => {
  expect(sheet.name).toBe('汇总 2021-05')
  expect(sheet.rows[1]?.[0]?.value).toContain('asOfSeq 17')
})

test('an indicator has its figure, target, percentage and county columns', () => {
  expect(at(3, '累计完成')).toEqual({ kind: 'number', value: '146', role: 'body' })
  expect(at(3, '目标')).toMatchObject({ value: '300' })
  expect(at(3, '完成率（%）')).toEqual({ kind: 'percent', value: '48.67', role: 'body' })
  expect(at(3, '湖滨区')).toMatchObject({ kind: 'number', value: '12.5' })
})

test('what is missing is a word, never 0; a county without a part in it is blank', () => {
  expect(at(3, '陕州区')).toEqual({ kind: 'text', value: '未报', role: 'missing' })
  expect(at(3, '渑池县')).toMatchObject({ kind: 'blank' })
  expect(sheet.rows.flat().filter(({ kind, value }) => kind !== 'text' && value === '0')).toEqual([])
})

test('a milestone has no figures to miss', () => {
  const milestone = register2021.indicators.find(({ kind }) => kind === 'milestone')
  const row = {
    ...(consolidation.indicators[0] as (typeof consolidation.indicators)[0]),
    indicator: milestone?.id ?? '',
    target: null,
    cumulative: null,
    percent: null,
  }
  const only = consolidationSheet({ ...consolidation, indicators: [row] }, register2021, zhCN.consolidation, '2021-05-26T08:00:00Z')
  expect(only.rows[3]?.slice(4, -1).every(({ kind }) => kind === 'blank')).toBe(true)
})

test('who has not reported stands below, with what', () => {
  const block = sheet.rows.slice(sheet.rows.findIndex(([first]) => first?.value === '未报齐的单位'))
  expect(block[2]?.map(({ value }) => value).filter(Boolean)).toEqual([
    '市文化广电和旅游局',
    '0/2',
    '新建农村公路（陕州区）、自然村通硬化路',
  ])
  expect(block).toHaveLength(3)
})

test('the sheet is a rectangle, and its merges lie in it over blanks alone', () => {
  const width = sheet.rows[0]?.length ?? 0
  expect(sheet.rows.every((row) => row.length === width)).toBe(true)
  expect(sheet.widths).toHaveLength(width)
  for (const merge of sheet.merges) {
    const area = parseArea(merge)
    expect(area?.right, merge).toBeLessThanOrEqual(width)
    expect(area?.bottom, merge).toBeLessThanOrEqual(sheet.rows.length)
    for (let column = (area?.left ?? 0) + 1; column <= (area?.right ?? 0); column += 1)
      expect(sheet.rows[(area?.top ?? 0) - 1]?.[column - 1]?.kind, `${columnName(column)}${area?.top}`).toBe('blank')
  }
})

test('pulling writes the sheet once', async () => {
  const { ports, book } = fakePorts(transportSheet, coordinator)
  const desk = await openDesk(ports, coordinator, [may], may)
  expect(desk.ok && (await pullConsolidation(ports, desk.value, zhCN.consolidation))).toMatchObject({ ok: true, value: { asOfSeq: 17 } })
  expect(book.written).toHaveLength(1)
})
