import { describe, expect, it } from 'vitest'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { gridOf } from '../../grid/gridOf.ts'
import { alarmsOf, figuresOf, readRows } from '../cells/readRows.ts'

const HEADINGS = ['县（市、区）', '计划完成数', '累计开工数']
const ROWS = [
  ['湖滨区', 110, 104],
  ['陕州区', 70, 61],
  ['渑池县', 55, 52],
] as const

describe('a title that names its subject beside what kind of sheet it is', () => {
  it.each([
    '全市2021年重点民生实事项目完成进度表（智慧安防小区）',
    '2021年重点民生实事完成进度表——智慧安防小区',
    '【智慧安防小区】2021年项目进度表',
    '附件1：重点民生实事推进情况（智慧安防小区建设）（截至9月底）',
    '附表二：重点民生实事推进情况（智慧安防小区，截至9月底）',
    '老旧小区改造、智慧安防小区建设进度表（智慧安防小区）',
  ])('is about it: %s', (title) => {
    const reading = readRows(HEADINGS, ROWS, { title })
    expect([3, 4, 5].flatMap((row) => figuresOf(reading, row))).toEqual(['4.b 104', '4.b 61', '4.b 52'])
    expect(alarmsOf(reading)).toEqual([])
  })

  it.each(['2021年前三季度各县（市、区）儿童青少年免费视力检查建档进展情况', '三门峡市各县区儿童青少年免费视力检查建档情况（上半年）'])(
    'is about it whatever it says of when and where: %s',
    (title) => {
      expect(figuresOf(readRows(['县（市、区）', '计划数', '完成数'], ROWS, { title }), 3)).toEqual(['8.3.a 104'])
    },
  )

  it.each(['重点民生实事进度表（个）', '重点民生实事进度表（各县区）', '民生实事项目完成进度表（第一批）'])(
    'is about nothing: %s',
    (title) => {
      const reading = readRows(HEADINGS, ROWS, { title })
      expect(figuresOf(reading, 3)).toEqual([])
      expect(alarmsOf(reading)).toContain('C3 NOT_READ')
    },
  )
})

describe('tables below each other whose titles begin with 全市', () => {
  const read = (first: readonly (string | number)[], second: string) => {
    const total = [
      first,
      ['附件2'],
      [second],
      ['县（市、区）', '计划改造户数', '累计完工户数'],
      ['湖滨区', 7200, 5112],
      ['陕州区', 4100, 2583],
    ]
    const cells = [['全市智慧安防小区开工进度表（截至9月底）'], HEADINGS, ...ROWS, ...total]
    const reading = readSheet(gridOf(cells), register2021, { period: '2021-09', year: 2021 })
    if (!reading.ok) throw new Error(reading.fault.tag)
    return reading.value
  }

  it.each(['全市', '全市合计', '合计'])('are two, and the row of %s belongs to the first', (name) => {
    const reading = read([name, 235, 217], '全市城镇老旧小区改造进度表')
    expect(reading.records.map(({ subject }) => subject)).toEqual(['4.b', '4.b', '4.b', '4.a', '4.a'])
    expect(reading.tables.map(({ title }) => title?.text)).toEqual(['全市智慧安防小区开工进度表(截至9月底)', '全市城镇老旧小区改造进度表'])
    expect(reading.tables[0]?.skipRows).toMatchObject([{ row: 6, reason: 'total' }])
    expect(alarmsOf(reading)).toEqual([])
  })
})
