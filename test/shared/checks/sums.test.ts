import { describe, expect, it } from 'vitest'
import { sumMismatch } from '../../../shared/checks/sumMismatch.ts'
import { sumUnverifiable } from '../../../shared/checks/sumUnverifiable.ts'
import type { CellValue } from '../../../shared/grid/grid.ts'
import type { SkippedRow } from '../../../shared/record/reading.ts'
import { column, fact, record, said, table } from './sheetFacts.ts'

const CHECKS = [sumMismatch, sumUnverifiable]
const AREAS = ['411202', '411203', '411221', '411224', '411281', '411282']

/** A column of figures in rows 5 …, and totals below or between them. */
function sheet(values: readonly CellValue[], totals: readonly (readonly [row: number, value: CellValue, reason: SkippedRow['reason']])[]) {
  const skipped = new Set(totals.map(([row]) => row))
  const rows: number[] = []
  for (let row = 5; rows.length < values.length; row++) if (!skipped.has(row)) rows.push(row)
  const cells = [
    ...rows.map((row, i) =>
      fact(`E${row}`, 'cumulative', values[i] ?? null, {
        indicator: '7.1.b',
        ...(values[i] === '不清' && { refused: 'unreadable' as const }),
      }),
    ),
    ...totals.map(([row, value]) => fact(`E${row}`, 'cumulative', value, { indicator: '7.1.b' })),
  ]
  const skipRows = totals.map(([row, , reason]) => ({ row, reason }))
  return { cells, rows, tables: [table(rows, { columns: [column('E', 'cumulative', { indicator: '7.1.b' })], skipRows })] }
}

const found = (given: Parameters<typeof said>[1]) => CHECKS.flatMap((check) => said(check, given))

describe('the checks of sums', () => {
  it.each<[CellValue[], CellValue, string[]]>([
    [[7, 27, 19], 53, []],
    [[7, 27, 19], 35, ['error E9 SUM_MISMATCH']],
    [[7, 27.3, 19.4], 54, []],
    [[7, 27.3, 19.4], 55, ['error E9 SUM_MISMATCH']],
    [[7, '0.36万', 19], 3626, []],
    [[7, '—', null], 7, []],
    [[7, '不清', 19], 60, ['warning E9 SUM_UNVERIFIABLE']],
    [[null, '—', null], 3, []],
  ])('compare %j with the total %j', (values, stated, findings) => {
    expect(found(sheet(values, [[9, stated, 'total']]))).toEqual(findings)
  })

  it('add up what a rate counts, and never the rates', () => {
    const rates = (values: readonly CellValue[], stated: CellValue) => {
      const given = sheet(values, [[9, stated, 'total']])
      return { ...given, cells: given.cells.map((one) => ({ ...one, indicator: '8.1.c' })) }
    }
    expect(found(rates([4405, 4607, 3000], 12_012))).toEqual([])
    expect(found(rates([4405, 4607, 3000], 12_019))).toEqual(['error E9 SUM_MISMATCH'])
    expect(found(rates(['71.36%', '74.63%', '70%'], '72%'))).toEqual([])
  })

  it('compare each subtotal with the rows above it, and the total with all', () => {
    const totals = (first: number, second: number, all: number) =>
      [
        [7, first, 'subtotal'],
        [10, second, 'subtotal'],
        [11, all, 'total'],
      ] as const
    expect(found(sheet([1, 2, 4, 8], totals(3, 12, 15)))).toEqual([])
    expect(found(sheet([1, 2, 4, 8], totals(3, 13, 15)))).toEqual(['error E10 SUM_MISMATCH'])
    expect(found(sheet([1, 2, 4, 8], totals(3, 12, 16)))).toEqual(['error E11 SUM_MISMATCH'])
  })

  it('understand subtotals that stand above their rows', () => {
    const totals = [
      [5, 3, 'subtotal'],
      [8, 12, 'subtotal'],
    ] as const
    expect(found(sheet([1, 2, 4, 8], totals))).toEqual([])
  })

  it('call a total unverifiable that fits with one of two contradictory rows, and count equal rows once', () => {
    const given = (last: number, stated: number) => {
      const made = sheet([900, 10_400, last], [[9, stated, 'total']])
      const records = made.rows.map((row, i) =>
        record({ cumulative: [900, 10_400, last][i] ?? 0 }, { subject: '7.1.b', row, area: i === 0 ? '411202' : '411282' }),
      )
      return { ...made, records }
    }
    expect(found(given(1040, 1940))).toEqual(['warning E9 SUM_UNVERIFIABLE'])
    expect(found(given(10_400, 11_300))).toEqual([])
    expect(found(given(1040, 5000))).toEqual(['error E9 SUM_MISMATCH'])
  })

  it('let a total leave out a functional zone', () => {
    const made = sheet([7, 27, 19], [[9, 34, 'total']])
    const zone = fact('A7', 'area', '经开区', { area: { name: '经开区', byAlias: true, zone: true } })
    expect(found({ ...made, cells: [...made.cells, zone] })).toEqual([])
  })

  it('add the counties of a row where they are columns', () => {
    const letters = ['D', 'E', 'F', 'G', 'H', 'I']
    const row = (values: readonly number[], stated: number) => ({
      tables: [
        table([5], {
          orientation: 'indicators_as_rows_counties_as_columns',
          columns: [
            ...letters.map((letter, i) => column(letter, 'cumulative', { area: AREAS[i] ?? '' })),
            column('J', 'cumulative', { area: '411200', derived: true }),
          ],
        }),
      ],
      cells: [...letters.map((letter, i) => fact(`${letter}5`, 'cumulative', values[i] ?? null)), fact('J5', 'cumulative', stated)],
    })
    expect(found(row([1520, 2070, 1885, 2690, 1493, 2415], 12_073))).toEqual([])
    expect(found(row([1520, 2070, 1885, 2690, 1493, 2415], 12_037))).toEqual(['error J5 SUM_MISMATCH'])
  })

  it('add nothing where a column mixes indicators', () => {
    const made = sheet([7, 27], [[9, 99, 'total']])
    const cells = made.cells.map((cell) => (cell.row === 5 ? { ...cell, indicator: '7.1.a' } : cell))
    expect(found({ ...made, cells })).toEqual([])
  })
})
