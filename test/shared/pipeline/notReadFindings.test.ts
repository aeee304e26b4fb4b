import { expect, it } from 'vitest'
import type { CellValue } from '../../../shared/grid/grid.ts'
import { readSheet } from '../../../shared/pipeline/readSheet.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { gridOf } from '../grid/gridOf.ts'

const unknown = (heading: string, ...cells: readonly CellValue[]): readonly string[] => {
  const grid = gridOf([
    ['2021年农村公路建设进展情况表'],
    ['县（市、区）', '年度目标（公里）', '累计完成', heading],
    ['湖滨区', 20, 12, cells[0] ?? null],
    ['陕州区', 60, 30, cells[1] ?? null],
  ])
  const reading = readSheet(grid, register2021, { reporter: 'jiaotong', period: '2021-05', year: 2021 })
  return reading.ok
    ? reading.value.findings.flatMap(({ code, severity, cell }) => (code === 'NOT_READ' ? [`${severity} ${cell}`] : []))
    : []
}

it.each<[string, readonly CellValue[], readonly string[]]>([
  ['沿线绿植', [5, 8], ['warning D3']],
  ['沿线绿植', ['5株', '8株'], ['warning D3']],
  ['沿线绿植', ['无', '8株'], ['warning D3']],
  ['沿线绿植', ['樟树', '杨树'], ['info D3']],
  ['上月位次', [2, 1], ['info D3']],
  ['剩余里程', [8, 30], ['info D3']],
  ['较上月', ['+2', '+8'], ['info D3']],
  ['环比增加', [2.5, 8], ['info D3']],
  ['偏差', ['+4.1', '-3'], ['info D3']],
  ['下月计划完成', [4, 9], ['info D3']],
  ['建筑面积（平方米）', [680, 300], ['info D3']],
  ['占地面积（万㎡）', [6.8, 3], ['info D3']],
  ['路面宽度（米）', [6.5, 4.5], ['info D3']],
  ['惠及群众（人次）', ['6.5万', 2100], ['info D3']],
  // something registered is counted in 人 and 户; which it is, is not said
  ['惠及群众（万人）', [6.5, 2.1], ['warning D3']],
  ['惠及群众（人）', [65000, 2100], ['warning D3']],
  ['惠及户数（户）', [650, 210], ['warning D3']],
  ['面积', [650, 210], ['warning D3']],
])('a column that nobody knows: %s, %j', (heading, cells, expected) => {
  expect(unknown(heading, ...cells)).toEqual(expected)
})

const parts = (...rows: readonly (readonly CellValue[])[]): readonly string[] => {
  const grid = gridOf([
    ['2021年农村公路建设进展情况表'],
    ['县（市、区）', '年度目标（公里）', '累计完成', '其中：新建', '其中：改建'],
    ...rows,
  ])
  const reading = readSheet(grid, register2021, { reporter: 'jiaotong', period: '2021-05', year: 2021 })
  return reading.ok ? reading.value.findings.flatMap(({ code, severity }) => (code === 'NOT_READ' ? [severity] : [])) : []
}

it.each<[string, readonly (readonly CellValue[])[], readonly string[]]>([
  [
    'add up in each row',
    [
      ['湖滨区', 20, 12.5, 8, 4.5],
      ['陕州区', 60, 31, 31, null],
    ],
    ['info'],
  ],
  [
    'do not in one',
    [
      ['湖滨区', 20, 12.5, 8, 4.5],
      ['陕州区', 60, 31, 30, 11],
    ],
    ['warning', 'warning'],
  ],
  [
    'are partly words',
    [
      ['湖滨区', 20, 12.5, 8, 4.5],
      ['陕州区', 60, 31, 20, '约11'],
    ],
    ['warning', 'warning'],
  ],
  ['stand in one row only', [['湖滨区', 20, 12.5, 8, 4.5]], ['warning', 'warning']],
])('parts by kind of work that %s', (_, rows, expected) => {
  expect([...new Set(parts(...rows))]).toEqual([...new Set(expected)])
})

it('without a column of completed figures nothing is thought to be another thing', () => {
  const grid = gridOf([
    ['2021年农村公路建设进展情况表'],
    ['县（市、区）', '年度目标（公里）', '路面宽度（米）'],
    ['湖滨区', 20, 12],
    ['陕州区', 60, 30],
  ])
  const reading = readSheet(grid, register2021, { reporter: 'jiaotong', period: '2021-05', year: 2021 })
  const severities = reading.ok ? reading.value.findings.flatMap(({ code, severity }) => (code === 'NOT_READ' ? [severity] : [])) : []
  expect(severities).not.toContain('info')
})
