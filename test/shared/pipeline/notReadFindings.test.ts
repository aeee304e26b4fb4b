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
])('a column that nobody knows: %s, %j', (heading, cells, expected) => {
  expect(unknown(heading, ...cells)).toEqual(expected)
})
