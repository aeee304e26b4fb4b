import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import type { Correction } from '../../../../shared/record/reading.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { columnAnchor, rowAnchor } from '../../../../shared/sheet/rows/applyCorrections.ts'
import { viewSheet } from '../../../../shared/sheet/view/sheetView.ts'
import { gridOf } from '../../grid/gridOf.ts'

const CONTEXT = { period: '2021-05', year: 2021 }
const MAY = [
  ['序号', '工作任务', '年度目标', '上报口径数', '累计完成'],
  [1, '新建农村公路', 300, 146, 150],
  [2, '过街天桥', 6, 1, 1],
  [3, '窨井设施整治', 7000, 2030, 2040],
] as const

const figures = (cells: readonly (readonly CellValue[])[], corrections: readonly Correction[]) => {
  const reading = readSheet(gridOf(cells), register2021, CONTEXT, corrections)
  if (!reading.ok) throw new Error(reading.fault.tag)
  return reading.value.records.map((record) => [record.subject, (record.values.cumulative ?? Number.NaN) / 10_000])
}

const column = (anchor: string, field: Correction['field']): Correction => ({ kind: 'column', anchor, occurrence: 1, field: field ?? null })

describe('a correction', () => {
  const corrections: readonly Correction[] = [
    column('上报口径数', 'cumulative'),
    column('累计完成', null),
    { kind: 'row', anchor: '过街天桥', occurrence: 1, subject: '7.3.a' },
    { kind: 'skipRow', anchor: '窨井设施整治', occurrence: 1 },
  ]

  it('says which field a column is, what a row means, and which rows to leave out', () => {
    expect(figures(MAY, corrections)).toEqual([
      ['7.1.a', 146],
      ['7.3.a', 1],
    ])
  })

  it('survives inserted rows and columns', () => {
    const wider = MAY.map((row) => [row[0] ?? null, null, ...row.slice(1)])
    expect(figures([['三门峡市进展表'], [], ...wider.slice(0, 2), [], ...wider.slice(2)], corrections)).toEqual(figures(MAY, corrections))
  })

  it('holds for next month’s sheet with other figures', () => {
    const june = [MAY[0], [1, '新建农村公路', 300, 180, 190], [2, '过街天桥', 6, 2, 2], [3, '窨井设施整治', 7000, 3000, 3100]]
    expect(figures(june, corrections)).toEqual([
      ['7.1.a', 180],
      ['7.3.a', 2],
    ])
  })

  it('is named as the reason', () => {
    const reading = readSheet(gridOf(MAY), register2021, CONTEXT, corrections)
    const table = reading.ok ? reading.value.tables[0] : undefined
    expect(table?.columns[3]?.why).toEqual({ confidence: 1, reason: 'by_user' })
    expect(table?.rows.find((row) => row.row === 3)?.why.reason).toBe('by_user')
    expect(table?.skipRows).toContainEqual({ row: 4, reason: 'by_user' })
  })

  it('tells equal headings apart by their occurrence', () => {
    const twice = [
      ['工作任务', '年度目标', '数据', '数据'],
      ['新建农村公路', 300, 1, 2],
    ]
    expect(figures(twice, [{ kind: 'column', anchor: '数据', occurrence: 2, field: 'cumulative' }])).toEqual([['7.1.a', 2]])
  })
})

describe('what becomes of a column’s figures', () => {
  const uses = (cells: readonly (readonly CellValue[])[], corrections: readonly Correction[]) => {
    const reading = readSheet(gridOf(cells), register2021, CONTEXT, corrections)
    if (!reading.ok) throw new Error(reading.fault.tag)
    return {
      figures: reading.value.records.map(({ area, values }) => [area, (values.cumulative ?? Number.NaN) / 10_000]),
      totals: reading.value.totals.map(({ values }) => (values.cumulative ?? Number.NaN) / 10_000),
      notRead: reading.value.findings.filter(({ code }) => code === 'NOT_READ').length,
    }
  }

  it('another column’s may be known and not stored, and nothing is said of its cells', () => {
    const cells = [
      ['工作任务', '年度目标', '数据一', '数据二'],
      ['新建农村公路', 300, 146, 150],
    ]
    const second = { ...column('数据二', 'cumulative'), use: 'stored' } as const
    expect(uses(cells, [{ ...column('数据一', 'cumulative'), use: 'aside' }, second])).toMatchObject({
      figures: [['411200', 150]],
      notRead: 0,
    })
  })

  const summed = [
    ['县（市、区）', '新建农村公路（公里）', null, null],
    [null, '年度目标', '累计完成', '全市合计'],
    ['湖滨区', 60, 33, 40],
    ['陕州区', 80, 52, 52],
  ]

  it('a total stays compared while only its field is said', () => {
    const anchor = '新建农村公路(公里)/全市合计'
    expect(uses(summed, [column(anchor, 'cumulative')]).figures).toEqual(uses(summed, []).figures)
  })

  it('a total may be the row’s own figure', () => {
    const corrections = [
      { ...column('新建农村公路(公里)/累计完成', 'cumulative'), use: 'aside' },
      { ...column('新建农村公路(公里)/全市合计', 'cumulative'), use: 'stored' },
    ] as const
    expect(uses(summed, corrections).figures).toEqual([
      ['411202', 40],
      ['411203', 52],
    ])
  })
})

describe('a row that a person points at', () => {
  const ODD = [
    ['各单位上墙内容'],
    ['甲', '乙', '丙', '丁'],
    ['新建农村公路', 300, 146, '顺利'],
    ['窨井设施整治', 7000, 2030, '顺利'],
  ] as const
  const headings: Correction = { kind: 'headerRow', anchor: '甲|乙|丙|丁', occurrence: 1 }
  const columns = [column('甲', 'task'), column('乙', 'target'), column('丙', 'cumulative')]
  const read = [
    ['7.1.a', 146],
    ['5.a', 2030],
  ]

  it('holds the headings of a table, although none of them is known', () => {
    expect(readSheet(gridOf(ODD), register2021, CONTEXT)).toMatchObject({ ok: false, fault: { tag: 'noTable' } })
    const reading = readSheet(gridOf(ODD), register2021, CONTEXT, [headings])
    expect(reading).toMatchObject({ ok: true, value: { tables: [{ headerRows: [2], dataRows: [3, 4] }] } })
  })

  it('makes the sheet readable, once its columns are said', () => {
    expect(figures(ODD, [headings, ...columns])).toEqual(read)
  })

  it('is found again below inserted rows and beside inserted columns', () => {
    const wider = ODD.map((row) => [row[0] ?? null, null, ...row.slice(1)])
    expect(figures([['三门峡市'], [], ...wider.slice(0, 2), [], ...wider.slice(2)], [headings, ...columns])).toEqual(read)
  })

  it('brings along the rows of headings merged with it', () => {
    const two = {
      ...gridOf([['甲', '乙', null, '丁'], [null, '数一', '数二', null], ...ODD.slice(2)]),
      merges: ['A1:A2', 'B1:C1', 'D1:D2'],
    }
    const corrections = [
      { ...headings, anchor: '甲|乙|丁' },
      column('甲', 'task'),
      column('乙/数一', 'target'),
      column('乙/数二', 'cumulative'),
    ]
    const reading = readSheet(two, register2021, CONTEXT, corrections)
    expect(reading).toMatchObject({ ok: true, value: { tables: [{ headerRows: [1, 2], dataRows: [3, 4] }] } })
    expect(reading.ok && reading.value.records.map((record) => [record.subject, (record.values.cumulative ?? 0) / 10_000])).toEqual(read)
  })
})

describe('anchors', () => {
  it('are the words of the heading path and of the row’s naming cells, without white space', () => {
    expect(columnAnchor({ header: '农村公路（公里）/累计完成' })).toBe('农村公路(公里)/累计完成')
    const reading = readSheet(gridOf(MAY), register2021, CONTEXT)
    const columns = reading.ok ? (reading.value.tables[0]?.columns ?? []) : []
    expect(rowAnchor(viewSheet(gridOf(MAY)), columns, 2)).toBe('新建农村公路')
  })
})
