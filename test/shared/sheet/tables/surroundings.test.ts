import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { gridOf } from '../../grid/gridOf.ts'

const TITLE = ['2021年9月窨井设施整治情况通报']
const AS_OF = ['截至9月30日']
const HEADINGS = ['县（市、区）', '年度任务（个）', '累计整治（个）']
const first = ['义马市', 740, 631]
const second = ['湖滨区', 2100, 1529]

/** The subject and the figure of each record, and the day of each table. */
const read = (...cells: readonly (readonly CellValue[])[]) => {
  const reading = readSheet(gridOf(cells), register2021, { year: 2021 })
  if (!reading.ok) throw new Error(reading.fault.tag)
  const { records, tables } = reading.value
  return {
    records: records.map(({ subject, values }) => [subject, (values.cumulative ?? 0) / 10_000]),
    days: tables.map(({ meta }) => meta.asOf),
  }
}

const FIRST = [['5.a', 631]]
const BOTH = {
  records: [
    ['5.a', 631],
    ['5.a', 1529],
  ],
  days: ['2021-09-30', '2021-09-30'],
}

describe('a table under a caption that says the same of other places', () => {
  it('is about what the lines above the first say', () => {
    const under = (one: string, other: string) => read(TITLE, AS_OF, [one], HEADINGS, first, [other], HEADINGS, second)
    expect(under('各县（市）整治任务完成情况表', '各区（功能区）整治任务完成情况表')).toEqual(BOTH)
    expect(under('一、各县（市）完成情况', '二、各区完成情况')).toEqual(BOTH)
    expect(under('（一）县市', '（二）城区')).not.toEqual(BOTH)
    expect(under('表1：各县（市）', '表2：各区')).toEqual(BOTH)
  })

  it('keeps the subject and the day that its own lines name', () => {
    const own = read(TITLE, AS_OF, ['各县（市）完成情况'], HEADINGS, first, ['截至10月31日'], ['各区完成情况'], HEADINGS, second)
    expect(own).toEqual({ ...BOTH, days: ['2021-09-30', '2021-10-31'] })
  })

  it('is about nothing that is known where its caption names another work', () => {
    expect(read(TITLE, AS_OF, ['各县（市）完成情况'], HEADINGS, first, ['各区路灯安装情况'], HEADINGS, second).records).toEqual(FIRST)
  })

  it('is about nothing that is known where its headings differ', () => {
    const others = ['县（市、区）', '任务数', '已完成数']
    expect(read(TITLE, AS_OF, ['各县（市）完成情况'], HEADINGS, first, ['各区完成情况'], others, second).records).toEqual(FIRST)
  })
})

it('takes the last day of a stretch that is reported, whatever it is called', () => {
  const day = (line: string) => read(['窨井设施整治情况'], [line], HEADINGS, first).days
  expect(day('统计时间：2021年1月1日至9月30日')).toEqual(['2021-09-30'])
  expect(day('数据时间：2021年1月1日—2021年9月30日')).toEqual(['2021-09-30'])
  expect(day('截至时间：2021年9月30日')).toEqual(['2021-09-30'])
  expect(day('统计时间：2021-09-30')).toEqual(['2021-09-30'])
})

describe('the day above the first table of a sheet', () => {
  const ROADS = ['县（市、区）', '新建农村公路目标（公里）', '新建农村公路完成（公里）']
  const roads = ['湖滨区', 20, 18.5]
  const days = (...lines: readonly (readonly CellValue[])[]) => read(TITLE, AS_OF, HEADINGS, first, ...lines, ROADS, roads).days

  it('is that of tables below that name none', () => {
    expect(days([null])).toEqual(['2021-09-30', '2021-09-30'])
    expect(days(['二、农村公路'])).toEqual(['2021-09-30', '2021-09-30'])
    expect(days(['填报单位：市交通运输局'])).toEqual(['2021-09-30', '2021-09-30'])
  })

  it('is not that of tables that name a time of their own', () => {
    expect(days(['截至8月31日'])).toEqual(['2021-09-30', '2021-08-31'])
    expect(days(['8月农村公路完成情况'])).toEqual(['2021-09-30', undefined])
    expect(days(['上半年农村公路完成情况'])).toEqual(['2021-09-30', '2021-06-30'])
    expect(days(['填报时间：2021年10月8日'])).toEqual(['2021-09-30', undefined])
  })

  it('is none that a later table names', () => {
    const later = read(['窨井设施整治情况通报'], HEADINGS, first, ['截至9月30日'], ROADS, roads)
    expect(later.days).toEqual([undefined, '2021-09-30'])
  })
})

describe('the quarters that a title reports on', () => {
  const day = (title: string, period?: string) => {
    const reading = readSheet(gridOf([[title], HEADINGS, first]), register2021, { year: 2021, ...(period ? { period } : {}) })
    return reading.ok ? reading.value.tables[0]?.meta.asOf : undefined
  }

  it.each([
    ['2021年前三季度窨井设施整治情况', '2021-09-30'],
    ['窨井设施整治情况（一季度）', '2021-03-31'],
    ['2021年第二季度窨井设施整治情况', '2021-06-30'],
    ['2021年上半年窨井设施整治进展', '2021-06-30'],
    ['2021年三季度目标任务：窨井设施整治', undefined],
    ['窨井设施整治情况（上半年目标）', undefined],
    ['2021年窨井设施整治情况', undefined],
  ])('end on a day: %s', (title, asOf) => {
    expect(day(title)).toBe(asOf)
  })

  it('do not while they last', () => {
    expect(day('2021年二季度窨井设施整治情况', '2021-05')).toBeUndefined()
    expect(day('2021年二季度窨井设施整治情况', '2021-06')).toBe('2021-06-30')
  })
})

describe('notes below a table', () => {
  const ROWS = [
    ['湖滨区', 2100, 1529],
    ['渑池县', 900, 522],
    ['义马市', 740, 631],
  ]
  const days = (...notes: readonly string[]) => {
    const reading = readSheet(gridOf([['窨井设施整治情况'], HEADINGS, ...ROWS, ...notes.map((note) => [note])]), register2021, {
      year: 2021,
    })
    if (!reading.ok) throw new Error(reading.fault.tag)
    return reading.value.records.map(({ values }) => values.asOf?.slice(5) ?? '')
  }

  it.each<readonly [notes: readonly string[], days: readonly string[]]>([
    [['注：数据截至9月30日'], ['09-30', '09-30', '09-30']],
    [['注：渑池县、义马市数据截至8月底，其他县（市、区）截至9月底。'], ['09-30', '08-31', '08-31']],
    [
      ['备注：', '1、数据由各县（市、区）上报。', '2、义马市统计截止时间为8月31日，其余为9月30日。'],
      ['09-30', '09-30', '08-31'],
    ],
    [['注：除义马市数据截至8月底；其他数据截至9月底。'], ['09-30', '09-30', '08-31']],
    [['注：数据截至9月30日；渑池县数据截至9月20日。'], ['09-30', '09-20', '09-30']],
    [['注：截至10月8日，渑池县尚有1.2万座未普查。'], ['', '', '']],
    [['注：渑池县尚有1.2万座未普查。'], ['', '', '']],
    [['注：渑池县8月份整治120座，义马市统计口径含2020年结转2.5千座。'], ['', '', '']],
    [['注：渑池县、义马市为8月底数据，其余为9月底数据。'], ['09-30', '08-31', '08-31']],
    [['注：义马市数据为8月31日数，其他截至9月30日。'], ['09-30', '09-30', '08-31']],
  ])('give the day, and areas another: %j', (notes, wanted) => {
    expect(days(...notes)).toEqual(wanted)
  })

  it('are none of the rows, however many there are', () => {
    const rows = [
      ['备注：'],
      ['1、以上数据根据各县（市、区）上报整理，补助按每座40元核算。'],
      ['2、数据截至9月底。'],
      ['3、1.2万座尚未普查。'],
    ]
    const cells = [['窨井设施整治情况'], HEADINGS, ...ROWS, ...rows]
    const reading = readSheet(gridOf(cells, { merges: ['A6:C6', 'A7:C7', 'A8:C8', 'A9:C9'] }), register2021, { year: 2021 })
    expect(reading.ok && reading.value.tables[0]?.skipRows.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
      '6 note',
      '7 note',
      '8 note',
      '9 note',
    ])
    expect(reading.ok && reading.value.tables[0]?.sectionRows).toEqual([])
  })
})
