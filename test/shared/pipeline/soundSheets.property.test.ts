import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../shared/finding/finding.ts'
import { columnName } from '../../../shared/grid/a1.ts'
import type { CellValue, Grid } from '../../../shared/grid/grid.ts'
import { readSheet } from '../../../shared/pipeline/readSheet.ts'
import { percentOf } from '../../../shared/quantity/percent.ts'
import { numberFromScaled } from '../../../shared/quantity/scaled.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { scaled } from '../checks/sheetFacts.ts'

const COUNTIES = ['湖滨区', '陕州区', '渑池县', '卢氏县', '义马市', '灵宝市']

/** How a percentage is written: "48.7%" as text, 48.7 as points, 0.487 under a % format. */
type Notation = 'text' | 'points' | 'fraction'

interface Plan {
  readonly figures: readonly { readonly target: number; readonly done: number; readonly last: number }[]
  readonly notation: Notation
  readonly decimals: number
  readonly rounding: 'halfUp' | 'halfEven'
  readonly totalAbove: boolean
  readonly inText: boolean
}

const plans: fc.Arbitrary<Plan> = fc.record({
  figures: fc.array(
    fc
      .record({
        target: fc.integer({ min: 1, max: 9000 }),
        share: fc.integer({ min: 0, max: 100 }),
        before: fc.integer({ min: 0, max: 100 }),
      })
      .map((one) => {
        const done = Math.floor((one.target * one.share) / 100)
        return { target: one.target, done, last: Math.floor((done * one.before) / 100) }
      }),
    { minLength: 6, maxLength: 6 },
  ),
  notation: fc.constantFrom<Notation>('text', 'points', 'fraction'),
  decimals: fc.integer({ min: 0, max: 2 }),
  rounding: fc.constantFrom('halfUp' as const, 'halfEven' as const),
  totalAbove: fc.boolean(),
  inText: fc.boolean(),
})

/** A county table of 自然村通硬化路 whose every percentage and total is right. */
function sheetOf(plan: Plan): { grid: Grid; firstRow: number; totalRow: number } {
  const formats: Record<string, string> = {}
  const cells: CellValue[][] = [
    ['2021年自然村通硬化路进展情况表（截至5月26日）'],
    ['县（市、区）', '年度目标（个）', '上月累计', '累计完成', '完成率'],
  ]
  const percent = (done: number, target: number, row: number): CellValue => {
    const points = percentOf(scaled(done), scaled(target), plan.decimals, plan.rounding)
    if (points === undefined) return null
    const value = numberFromScaled(points)
    if (plan.notation === 'text') return `${value.toFixed(plan.decimals)}%`
    formats[`E${row}`] =
      plan.notation === 'fraction'
        ? `0${plan.decimals > 0 ? `.${'0'.repeat(plan.decimals)}` : ''}%`
        : `0${plan.decimals > 0 ? `.${'0'.repeat(plan.decimals)}` : ''}`
    return plan.notation === 'fraction' ? Number((value / 100).toFixed(plan.decimals + 2)) : value
  }
  const add = (key: 'target' | 'done' | 'last') => plan.figures.reduce((sum, one) => sum + one[key], 0)
  const total = (row: number): CellValue[] => ['合计', add('target'), add('last'), add('done'), percent(add('done'), add('target'), row)]
  if (plan.totalAbove) cells.push(total(3))
  plan.figures.forEach((one, i) => {
    const row = cells.length + 1
    cells.push([COUNTIES[i] ?? '', one.target, one.last, plan.inText ? `${one.done}个` : one.done, percent(one.done, one.target, row)])
  })
  const totalRow = plan.totalAbove ? 3 : cells.length + 1
  if (!plan.totalAbove) cells.push(total(totalRow))
  const grid: Grid = { sheetName: 'S', cells, texts: {}, formats, merges: ['A1:E1'], formulas: {}, hiddenRows: [], date1904: false }
  return { grid, firstRow: plan.totalAbove ? 4 : 3, totalRow }
}

function errors(grid: Grid): string[] {
  const reading = readSheet(grid, register2021, { reporter: '市交通运输局', period: '2021-05', year: 2021 })
  if (!reading.ok) throw new Error(reading.fault.tag)
  return reading.value.findings
    .filter((one: Finding) => one.severity === 'error' || one.code === 'PCT_ROUNDING')
    .map((one) => `${one.cell} ${one.code}`)
}

function withCell(grid: Grid, row: number, column: number, change: (value: CellValue) => CellValue): Grid {
  const cells = grid.cells.map((line, r) => line.map((value, c) => (r === row - 1 && c === column - 1 ? change(value) : value)))
  return { ...grid, cells }
}

describe('a sheet whose figures are right', () => {
  it('raises no error, however its percentages are written', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(errors(sheetOf(plan).grid)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('raises exactly one for one total that is wrong', () => {
    fc.assert(
      fc.property(plans, fc.constantFrom(2, 3), fc.integer({ min: 1, max: 500 }), (plan, column, by) => {
        const { grid, totalRow } = sheetOf(plan)
        const wrong = withCell(grid, totalRow, column, (value) => Number(value) + by)
        expect(errors(wrong).filter((one) => one.endsWith('SUM_MISMATCH'))).toEqual([`${columnName(column)}${totalRow} SUM_MISMATCH`])
      }),
      { numRuns: 100 },
    )
  })

  it('raises exactly one for one percentage that is three points off', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 0, max: 5 }), (plan, county) => {
        const { grid, firstRow } = sheetOf({ ...plan, decimals: Math.max(plan.decimals, 1) })
        const row = firstRow + county
        const off = (value: CellValue): CellValue =>
          typeof value === 'string'
            ? `${(Number.parseFloat(value) + 3).toFixed(2)}%`
            : plan.notation === 'fraction'
              ? Number((Number(value) + 0.03).toFixed(4))
              : Number((Number(value) + 3).toFixed(2))
        expect(errors(withCell(grid, row, 5, off))).toEqual([`E${row} PCT_MISMATCH`])
      }),
      { numRuns: 100 },
    )
  })

  it('raises exactly one for one cumulative figure below last month’s', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 0, max: 5 }), (plan, county) => {
        const { grid, firstRow } = sheetOf(plan)
        const row = firstRow + county
        const done = plan.figures[county]?.done ?? 0
        const found = errors(withCell(grid, row, 3, () => done + 1)).filter((one) => !one.endsWith('SUM_MISMATCH'))
        expect(found).toEqual([`D${row} DECREASED_CUMULATIVE`])
      }),
      { numRuns: 100 },
    )
  })
})
