import { describe, expect, it } from 'vitest'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import type { RowBinding } from '../../../../shared/record/reading.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { settleJointly } from '../../../../shared/sheet/rows/settleJointly.ts'
import { gridOf } from '../../grid/gridOf.ts'

const known = (row: number, subject: string, area?: string): RowBinding => ({
  row,
  subjects: [subject],
  ...(area === undefined ? {} : { area }),
  why: { confidence: 1, reason: 'subject_by_words', params: { subjects: subject } },
})
const open = (row: number, candidates: string, area?: string): RowBinding => ({
  row,
  subjects: [],
  ...(area === undefined ? {} : { area }),
  why: { confidence: 0.8, reason: 'subject_ambiguous', params: { candidates } },
})
const subjects = (rows: readonly RowBinding[]) => settleJointly(rows).map((row) => row.subjects.join())

describe('an indicator that is another row’s is not this one’s too', () => {
  it.each<readonly [string, readonly RowBinding[], readonly string[]]>([
    ['one is left', [known(3, '8.1.b'), open(4, '8.1.a,8.1.b')], ['8.1.b', '8.1.a']],
    ['one row after the other', [known(3, 'a'), open(4, 'a,b,c'), open(5, 'a,b')], ['a', 'c', 'b']],
    ['two are left', [known(3, 'a'), open(4, 'a,b,c')], ['a', '']],
    ['none is left', [known(3, 'a'), known(4, 'b'), open(5, 'a,b')], ['a', 'b', '']],
    ['two rows would take the same one', [known(3, 'a'), open(4, 'a,b'), open(5, 'a,b')], ['a', '', '']],
    ['the other row is of another county', [known(3, 'a', '411202'), open(4, 'a,b', '411203')], ['a', '']],
    ['each county by its own rows', [known(3, 'a', '411202'), open(4, 'a,b', '411202'), open(5, 'a,b', '411203')], ['a', 'b', '']],
  ])('%s', (_, rows, expected) => {
    expect(subjects(rows)).toEqual(expected)
  })

  it('holds for a sheet', () => {
    const rows = [
      ['工作任务', '年度目标', '累计完成'],
      ['免费血清学产前筛查率', '90%', '85%'],
      ['免费产前筛查', '90%', '80%'],
    ]
    const bound = (cells: readonly (readonly string[])[]) => {
      const reading = readSheet(gridOf(cells), register2021, { period: '2021-05', year: 2021 })
      return reading.ok ? reading.value.tables[0]?.rows.map((row) => row.subjects.join()) : reading.fault
    }
    expect(bound(rows)).toEqual(['8.1.d', '8.1.c'])
    expect(bound(rows.filter((_, i) => i !== 1))).toEqual([''])
  })

  it('says why, and is less sure than by words', () => {
    expect(settleJointly([known(3, 'a'), open(4, 'a,b')])[1]?.why).toEqual({
      confidence: 0.6,
      reason: 'subject_by_others',
      params: { subjects: 'b' },
    })
  })
})
