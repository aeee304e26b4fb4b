import { oncePer } from '../../base/oncePer.ts'
import type { CellFact, CheckFacts } from '../../finding/facts.ts'
import { decimalFromScaled } from '../../quantity/scaled.ts'
import { COLUMN_FIELDS, isMoney } from '../../record/columnFields.ts'
import type { RecognizedColumn, RecognizedTable, StatedTotal } from '../../record/reading.ts'
import type { Indicator } from '../../register/register.ts'
import { indicatorById } from '../../register/registerIndex.ts'
import { repeated } from './contradictions.ts'
import { coveredRows } from './coveredRecords.ts'
import { inLabelUnits, judgeSum, type SumVerdict, type TotalCase, toSum } from './judgeSum.ts'
import { type FigureColumn, type FigureColumns, figureColumns, isSummed, totalRows } from './summedCells.ts'

/** Compares every stated total and subtotal of the sheet with the cells it covers, once; by the total's cell ("sheet!E12"). */
export const sumVerdicts = oncePer((facts: CheckFacts): ReadonlyMap<string, SumVerdict> => {
  const verdicts = new Map<string, SumVerdict>()
  for (const total of facts.tables.flatMap((table) => totalsOf(facts, table))) {
    const verdict = judgeSum(facts, total)
    if (verdict && !(verdict.verdict === 'differs' && isPromise(facts, verdict))) {
      verdicts.set(`${total.fact.sheet}!${total.fact.cell}`, verdict)
    }
  }
  return verdicts
})

/** The verdict on a total's own figure; undefined where the total states none, or nothing to compare it with was found. */
export function sumVerdict(facts: CheckFacts, total: StatedTotal, field: 'cumulative' | 'target'): SumVerdict['verdict'] | undefined {
  const cell = total.origin.cells[field]
  return cell === undefined ? undefined : sumVerdicts(facts).get(`${total.origin.sheet}!${cell}`)?.verdict
}

/** What a finding says of a total: the figure stated, and the sum of what it covers, in the units of its label. */
export const sumParams = (one: SumVerdict): Readonly<Record<string, string>> => ({
  stated: one.fact.quantity ? decimalFromScaled(toSum(inLabelUnits(one.fact) ?? 0)) : '',
  sum: decimalFromScaled(one.sum),
})

/** Every total of a table with the cells it may cover: rows of totals first, then columns that add up the areas of a row. */
function totalsOf(facts: CheckFacts, table: RecognizedTable): readonly TotalCase[] {
  const derived = table.columns.filter((column) => column.derived && isSummed(column.field))
  if (derived.length === 0 && totalRows(table).length === 0) return []
  const columns = figureColumns(facts, table)
  return [...downColumns(facts, table, columns), ...derived.flatMap((column) => acrossRows(table, column, columns))]
}

/** Rows of totals: each figure against the cells of its own column. */
function downColumns(facts: CheckFacts, table: RecognizedTable, columns: FigureColumns): readonly TotalCase[] {
  const repeats = repeatedRows(facts)
  const each = [...columns.values()].map((column) => ({ column, partsOf: addableIn(facts, table, column) }))
  return totalRows(table).flatMap((skip) =>
    each.flatMap(({ column, partsOf }) => {
      const fact = column.get(skip.row)
      const parts = fact?.quantity && partsOf(fact)
      if (!fact || !parts) return []
      const ways = waysToCover(table, skip.row, skip.reason).map((rows) => rows.flatMap((row) => parts.get(row) ?? []))
      return [{ fact, ways, repeats }]
    }),
  )
}

/** A total row may also add up the subtotals, where the rows between are only a choice (其中). */
function waysToCover(table: RecognizedTable, row: number, kind: 'total' | 'subtotal'): readonly (readonly number[])[] {
  const rows = coveredRows(table, row, kind)
  const subtotals = kind === 'total' ? subtotalRows(table) : []
  return subtotals.length > 1 ? [...rows, subtotals] : rows
}

const subtotalRows = oncePer((table: RecognizedTable): readonly number[] =>
  table.skipRows.flatMap(({ row, reason }) => (reason === 'subtotal' ? [row] : [])),
)

/**
 * The cells of a column that a total can add: all of them where they are of one kind (one count indicator's, or money);
 * where the column holds several indicators and each has a total of its own (全市 / 农村公路, 硬化路, then the same of each
 * county), those of the total's indicator. Undefined where a total stands for more than one. A column is looked at once for
 * all of its totals.
 */
function addableIn(facts: CheckFacts, table: RecognizedTable, column: FigureColumn): (total: CellFact) => FigureColumn | undefined {
  const isCount = (id: string) => countsSomething(indicatorById(facts.register, id), column)
  const [only = '', ...others] = new Set([...column.values()].flatMap((fact) => fact.indicator ?? []))
  const isOfOne = others.length === 0 && isCount(only)
  const stated = totalRows(table).flatMap(({ row }) => column.get(row)?.indicator ?? [])
  const isEachOfOne = stated.length >= 2 && new Set(stated).size === stated.length
  return ({ field, indicator: own }) => {
    if (isOfOne || isMoney(COLUMN_FIELDS[field])) return column
    if (own === undefined || !isEachOfOne || !isCount(own)) return undefined
    return new Map([...column].filter(([, fact]) => fact.indicator === own))
  }
}

/** A count, or what a rate counts (4405例, 应筛6173人); rates themselves never add up. */
const countsSomething = (indicator: Indicator | undefined, column: FigureColumn): boolean =>
  indicator?.kind === 'count' || (indicator?.kind === 'percent' && [...column.values()].every(({ quantity }) => quantity?.measure !== '%'))

/** Counties as columns: a derived cell against the other areas' cells of its field and indicator in the row. */
function acrossRows(table: RecognizedTable, derived: RecognizedColumn, columns: FigureColumns): readonly TotalCase[] {
  const parts = table.columns.filter(
    (column) =>
      column.field === derived.field &&
      !column.derived &&
      column.area !== undefined &&
      column.area !== derived.area &&
      (derived.indicator === undefined || derived.indicator === column.indicator),
  )
  if (parts.length < 2) return []
  return table.dataRows.flatMap((row) => {
    const fact = columns.get(derived.column)?.get(row)
    const way = parts.flatMap((column) => columns.get(column.column)?.get(row) ?? [])
    return fact?.quantity ? [{ fact, ways: [way], repeats: NO_REPEATS }] : []
  })
}

const NO_REPEATS: TotalCase['repeats'] = new Map()

/** Rows that repeat each other, contradictory or not, by the number of their group. */
const repeatedRows = oncePer((facts: CheckFacts): TotalCase['repeats'] => {
  const groups = new Map<number, number>()
  repeated(facts).forEach((group, i) => {
    for (const record of group) if (!groups.has(record.origin.row)) groups.set(record.origin.row, i)
  })
  return groups
})

/** The total states the city's own promise although the counties were given more (加压目标): no mistake. */
function isPromise(facts: CheckFacts, { fact, sum }: SumVerdict): boolean {
  const indicator = fact.indicator === undefined ? undefined : indicatorById(facts.register, fact.indicator)
  const stated = inLabelUnits(fact) ?? 0
  return fact.field === 'target' && indicator?.target?.value === stated * (fact.measure?.scale ?? 1) && sum > stated
}
