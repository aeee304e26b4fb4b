import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { address } from '../../../shared/grid/a1.ts'
import type { CellValue, Grid } from '../../../shared/grid/grid.ts'
import type { ReadingContext } from '../../../shared/record/reading.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { HEADING_TEXTS } from '../../../shared/sheet/headings/headingTexts.ts'
import { parseRecords } from '../../../shared/sheet/parseRecords.ts'
import { recognizeTables } from '../../../shared/sheet/recognizeTables.ts'
import { viewSheet } from '../../../shared/sheet/view/sheetView.ts'
import { gridOf } from '../grid/gridOf.ts'
import { lostNumbers, sheetsToAlter } from './accounts.ts'

/** What does not add up in the tables of a sheet: filled cells that ended nowhere, blank ones that did, and wrong sums. */
function leaks(grid: Grid, context: ReadingContext): readonly string[] {
  const view = viewSheet(grid)
  return recognizeTables(view, register2021, context).flatMap((table) => {
    const { ends, count, notRead } = parseRecords({ view, table, register: register2021, context })
    const rows = [...table.headerRows, ...table.sectionRows, ...table.dataRows, ...table.skipRows.map(({ row }) => row)]
    const places = [...new Set(rows)].flatMap((row) => table.columns.map(({ column }) => ({ row, column })))
    const ended = places.filter(({ row, column }) => ends.of(row, column) !== undefined)
    const filled = places.filter(({ row, column }) => view.value(row, column) !== null)
    const sum = count.read + count.skipped + count.reported
    const reported = new Set(notRead.map(({ cell }) => cell))
    return [
      ...filled.filter((place) => !ended.includes(place)).map(({ row, column }) => `${address(row, column)} ended nowhere`),
      ...ended.filter((place) => !filled.includes(place)).map(({ row, column }) => `${address(row, column)} is blank`),
      ...(sum === filled.length ? [] : [`${sum} counted of ${filled.length}`]),
      ...ended
        .filter(({ row, column }) => reported.has(address(row, column)) && !isReported(ends.of(row, column)?.kind))
        .map(({ row, column }) => `${address(row, column)} is reported and counted as ${ends.of(row, column)?.kind}`),
    ]
  })
}

const isReported = (kind: string | undefined): boolean => kind === 'notRead' || kind === 'finding'

/** `GRIDS=10000 npm test -- --project properties conservation` tries more of each kind, `SEED` other ones. */
const RUNS = { numRuns: Number(process.env.GRIDS ?? 1_000), seed: Number(process.env.SEED ?? 20_211_130) }

/** Milliseconds: a machine that is busy reads some twenty sheets a second. */
const LONG = { timeout: 120_000 + RUNS.numRuns * 50 }

/** What clerks write into cells, and what Excel makes of them. */
const CELLS: readonly CellValue[] = [
  ...[0, 0.48, 1, 48.67, 300, -5, 44_342, 1e13, true],
  ...['41公里', '0.36万', '１４．６％', '约420户', '146公里，123个', '各20个', '5210（74.4%）', '未开工', '—', '#REF!', '#DIV/0!', '√'],
  ...['湖滨区', '陕县', '经开区', '三门峡市', '合计', '小计', '其中：', '注：', '填报人：', '一、', '过街天桥', '新建农村公路', '第二批'],
  ...['5月底', '2021.5.26', '市教育局', '详见附件', '正在施工', '人', '万元', '目标', '完成', '完成率'],
]

const HEADINGS = Object.values(HEADING_TEXTS).flatMap((texts) => texts?.slice(0, 3) ?? [])

/** A row repeated or left out, or a cell filled or blanked: each a place (as fractions of the sheet) and what is done there. */
const edit = fc.record({
  row: fc.double({ min: 0, max: 0.999, noNaN: true }),
  column: fc.double({ min: 0, max: 0.999, noNaN: true }),
  act: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...CELLS).map((value) => ({ kind: 'fill' as const, value })) },
    fc.constantFrom(...(['blank', 'repeat', 'remove'] as const)).map((kind) => ({ kind, value: null })),
  ),
})

function edited(grid: Grid, edits: readonly (typeof edit extends fc.Arbitrary<infer T> ? T : never)[]): Grid {
  const cells = grid.cells.map((row) => [...row])
  for (const { row, column, act } of edits) {
    const at = Math.floor(row * cells.length)
    const line = cells[at]
    if (!line || line.length === 0) continue
    if (act.kind === 'repeat') cells.splice(at, 0, [...line])
    else if (act.kind === 'remove') cells.splice(at, 1)
    else line[Math.floor(column * line.length)] = act.value
  }
  return { ...grid, cells }
}

const alteredSheet = fc
  .tuple(fc.constantFrom(...sheetsToAlter), fc.array(edit, { minLength: 1, maxLength: 12 }))
  .map(([{ grid, context }, edits]) => ({ grid: edited(grid, edits), context }))

/** Rows of headings, then rows of cells that fit them more or less, with merges anywhere. */
const anySheet = fc
  .tuple(
    fc.array(fc.constantFrom(...HEADINGS), { minLength: 2, maxLength: 9 }),
    fc.array(fc.array(fc.oneof(fc.constant(null), fc.constantFrom(...CELLS), fc.integer({ min: 0, max: 5_000 })), { maxLength: 10 }), {
      maxLength: 12,
    }),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 12 }), fc.nat(3), fc.nat(3)), { maxLength: 3 }),
  )
  .map(([headings, rows, areas]) =>
    gridOf([['2021年农村公路建设进展情况表'], headings, ...rows], {
      merges: areas.map(([c, r, w, h]) => `${address(r, c)}:${address(r + h, c + w)}`),
    }),
  )

describe('every filled cell of a table ends in one place', () => {
  it.each(sheetsToAlter)('in $name', ({ grid, context }) => {
    expect(leaks(grid, context)).toEqual([])
  })

  it('in sheets whose cells and rows were changed', LONG, () => {
    fc.assert(
      fc.property(alteredSheet, ({ grid, context }) => {
        expect(leaks(grid, context)).toEqual([])
      }),
      RUNS,
    )
  })
})

describe('every number is shown: in a record, a total, a finding, or set aside with its reason', () => {
  it.each(sheetsToAlter)('in $name', ({ grid, context }) => {
    expect(lostNumbers(grid, context)).toEqual([])
  })

  it('in sheets whose cells and rows were changed', LONG, () => {
    fc.assert(
      fc.property(alteredSheet, ({ grid, context }) => {
        expect(lostNumbers(grid, context)).toEqual([])
      }),
      RUNS,
    )
  })

  it('in sheets made of anything', LONG, () => {
    fc.assert(
      fc.property(anySheet, (grid) => {
        expect(lostNumbers(grid, { reporter: 'jiaotong', period: '2021-05', year: 2021 })).toEqual([])
        expect(leaks(grid, { reporter: 'jiaotong', period: '2021-05', year: 2021 })).toEqual([])
      }),
      RUNS,
    )
  })
})
