import { describe, expect, it } from 'vitest'
import { cityRows } from '../../../shared/consolidation/cityRows.ts'
import { consolidate } from '../../../shared/consolidation/consolidate.ts'
import type { FoldRow } from '../../../shared/consolidation/foldRow.ts'
import { reportedOf } from '../../../shared/consolidation/reported.ts'
import { reportsProgress } from '../../../shared/consolidation/reportsProgress.ts'
import { register2021 as register } from '../../../shared/register/year2021/register2021.ts'
import { row } from './row.ts'

type Values = Parameters<typeof row>[3]
const told = (subject: string, rows: readonly FoldRow[], area = '411200', reporter = rows[0]?.reporter ?? 'wenlv') =>
  reportedOf(cityRows(register, rows, '2021-05'), { reporter, subject, area })

describe('what is told of a figure', () => {
  const cases: readonly (readonly [string, Values, string])[] = [
    ['the figure', { cumulative: 130 }, 'reported'],
    ['0', { cumulative: 0 }, 'reported'],
    ['its target alone', { target: 300 }, 'nothing'],
    ['its target and the day', { target: 300, asOf: '2021-05-26' }, 'nothing'],
    ['its target and a remark', { target: 300, remark: '正在采购' }, 'otherOnly'],
    ['words', { progressText: '已演出130场' }, 'otherOnly'],
    ['this month alone', { periodValue: 30 }, 'otherOnly'],
    ['money', { investDone: 1000 }, 'otherOnly'],
    ['a figure that is started', { cumulative: 15, stage: 'started' }, 'otherStage'],
    ['a figure at the stage that counts', { cumulative: 15, stage: 'completed' }, 'reported'],
    ['a stage without a figure', { stage: 'started' }, 'otherOnly'],
    ['a percentage of the target alone', { statedPercent: 43 }, 'otherOnly'],
  ]
  it.each(cases)('%s', (_, values, kind) => expect(told('2.3.a', [row('wenlv', '2.3.a', '411200', values)])).toBe(kind))

  it('nothing without a row, or with one that was withdrawn', () => {
    expect(told('2.3.a', [])).toBe('nothing')
    expect(told('2.3.a', [row('wenlv', '2.3.a', '411200', { cumulative: 1 }, { deleted: true })])).toBe('nothing')
  })

  it('a rate by its percentage alone, or by the count', () => {
    const rate = (values: Values) => told('9.1.b', [row('zhengshu', '9.1.b', '411200', values)])
    expect(rate({ statedPercent: 92.5 })).toBe('reported')
    expect(rate({ cumulative: 92.5 })).toBe('reported')
    expect(told('8.1.c', [row('weijian', '8.1.c', '411200', { cumulative: 4405 })])).toBe('reported')
    expect(rate({ statedPercent: 92.5, stage: 'accepted' })).toBe('otherStage')
  })

  it('batches, also beside a row that has only their target', () => {
    const batch = (part: string, cumulative: number) => row('jiaoyu', '3.b', '411224', { cumulative }, { part })
    const batches = [batch('一批', 50), batch('二批', 60)]
    const whole = row('jiaoyu', '3.b', '411224', { target: 130 })
    expect(told('3.b', [...batches, whole], '411224')).toBe('reported')
    const { indicators } = consolidate(register, [...batches, whole], { period: '2021-05', asOfSeq: 1, era: 'e' })
    const area = indicators.find(({ indicator }) => indicator === '3.b')?.areas.find((one) => one.area === '411224')
    expect(area).toMatchObject({ cumulative: 1_100_000, target: 1_300_000, reported: 'reported' })
  })

  it('the whole city’s where counties are asked, and counties’ where the whole city is', () => {
    expect(told('7.1.a', [row('jiaotong', '7.1.a', '411200', { cumulative: 146 })], '411202')).toBe('wholeOnly')
    expect(told('5.a', [row('zhujian', '5.a', '411202', { cumulative: 300 })])).toBe('partsOnly')
    expect(told('5.a', [row('zhujian', '5.a', '411202', { target: 300 })])).toBe('nothing')
  })

  it('of the unit’s own rows alone', () => {
    expect(told('7.1.a', [row('jiaotong', '7.1.a', '411202', { cumulative: 9 })], '411202', 'hubin')).toBe('nothing')
  })
})

describe('what is told in words', () => {
  const node = (values: Values) => told('7.2.a', [row('zhujian', '7.2.a', '411200', values, { part: '施工招标' })])
  const text = (progressText: string, subject = '7.2.a') => told(subject, [row('zhujian', '7.2', '411200', { progressText })])

  it('a milestone by its nodes or by the text on its task', () => {
    expect(node({ planned: '2021-05-31', done: false })).toBe('reported')
    expect(node({ actual: '2021-05-30' })).toBe('reported')
    expect(node({ planned: '2021-05-31' })).toBe('nothing')
    expect(node({ remark: '等图纸' })).toBe('otherOnly')
    expect(text('已完成招标。')).toBe('reported')
    expect(text('暂无进展。')).toBe('noProgress')
  })

  it('a task by its text, and not by the rows of its indicators', () => {
    expect(text('已完成招标。', '7.2')).toBe('reported')
    expect(told('7.2', [row('zhujian', '7.2.a', '411200', { done: true }, { part: '施工招标' })])).toBe('nothing')
  })

  it('a figure is not told by the text on its task', () => {
    expect(told('5.a', [row('zhujian', '5', '411200', { progressText: '已开工2030户。' })])).toBe('nothing')
  })
})

describe('reportsProgress', () => {
  it.each([
    ['已完成招标。', true],
    ['尚未开工。', true],
    ['项目已开工，暂无其他进展。', true],
    ['完成3.5公里', true],
    ['下一步拟于6月开工。', true],
    ['无障碍设施已完工', true],
    ['暂无变更手续，正在施工', true],
    ['暂无进展。', false],
    ['无', false],
    ['—', false],
    ['/', false],
    ['本月无新进展；', false],
    ['截至目前，暂无实质性进展，下一步加快推进。', false],
    ['进展情况：暂无', false],
    ['待报', false],
    ['   ', false],
  ])('%s: %s', (words, tells) => expect(reportsProgress(words)).toBe(tells))
})

describe('未报', () => {
  const areasOf = (rows: readonly FoldRow[], id: string) =>
    consolidate(register, rows, { period: '2021-05', asOfSeq: 1, era: 'e' }).indicators.find(({ indicator }) => indicator === id)

  it('is only of areas that must be reported, or have a target', () => {
    const due = (rows: readonly FoldRow[]) => areasOf(rows, '3.b')?.areas.flatMap(({ area, due }) => (due ? [area] : []))
    const required = due([])
    expect(required).toHaveLength(3)
    const optional = areasOf([], '3.b')?.areas.find(({ due }) => !due)?.area ?? ''
    expect(due([row('jiaoyu', '3.b', optional, { target: 20 })])).toContain(optional)
    expect(due([row('jiaoyu', '3.b', optional, { target: 0 })])).toEqual(required)
  })

  it('asks a unit for what it has a target for, too', () => {
    const optional = areasOf([], '3.b')?.areas.find(({ due }) => !due)?.area ?? ''
    const rows = [row('jiaoyu', '3.b', optional, { target: 20 })]
    const { reporters } = consolidate(register, rows, { period: '2021-05', asOfSeq: 1, era: 'e' })
    expect(reporters.find(({ reporter }) => reporter === 'jiaoyu')?.missing).toContainEqual({
      subject: '3.b',
      area: optional,
      reported: 'nothing',
    })
  })

  it('is complete when every area that has the task was reported', () => {
    const { areas = [] } = areasOf([], '3.b') ?? {}
    const rows = areas.filter(({ due }) => due).map(({ area }) => row('jiaoyu', '3.b', area, { cumulative: 1 }))
    expect(areasOf(rows, '3.b')?.state).toBe('complete')
    expect(areasOf(rows.slice(1), '3.b')?.state).toBe('partial')
    expect(areasOf([], '3.b')?.state).toBe('missing')
    expect(areasOf([row('jiaotong', '7.1.a', '411200', { cumulative: 146 })], '7.1.a')).toMatchObject({
      state: 'missing',
      reported: 'wholeOnly',
    })
  })
})
