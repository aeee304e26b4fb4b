import { describe, expect, it } from 'vitest'
import { columnName } from '../../../shared/grid/a1.ts'
import type { CellValue, Grid } from '../../../shared/grid/grid.ts'
import { readSheet } from '../../../shared/pipeline/readSheet.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { gridOf as grid } from '../grid/gridOf.ts'

const CONTEXT = { reporter: 'jiaotong', period: '2021-05', year: 2021 }
const HEAD: readonly CellValue[] = ['序号', '工作任务', '年度目标', '累计完成', '完成率', '备注']
const ROW: readonly CellValue[] = [1, '新建农村公路', 300, 146, '48.67%', null]

const read = (one: Grid) => readSheet(one, register2021, CONTEXT)
const codes = (one: Grid) => {
  const reading = read(one)
  return reading.ok ? reading.value.findings.map((finding) => `${finding.cell} ${finding.code}`) : [reading.fault.tag]
}

describe('a sheet that cannot be read', () => {
  it.each([
    ['no cell at all', [], 'empty'],
    ['blanks and white space', [[null, '', '   ', '\u3000']], 'empty'],
    ['words without headings', [['今天开会'], ['请各单位准备材料']], 'noTable'],
    [
      'numbers alone',
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      'noTable',
    ],
  ] as const)('%s is refused', (_, cells, tag) => {
    const reading = read(grid(cells))
    expect(reading.ok ? 'read' : reading.fault.tag).toBe(tag)
  })

  it('says which headings it looked for', () => {
    const reading = read(grid([['今天开会']]))
    expect(!reading.ok && reading.fault.tag === 'noTable' && reading.fault.lookedFor).toContain('工作任务')
  })
})

describe('bad cells', () => {
  const withValue = (value: CellValue) => grid([HEAD, ROW, [2, '自然村通硬化路', 280, value, null, null]])

  it.each([
    ['an error value', '#DIV/0!', 'D3 CELL_ERROR'],
    ['words without a figure', '详见附件材料', 'D3 NOT_READ'],
    ['32,767 characters', '很'.repeat(32_767), 'D3 NOT_READ'],
    ['NUL', '\u0000\u0000', 'D3 NOT_READ'],
    ['a lone surrogate', '\ud800', 'D3 NOT_READ'],
    ['a number out of range', 1e300, 'D3 NOT_READ'],
    ['a truth value', true, 'D3 NOT_READ'],
  ])('%s becomes a finding at its cell', (_, value, finding) => {
    expect(codes(withValue(value))).toContain(finding)
  })

  it('reads through bidi controls', () => {
    const reading = read(grid([HEAD.map((h) => `\u202e${h}\u202c`), [1, '\u2067新建农村公路\u2069', 300, 146, null, null]]))
    expect(reading.ok && reading.value.records.map((record) => [record.subject, record.values.cumulative])).toEqual([['7.1.a', 1_460_000]])
  })

  it('reads formulas as text as what they are: no figures', () => {
    expect(codes(withValue('=SUM(D1:D2)'))).toContain('D3 NOT_READ')
  })

  it('reports the cells of a column that it does not know', () => {
    expect(
      codes(
        grid([
          [...HEAD, '神秘栏目'],
          [...ROW, '某种内容'],
        ]),
      ),
    ).toContain('G2 NOT_READ')
  })

  it('asks which task a row means where it cannot tell', () => {
    expect(codes(grid([HEAD, ROW, [2, '过街天桥', null, 1, null, null]]))).toContain('D3 SUBJECT_AMBIGUOUS')
  })

  it('counts every cell of the table as read, skipped or reported', () => {
    const cells = [
      HEAD,
      ROW,
      [2, '自然村通硬化路', 280, '#REF!', null, '说明'],
      ['合计', null, null, null, null, null],
      ['注：本表按月报送。'],
    ]
    const reading = read(grid(cells))
    const filled = cells.flat().filter((value) => value !== null).length
    expect(reading.ok && Object.values(reading.value.cellCount).reduce((sum, count) => sum + count, 0)).toBe(filled)
  })
})

describe('huge and odd sheets', () => {
  it('reads a used range of 1,048,576 rows for its 300 filled ones', () => {
    const cells: CellValue[][] = [[...HEAD]]
    for (let i = 0; i < 299; i++) cells.push([i + 1, i % 2 === 0 ? '新建农村公路' : '自然村通硬化路', 10, i % 10, null, null])
    for (let i = 300; i < 1_048_576; i++) cells.push([])
    const reading = read(grid(cells))
    expect(reading.ok && reading.value.tables[0]?.dataRows.length).toBe(299)
  })

  it('bears ten thousand merges, nonsense among them', () => {
    const merges = Array.from({ length: 10_000 }, (_, i) =>
      i % 7 === 0 ? 'X' : `${columnName((i % 200) + 8)}${i + 5}:${columnName((i % 200) + 9)}${i + 6}`,
    )
    const reading = read(grid([HEAD, ROW], { merges: [...merges, 'A1:XFD1048576'] }))
    expect(reading.ok || reading.fault.tag).toBeTruthy()
  })

  it('reads hidden rows like all others', () => {
    const reading = read(grid([HEAD, ROW], { hiddenRows: [2] }))
    expect(reading.ok && reading.value.records.length).toBe(1)
  })
})
