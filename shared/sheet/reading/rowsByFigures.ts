import { columnFieldsWhere } from '../../record/columnFields.ts'
import type { RecognizedColumn, SkippedRow } from '../../record/reading.ts'
import { areaOfName } from '../subjects/areaOfName.ts'
import type { TableOfColumns } from '../tables/tableOfColumns.ts'
import { bodyFigures } from './bodyFigures.ts'
import { type RowSum, rowSums } from './rowSums.ts'

/** Rows of data and rows left out, as they were told apart by their words. */
export interface RowKinds {
  readonly dataRows: readonly number[]
  readonly skipRows: readonly SkippedRow[]
}

/**
 * Rows of data that their figures prove to be something else: a total under the city's own name or under a name that the
 * register does not know, and a mean. A county's row stays data whatever it adds up to.
 *
 *     三门峡              | 700 | 538      the sum of the six rows below: a total
 *     全市总计（含市康复中心）| 700 | 632      the sum of all below: a total
 *     全市平均            | 116.7 | 89.7   a mean, and no total to check
 *     一、县乡公路         | 29.5 | 17.8    the sum of the roads below: a subtotal in the line of their section
 */
export function rowsByFigures(table: TableOfColumns, kinds: RowKinds): RowKinds {
  const { view, columns } = table
  const naming = columns.filter(isNaming)
  const means = [...kinds.dataRows, ...kinds.skipRows.filter(({ reason }) => reason === 'total').map(({ row }) => row)].filter((row) =>
    naming.some(({ column }) => MEAN.test(view.text(row, column))),
  )
  const isMean = new Set(means)
  const mayBeTotal = kinds.dataRows.filter((row) => !isMean.has(row) && mayAddUp(table, naming, row))
  const openers = kinds.dataRows.filter((row) => !isMean.has(row) && opensSection(table, row))
  const sums = mayBeTotal.length + openers.length === 0 ? new Map<number, RowSum>() : sumsOf(table, kinds)
  const totals = mayBeTotal.filter((row) => sums.has(row))
  const subtotals = openers.filter((row) => !totals.includes(row) && startsBelow(sums.get(row), nextOf(kinds.dataRows, row)))
  if (means.length === 0 && totals.length === 0 && subtotals.length === 0) return kinds
  const moved = new Set([...means, ...totals, ...subtotals])
  return {
    dataRows: kinds.dataRows.filter((row) => !moved.has(row)),
    skipRows: [
      ...kinds.skipRows.filter(({ row }) => !moved.has(row)),
      ...totals.map((row): SkippedRow => ({ row, reason: 'total' })),
      ...subtotals.map((row): SkippedRow => ({ row, reason: 'subtotal' })),
      ...means.map((row): SkippedRow => ({ row, reason: 'mean' })),
    ].sort((a, b) => a.row - b.row),
  }
}

/** 一、县乡公路 or （二）村组公路 in the first cell, where the rows below have numbers and names of their own. */
function opensSection({ view, columns }: TableOfColumns, row: number): boolean {
  const first = columns[0]?.column ?? 1
  return OPENS.test(view.mergedText(row, first))
}
const OPENS = /^[(（]?[一二三四五六七八九十]{1,3}(?:[)）]|[)）]?[、.．])/u

/** Whether what adds up to a row begins right below it. */
const startsBelow = (sum: RowSum | undefined, next: number | undefined): boolean => sum !== undefined && sum.of[0] === next

const nextOf = (rows: readonly number[], row: number): number | undefined => rows[rows.indexOf(row) + 1]

const MEAN = /平均(值|数)?$|^均值$|^平均/u

const isNaming = ({ field }: RecognizedColumn): boolean => field === 'area' || field === 'task' || field === 'indicator' || field === 'seq'

/** A name that may be a total's: the city's own among counties, or one with a word of adding that is no county's. */
function mayAddUp({ view, register }: TableOfColumns, naming: readonly RecognizedColumn[], row: number): boolean {
  return naming.some(({ column, field }) => {
    const text = view.text(row, column)
    const addsUp = ADDS_UP.test(text)
    // only names of areas need to be looked up where no word of adding is: not the task and number of each row
    if (text === '' || (field !== 'area' && !addsUp)) return false
    const found = areaOfName(register, text)
    return found?.kind === 'area' ? field === 'area' && found.area.code === register.city : addsUp
  })
}

const ADDS_UP = /[合总共小]计|全[市县区]|汇总/u

function sumsOf({ view, columns }: TableOfColumns, { dataRows, skipRows }: RowKinds): ReadonlyMap<number, RowSum> {
  const left = new Set(skipRows.map(({ row }) => row))
  const rows = dataRows.filter((row) => !left.has(row))
  const figures = columns.filter(({ field }) => COUNTED.has(field)).map(({ column }) => column)
  return rowSums(bodyFigures(view, rows, figures))
}

const COUNTED = columnFieldsWhere(({ group }) => group === 'figure')
