import { describe, expect, it } from 'vitest'
import type { Grid } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import { numberFromScaled } from '../../../../shared/quantity/scaled.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'

const sheet = (task: string, text: string): Grid => ({
  sheetName: 'S',
  cells: [
    ['2021年重点民生实事进展情况表', null, null, null],
    ['序号', '工作任务', '责任单位', '进展情况'],
    [1, task, '市教育局', text],
  ],
  texts: {},
  formats: {},
  merges: [],
  formulas: {},
  hiddenRows: [],
  date1904: false,
})

const figuresOf = (task: string, text: string): (readonly [string, string, number | null, number | null])[] => {
  const reading = readSheet(sheet(task, text), register2021, { reporter: 'jiaoyu', period: '2021-05', year: 2021 })
  if (!reading.ok) return []
  const plain = (value: Parameters<typeof numberFromScaled>[0] | null | undefined) => (value == null ? null : numberFromScaled(value))
  return reading.value.records
    .filter(({ subject }) => subject === '3.b')
    .map(({ subject, area, values }) => [subject, area, plain(values.target), plain(values.cumulative)] as const)
}

describe('a sheet whose figures stand in its words', () => {
  it("gives the city's target to the city, not to the counties that the text names", () => {
    expect(
      figuresOf('全市新建教师周转宿舍107套', '全市已完工80套，其中渑池县15套、卢氏县65套；灵宝市27套已开工。').toSorted((a, b) =>
        a[1].localeCompare(b[1]),
      ),
    ).toEqual([
      ['3.b', '411200', 107, 80],
      ['3.b', '411221', null, 15],
      ['3.b', '411224', null, 65],
      ['3.b', '411282', null, 27],
    ])
  })
})
