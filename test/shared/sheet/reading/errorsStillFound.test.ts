import { describe, expect, it } from 'vitest'
import { parseAddress } from '../../../../shared/grid/a1.ts'
import type { CellValue, Grid } from '../../../../shared/grid/grid.ts'
import { gridFromJson } from '../../../../shared/grid/gridFromJson.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import type { SheetReading } from '../../../../shared/pipeline/sheetReading.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { labelledSheet, sheetNames } from '../../../sheets/labelledSheet.ts'

/**
 * Errors put into sheets that are read right. Each must be read as before (no column changes its role to make the error
 * fit) and be reported somewhere. What is hushed would be listed by name.
 */
interface Sheet {
  readonly grid: Grid
  readonly context: Parameters<typeof readSheet>[2]
}

const sheets: readonly (readonly [string, Sheet])[] = sheetNames.flatMap((name) => {
  const { expect: _, ...question } = labelledSheet<{ readonly expect: unknown }>(name)
  const read = gridFromJson(question)
  if (!read.ok) return []
  const { unit, period, year, today } = read.value.context
  const context = {
    ...(unit ? { reporter: unit } : {}),
    ...(period ? { period } : {}),
    ...(year ? { year } : {}),
    ...(today ? { today } : {}),
  }
  return [[name, { grid: read.value.grid, context }] as const]
})

const read = ({ grid, context }: Sheet): SheetReading | undefined => {
  const reading = readSheet(grid, register2021, context)
  return reading.ok ? reading.value : undefined
}

/** The columns that are sent as target, figure and percentage; what is set aside beside them may change. */
const rolesOf = (reading: SheetReading | undefined): string =>
  JSON.stringify(
    reading?.tables.map(({ columns }) =>
      columns.flatMap(({ column, field, aside }) =>
        !aside && (field === 'target' || field === 'cumulative' || field === 'percent') ? [`${column} ${field}`] : [],
      ),
    ),
  )

const valueAt = (grid: Grid, address: string): CellValue => {
  const at = parseAddress(address)
  return at ? (grid.cells[at.row - 1]?.[at.column - 1] ?? null) : null
}

type Change = readonly (readonly [cell: string, value: CellValue])[]

function withCells(grid: Grid, change: Change): Grid {
  const cells = grid.cells.map((row) => [...row])
  for (const [address, value] of change) {
    const at = parseAddress(address)
    const row = at && cells[at.row - 1]
    if (row) row[at.column - 1] = value
  }
  return { ...grid, cells }
}

/** Cells of figures beside a percentage and a target of their own row: whatever is wrong with them can be known. */
const provable = (reading: SheetReading, grid: Grid, field: 'cumulative' | 'target'): readonly string[] =>
  reading.records.flatMap(({ values, origin, disposition }) => {
    const { target, cumulative, statedPercent } = values
    const known =
      typeof target === 'number' && target > 0 && typeof cumulative === 'number' && cumulative > 0 && typeof statedPercent === 'number'
    const cell = origin.cells[field]
    return known && disposition === 'accept' && cell && typeof valueAt(grid, cell) === 'number' ? [cell] : []
  })

const tenfold = (grid: Grid, cells: readonly string[]): Change => cells.map((cell) => [cell, Number(valueAt(grid, cell)) * 10] as const)

const KINDS: readonly (readonly [kind: string, alter: (reading: SheetReading, grid: Grid) => Change])[] = [
  ['one figure tenfold', (reading, grid) => tenfold(grid, provable(reading, grid, 'cumulative').slice(0, 1))],
  ['all figures tenfold', (reading, grid) => tenfold(grid, provable(reading, grid, 'cumulative'))],
  ['all targets tenfold', (reading, grid) => tenfold(grid, provable(reading, grid, 'target'))],
  [
    'target and figure of all rows exchanged',
    (reading, grid) =>
      reading.records.flatMap(({ origin: { cells }, values: { target, cumulative, statedPercent } }) =>
        // a cell that says both is the same either way
        cells.target &&
        cells.cumulative &&
        cells.target !== cells.cumulative &&
        typeof statedPercent === 'number' &&
        typeof cumulative === 'number' &&
        target !== cumulative
          ? [[cells.target, valueAt(grid, cells.cumulative)] as const, [cells.cumulative, valueAt(grid, cells.target)] as const]
          : [],
      ),
  ],
  [
    'a total changed',
    (reading, grid) =>
      reading.totals
        .flatMap(({ origin, kind }) => (kind === 'total' && origin.cells.cumulative ? [origin.cells.cumulative] : []))
        .slice(0, 1)
        .flatMap((cell) => (typeof valueAt(grid, cell) === 'number' ? [[cell, Number(valueAt(grid, cell)) + 7] as const] : [])),
  ],
]

/** What a person is told: while a question is open nobody is accused of what its answer decides. */
const loud = (reading: SheetReading | undefined): string =>
  JSON.stringify([
    reading?.findings.filter(({ severity }) => severity !== 'info').map(({ code, cell, params }) => [code, cell, params]),
    reading?.questions.map(({ kind, cell }) => [kind, cell]),
  ])

/** 在建 and 完成 of sizes and places, each in kinds: which of them are sums is known by their figures alone. */
const KINDS_OF_WORK = 'counties/liangshan-2016-building-and-done-by-kind'

/** A few rows of several measures, of which one tenfold figure is a third or more. */
const PIPES = 'severalTables/housing-pipes-above-nodes'
/** 受理 beside 结案: a percentage that fits neither speaks for no column. */
const CASES = 'severalTables/justice-cases-above-villages'
/** A single row, whose figures stand amid words. */
const ONE_ROW = 'departments/artists-one-row'

/** What is read otherwise or not said, by name: figures amid words are read by the words before them. */
const KNOWN: Readonly<Partial<Record<string, { readonly misread?: readonly string[]; readonly unsaid?: readonly string[] }>>> = {
  'one figure tenfold': { misread: [PIPES] },
  'all figures tenfold': { misread: [KINDS_OF_WORK, PIPES, CASES] },
  'all targets tenfold': { misread: [KINDS_OF_WORK, PIPES, CASES] },
  'target and figure of all rows exchanged': {
    misread: ['city/words-in-figures', KINDS_OF_WORK, ONE_ROW, 'projects/telecom-operators-as-rows', PIPES, CASES],
  },
}

describe.each(KINDS)('%s', (kind, alter) => {
  const tried: string[] = []
  const misread: string[] = []
  const unsaid: string[] = []
  const asked: string[] = []
  for (const [name, sheet] of sheets) {
    const right = read(sheet)
    const change = right ? alter(right, sheet.grid) : []
    if (change.length === 0) continue
    tried.push(name)
    const wrong = read({ ...sheet, grid: withCells(sheet.grid, change) })
    if (rolesOf(wrong) !== rolesOf(right)) misread.push(name)
    if (loud(wrong) === loud(right)) unsaid.push(name)
    if (wrong && wrong.questions.length > 0) asked.push(name)
  }

  it('is tried on many sheets', () => {
    expect(tried.length).toBeGreaterThan(15)
  })

  it('changes no role', () => {
    expect(misread).toEqual(KNOWN[kind]?.misread ?? [])
  })

  it('is asked about only where target and figure are exchanged', () => {
    const least = kind.endsWith('exchanged') ? tried.length / 3 : 0
    expect(asked.length).toBeGreaterThanOrEqual(least)
    if (least === 0) expect(asked).toEqual([])
  })

  it('is reported', () => {
    expect(unsaid).toEqual(KNOWN[kind]?.unsaid ?? [])
  })
})
