import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CellValue, Grid } from '../../../../shared/grid/grid.ts'
import { gridFromJson } from '../../../../shared/grid/gridFromJson.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import type { Correction, ReadingContext } from '../../../../shared/record/reading.ts'
import type { RememberedLayout } from '../../../../shared/record/rememberedLayout.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { labelledSheet, sheetNames } from '../../../sheets/labelledSheet.ts'
import { gridOf } from '../../grid/gridOf.ts'

const CONTEXT = { period: '2021-05', year: 2021 }

function read(grid: Grid, corrections: readonly Correction[] = [], context: ReadingContext = CONTEXT) {
  const reading = readSheet(grid, register2021, context, corrections)
  if (!reading.ok) throw new Error(reading.fault.tag)
  const [table] = reading.value.tables
  if (!table) throw new Error('no table')
  return { ...reading.value, table }
}
const layoutOfGrid = (grid: Grid) => read(grid).table.memory.layout
const sheet = (month: number, rows: readonly (readonly CellValue[])[], more: Partial<Grid> = {}): Grid =>
  gridOf(
    [
      [`2021年${month}月民生实事进展表`],
      ['县（市、区）', '农村公路（公里）', null, null],
      [null, '年度目标', `1-${month}月数据`, `截至${month}月底累计完成`],
      ...rows,
    ],
    { merges: ['A1:D1', 'A2:A3', 'B2:D2'], ...more },
  )
const MAY = [
  ['湖滨区', 20, 12, 10],
  ['陕州区', 60, 30, 28],
  ['灵宝市', 100, 42, 41],
] as const
const JUNE = [...MAY.map(([area, target, a = 0, b = 0]) => [area, target, a + 5, b + 4] as const), ['义马市', 20, 3, 2] as const]
/** 1-5月数据 counts, and not what is headed 累计完成. */
const CORRECTIONS: readonly Correction[] = [
  { kind: 'column', anchor: '农村公路(公里)/1-5月数据', occurrence: 1, field: 'cumulative', subject: '7.1.a' },
  { kind: 'column', anchor: '农村公路(公里)/截至5月底累计完成', occurrence: 1, field: null },
]
const remembered = (grid: Grid, corrections: readonly Correction[], more: Partial<RememberedLayout> = {}): RememberedLayout => {
  const { layout, corrected } = read(grid, corrections).table.memory
  return { layout, scope: 'unit', register: 'smx-2021', columns: corrected, ...more }
}
const figures = ({ records }: { records: ReturnType<typeof read>['records'] }) =>
  records.map(({ subject, area, values }) => [subject, area, (values.cumulative ?? Number.NaN) / 10_000])

describe('the fingerprint of a layout', () => {
  const may = sheet(5, MAY)

  it('is that of next month’s sheet, of one with more rows, and of one further down and to the right', () => {
    expect(layoutOfGrid(may)).toMatch(/^[0-9a-f]{16}$/)
    expect(layoutOfGrid(sheet(6, JUNE))).toBe(layoutOfGrid(may))
    const moved = gridOf([[], [], ...may.cells.map((row) => [null, ...row])], { merges: ['B3:E3', 'B4:B5', 'C4:E4'] })
    expect(layoutOfGrid(moved)).toBe(layoutOfGrid(may))
  })

  it('does not depend on what is in the cells, nor on what people said of the columns', () => {
    expect(read(may, CORRECTIONS).table.memory.layout).toBe(layoutOfGrid(may))
    expect(
      layoutOfGrid(
        sheet(
          5,
          MAY.map(([area]) => [area, 1, 2, null]),
        ),
      ),
    ).toBe(layoutOfGrid(may))
  })

  const other = (change: (cells: CellValue[][]) => void, merges = may.merges): Grid => {
    const cells = may.cells.map((row) => [...row])
    change(cells)
    return { ...may, cells, merges }
  }
  const put = (row: number, column: number, value: CellValue) => (cells: CellValue[][]) => {
    const line = cells[row]
    if (line) line[column] = value
  }
  const eachRow = (change: (row: CellValue[], i: number) => void) => (cells: CellValue[][]) => {
    for (const [i, row] of cells.slice(2).entries()) change(row, i)
  }
  it.each([
    ['another heading', other(put(2, 2, '上报口径数'))],
    ['another measure', other(put(1, 1, '农村公路（万公里）'))],
    ['a month instead of a running total', other(put(2, 2, '5月数据'))],
    ['another order', other(eachRow((row) => void row.splice(2, 2, row[3] ?? null, row[2] ?? null)))],
    ['one column more', other(eachRow((row, i) => void row.push(i === 0 ? '备注' : null)))],
    ['other merges', other(() => undefined, ['A1:D1', 'B2:D2'])],
  ])('is another one with %s', (_, grid) => {
    expect(layoutOfGrid(grid)).not.toBe(layoutOfGrid(may))
  })

  it('of labelled sheets is the same a month later, and tells nearly all of them apart', () => {
    const seen = new Map<string, string>()
    let tables = 0
    for (const name of sheetNames) {
      const labelled = labelledSheet(name)
      const parsed = gridFromJson(labelled)
      if (!parsed.ok) throw new Error(name)
      const { grid } = parsed.value
      const { unit, ...context } = labelled.context
      const reading = readSheet(grid, register2021, { ...context, reporter: unit })
      if (!reading.ok && labelled.open !== undefined) continue
      if (!reading.ok) throw new Error(name)
      const fewer = { ...grid, cells: grid.cells.map((row, i) => (isLastData(reading.value.tables, i + 1) ? [] : row)) }
      const again = readSheet(fewer, register2021, { ...context, reporter: unit })
      if (!again.ok) continue
      for (const { memory } of reading.value.tables) {
        tables += 1
        const headings = memory.headings.join('|')
        const same = seen.get(memory.layout)
        if (same !== undefined) expect(same).toBe(headings)
        seen.set(memory.layout, headings)
      }
      if (again.value.tables.length === reading.value.tables.length)
        expect(
          again.value.tables.map(({ memory }) => memory.layout),
          name,
        ).toEqual(reading.value.tables.map(({ memory }) => memory.layout))
    }
    expect(tables).toBeGreaterThan(100)
    expect(seen.size).toBeGreaterThan(tables * 0.8)
  })
})

/** Whether a row is the last of data of a table that has others. */
const isLastData = (tables: readonly { readonly dataRows: readonly number[] }[], row: number): boolean =>
  tables.some(({ dataRows }) => dataRows.length > 3 && dataRows.at(-1) === row)

describe('a remembered layout', () => {
  it('reads next month’s sheet as this month’s was corrected', () => {
    const june = sheet(6, JUNE)
    const inJune = { ...CONTEXT, period: '2021-06' }
    const without = read(june, [], inJune)
    expect(figures(without).map(([, , value]) => value)).toEqual([14, 32, 45, 2])
    const { table, ...reading } = read(june, [], { ...inJune, layouts: [remembered(sheet(5, MAY), CORRECTIONS)] })
    expect(figures(reading)).toEqual([
      ['7.1.a', '411202', 17],
      ['7.1.a', '411203', 35],
      ['7.1.a', '411282', 47],
      ['7.1.a', '411281', 3],
    ])
    expect(table.columns[2]?.why).toEqual({ confidence: 0.95, reason: 'by_unit_memory' })
    expect(table.memory.recalled).toMatchObject({ scope: 'unit', columns: [3, 4], against: undefined })
  })

  it('says nothing of a sheet with other headings', () => {
    const grid = { ...sheet(6, JUNE), cells: sheet(6, JUNE).cells.map((row, i) => (i === 2 ? [null, '目标', '数据', '完成'] : row)) }
    expect(read(grid, [], { ...CONTEXT, layouts: [remembered(sheet(5, MAY), CORRECTIONS)] }).table.memory.recalled).toBeUndefined()
  })

  it('comes from the unit before the city, and after the person’s own word', () => {
    const layouts = [
      remembered(sheet(5, MAY), [{ ...CORRECTIONS[0], field: 'period_value' } as Correction], { scope: 'city' }),
      remembered(sheet(5, MAY), CORRECTIONS),
    ]
    expect(read(sheet(5, MAY), [], { ...CONTEXT, layouts }).table.columns[2]).toMatchObject({
      field: 'cumulative',
      why: { reason: 'by_unit_memory' },
    })
    const own: Correction = { kind: 'column', anchor: '农村公路(公里)/1-5月数据', occurrence: 1, field: 'period_value' }
    const { table } = read(sheet(5, MAY), [own], { ...CONTEXT, layouts })
    expect(table.columns[2]).toMatchObject({ field: 'period_value', why: { reason: 'by_user' } })
    expect(table.columns[3]?.field).toBeUndefined()
  })

  it('names no indicator of another year’s register, nor one that is gone', () => {
    const [first] = CORRECTIONS
    const layout = remembered(sheet(5, MAY), CORRECTIONS)
    const [said] = layout.columns
    if (!first || !said) throw new Error('nothing remembered')
    const fields = (layouts: readonly RememberedLayout[]) =>
      read(sheet(6, JUNE), [], { ...CONTEXT, layouts }).table.memory.recalled?.columns
    expect(fields([{ ...layout, register: 'smx-2022' }])).toEqual([4])
    expect(fields([{ ...layout, columns: [{ ...said, subject: '99.9.z' }] }])).toBeUndefined()
  })

  describe('against what the figures prove', () => {
    const rated = (done: readonly number[], other: readonly number[]): Grid =>
      gridOf([
        ['县（市、区）', '农村公路年度目标', '完成数', '上报口径数', '完成率'],
        ...['湖滨区', '陕州区', '灵宝市'].map((area, i) => [area, 200, done[i] ?? 0, other[i] ?? 0, `${(done[i] ?? 0) / 2}%`]),
      ])
    const swapped: readonly Correction[] = [
      { kind: 'column', anchor: '上报口径数', occurrence: 1, field: 'cumulative' },
      { kind: 'column', anchor: '完成数', occurrence: 1, field: null },
    ]

    it('is not applied, and says which figures', () => {
      const may = rated([50, 60, 70], [51, 62, 73])
      const layouts = [remembered(may, swapped)]
      const { table } = read(rated([80, 90, 110], [81, 92, 113]), [], { ...CONTEXT, layouts })
      expect(table.columns[2]).toMatchObject({ field: 'cumulative' })
      expect(table.memory.recalled).toMatchObject({ columns: [], against: { kind: 'percentage', column: 5, header: '完成率' } })
    })

    it('is not applied either where only one column was corrected, and another one follows it', () => {
      const one: Correction = { kind: 'column', anchor: '上报口径数', occurrence: 1, field: 'cumulative', subject: '7.1.a' }
      const layouts = [remembered(rated([50, 60, 70], [51, 62, 73]), [one])]
      const { table } = read(rated([80, 90, 110], [81, 92, 113]), [], { ...CONTEXT, layouts })
      expect(table.memory.recalled?.against).toMatchObject({ kind: 'percentage', header: '完成率' })
      expect(table.columns[2]).toMatchObject({ field: 'cumulative' })
    })

    it('is applied where they prove nothing of it', () => {
      const plain = (done: readonly number[], other: readonly number[]): Grid => {
        const grid = rated(done, other)
        return { ...grid, cells: grid.cells.map((row) => row.slice(0, 4)) }
      }
      const layouts = [remembered(plain([50, 60, 70], [51, 62, 73]), swapped)]
      const { table } = read(plain([80, 90, 110], [81, 92, 113]), [], { ...CONTEXT, layouts })
      expect(table.memory.recalled?.columns).toEqual([3, 4])
    })

    it('of steps is not applied either', () => {
      const steps = (factor: number): Grid =>
        gridOf([
          ['县（市、区）', '农村公路年度目标', '上月累计', '本月完成', '累计完成'],
          ...['湖滨区', '陕州区', '灵宝市'].map((area, i) => [area, 200, 10 * factor + i, 5 + i, 10 * factor + 5 + 2 * i]),
        ])
      const layouts = [remembered(steps(1), [{ kind: 'column', anchor: '累计完成', occurrence: 1, field: null }])]
      expect(read(steps(2), [], { ...CONTEXT, layouts }).table.memory.recalled?.against).toMatchObject({ kind: 'steps', column: 5 })
    })
  })
})

describe('what may be remembered of corrections', () => {
  it('is what columns are, under words without figures; rows never', () => {
    const corrections: readonly Correction[] = [
      ...CORRECTIONS,
      { kind: 'row', anchor: '湖滨区', occurrence: 1, subject: '7.1.b' },
      { kind: 'skipRow', anchor: '陕州区', occurrence: 1 },
    ]
    expect(read(sheet(5, MAY), corrections).table.memory.corrected).toEqual([
      { heading: '农村公路(公里)/至某月数据', occurrence: 1, field: 'cumulative', subject: '7.1.a' },
      { heading: '农村公路(公里)/至某月累计完成', occurrence: 1, field: null },
    ])
  })

  it('holds no figure and no name of anybody, whatever is corrected in a sheet full of them', () => {
    const person = fc.constantFrom('张建国', '李芳', '王伟', '欧阳静', '赵秀英', '孙明')
    const figure = fc.integer({ min: 1_000, max: 999_999 })
    const row = fc.tuple(person, fc.constantFrom('湖滨区', '陕州区', '灵宝市'), figure, figure, person)
    const heads = fc.tuple(
      fc.constantFrom('责任人', '项目名称', '联系人'),
      fc.constantFrom('县（市、区）', '所在县区'),
      fc.tuple(figure, fc.constantFrom('年度目标（公里）', '目标')).map(([value, text]) => `${text}${value}公里`),
      fc.tuple(person, fc.constantFrom('完成数', '累计完成')).map(([name, text]) => `${text}（${name}）`),
      fc.constantFrom('备注', '负责人：张建国'),
    )
    const kinds = fc.subarray(['column', 'row', 'skipRow', 'headerRow', 'ledger', 'sheet'] as const, { minLength: 1 })
    fc.assert(
      fc.property(heads, fc.array(row, { minLength: 2, maxLength: 5 }), kinds, (headings, rows, wanted) => {
        const grid = gridOf([headings, ...rows])
        const first = readSheet(grid, register2021, CONTEXT)
        if (!first.ok) return
        const [table] = first.value.tables
        const anchors = {
          column: table?.columns.map(({ header }) => header.normalize('NFKC')) ?? [],
          row: rows.map(([name]) => name),
          skipRow: rows.map(([name]) => name),
          headerRow: rows.map((cells) => cells.join('|')),
          ledger: headings,
          sheet: rows.map(([name]) => `PERIOD_MISMATCH|2021-05|${name}|2021年4月`),
        }
        const corrections = wanted.flatMap((kind) =>
          anchors[kind].map((anchor): Correction => ({ kind, anchor, occurrence: 1, field: 'cumulative', subject: null })),
        )
        const reading = readSheet(grid, register2021, CONTEXT, corrections)
        if (!reading.ok) return
        for (const { memory } of reading.value.tables) {
          const stored = [...memory.headings, ...memory.corrected.map(({ heading }) => heading)].join(' ')
          expect(stored).not.toMatch(/\p{N}/u)
          for (const name of ['张建国', '李芳', '王伟', '欧阳静', '赵秀英', '孙明']) expect(stored).not.toContain(name)
          if (wanted.length > 0 && !wanted.includes('column')) expect(memory.corrected).toEqual([])
        }
      }),
      { numRuns: 60 },
    )
  })
})
