import type { CellFact, CheckFacts } from '../../finding/facts.ts'
import { asScaled, decimalFromScaled, type Scaled } from '../../quantity/scaled.ts'
import type { ColumnField, RecognizedTable, StatedTotal } from '../../record/reading.ts'
import { registerIndex } from '../../register/registerIndex.ts'
import { repeated } from './contradictions.ts'
import { coveredRows } from './coveredRecords.ts'
import { factIndex } from './factIndex.ts'
import { dataRowsOf } from './tableAt.ts'

/** A stated total beside the sum of the cells it covers. */
export interface SumVerdict {
  readonly fact: CellFact
  /** uncertain: it fits only a choice among contradictory rows, or cells that it covers could not be read. */
  readonly verdict: 'fits' | 'differs' | 'uncertain'
  readonly sum: Scaled
}

/** Compares every stated total and subtotal of the sheet with its cells, once. */
export function sumChecks(facts: CheckFacts): ReadonlyMap<string, SumVerdict> {
  const known = verdicts.get(facts)
  if (known) return known
  const found = new Map<string, SumVerdict>()
  for (const table of facts.tables) {
    const derived = table.columns.filter((column) => column.derived && isSummed(column.field))
    const totals = table.skipRows.filter((skip) => skip.reason === 'total' || skip.reason === 'subtotal')
    if (derived.length === 0 && totals.length === 0) continue
    const cells = cellsOf(facts, table)
    const unsure = unsureRows(facts)
    for (const skip of totals) {
      const kind = skip.reason === 'subtotal' ? 'subtotal' : 'total'
      for (const column of cells.values()) {
        const fact = column.get(skip.row)
        if (!fact?.quantity) continue
        const among = sameKind(facts, column, fact) ? column : ofOneIndicator(facts, column, fact, totals)
        if (!among) continue
        const verdict = compared(
          fact,
          candidatesOf(table, skip.row, kind).map((rows) => rows.flatMap((row) => among.get(row) ?? [])),
          unsure,
          facts,
        )
        if (verdict && !(verdict.verdict === 'differs' && isPromise(facts, fact, verdict))) found.set(`${fact.sheet}!${fact.cell}`, verdict)
      }
    }
    for (const column of derived) acrossRow(facts, table, column.column, column.field as ColumnField, cells, found)
  }
  verdicts.set(facts, found)
  return found
}

const verdicts = new WeakMap<CheckFacts, ReadonlyMap<string, SumVerdict>>()

/** Whether what a total is made of is contradictory, or its sum is not what it states. */
export function sumVerdict(facts: CheckFacts, total: StatedTotal, field: 'cumulative' | 'target'): SumVerdict['verdict'] | undefined {
  const cell = total.origin.cells[field]
  return cell === undefined ? undefined : sumChecks(facts).get(`${total.origin.sheet}!${cell}`)?.verdict
}

/** A total row may also add up the subtotals, where the rows between are only a choice (其中). */
function candidatesOf(table: RecognizedTable, row: number, kind: 'total' | 'subtotal'): readonly (readonly number[])[] {
  const subtotals = table.skipRows.filter((skip) => skip.reason === 'subtotal').map((skip) => skip.row)
  const rows = coveredRows(table, row, kind)
  return kind === 'total' && subtotals.length > 1 ? [...rows, subtotals] : rows
}

/** The city's own promise stands in the total although the counties were given more (加压目标): no mistake. */
function isPromise(facts: CheckFacts, fact: CellFact, verdict: SumVerdict): boolean {
  const indicator = fact.indicator === undefined ? undefined : registerIndex(facts.register).indicators.get(fact.indicator)
  const stated = (inLabelUnits(fact) ?? 0) * (fact.measure?.scale ?? 1)
  return fact.field === 'target' && indicator?.target?.value === stated && verdict.sum > (inLabelUnits(fact) ?? 0)
}

/** Counties as columns: a derived cell against the other areas' cells of its field in the row. */
function acrossRow(
  facts: CheckFacts,
  table: RecognizedTable,
  at: number,
  field: ColumnField,
  cells: ReadonlyMap<number, ReadonlyMap<number, CellFact>>,
  found: Map<string, SumVerdict>,
): void {
  const own = table.columns.find((column) => column.column === at)
  const parts = table.columns.filter(
    (column) =>
      column.field === field &&
      !column.derived &&
      column.area !== undefined &&
      column.area !== own?.area &&
      (own?.indicator === undefined || own.indicator === column.indicator),
  )
  if (parts.length < 2) return
  for (const row of table.dataRows) {
    const fact = cells.get(at)?.get(row)
    if (!fact?.quantity) continue
    const verdict = compared(fact, [parts.flatMap((column) => cells.get(column.column)?.get(row) ?? [])], new Map(), facts)
    if (verdict && !(verdict.verdict === 'differs' && isPromise(facts, fact, verdict))) found.set(`${fact.sheet}!${fact.cell}`, verdict)
  }
}

/** The total fits if it fits any of the ways in which its parts can be read. */
function compared(
  fact: CellFact,
  candidates: readonly (readonly CellFact[])[],
  unsure: ReadonlyMap<number, number>,
  facts: CheckFacts,
): SumVerdict | undefined {
  const stated = inLabelUnits(fact)
  const [likeliest] = candidates
  if (stated === undefined || !likeliest || likeliest.every((cell) => cell.quantity === undefined)) return undefined
  let choice = false
  for (const parts of candidates) {
    const tolerance = toleranceOf(fact, parts)
    const fits = (sum: number) => Math.abs(sum - stated) <= tolerance
    const groups = groupsAmong(parts, unsure)
    const whole = sum(parts)
    if (groups.length === 0) {
      if (
        fits(whole) ||
        fits(sum(parts.filter((cell) => !isOutside(facts, cell)))) ||
        fits(sum(parts.filter((cell) => !isCity(facts, cell))))
      ) {
        return { fact, verdict: 'fits', sum: asSum(whole) }
      }
      continue
    }
    const grouped = new Set(groups.flat())
    const single = parts.filter((cell) => !grouped.has(cell))
    const choices = groups.reduce<number[]>(
      (sums, group) => [...new Set(sums.flatMap((s) => group.map((cell) => s + (inLabelUnits(cell) ?? 0))))].slice(0, 64),
      [sum(single)],
    )
    if (choices.length === 1 && (fits(choices[0] ?? 0) || fits(whole))) return { fact, verdict: 'fits', sum: asSum(choices[0] ?? 0) }
    choice ||= choices.some(fits) || fits(whole)
  }
  const unreadable = likeliest.some((cell) => cell.quantity === undefined && (cell.refused !== undefined || cell.error !== undefined))
  return { fact, verdict: choice || unreadable ? 'uncertain' : 'differs', sum: asSum(sum(likeliest)) }
}

const sum = (cells: readonly CellFact[]): number => cells.reduce((total, cell) => total + (inLabelUnits(cell) ?? 0), 0)

const asSum = (value: number): Scaled => asScaled(Math.max(-8e15, Math.min(8e15, Math.round(value))))

/** 0.36万 under 户 is 3600; under 万户 it is 0.36, as its neighbours are written. */
function inLabelUnits(cell: CellFact): number | undefined {
  const { quantity, measure } = cell
  if (!quantity) return undefined
  return quantity.scale > 1 && (measure?.scale ?? 1) > 1 ? Math.round(quantity.value / (measure?.scale ?? 1)) : quantity.value
}

/** Half a unit in the total's last place, where its parts are shown with more places. */
function toleranceOf(fact: CellFact, parts: readonly CellFact[]): number {
  const places = (cell: CellFact) => Math.min(cell.quantity?.decimals ?? 0, 4)
  const own = places(fact)
  const most = Math.max(0, ...parts.map(places))
  return most > own ? 5 * 10 ** (3 - own) : 0
}

/** The groups of cells, among the parts, that stand in rows repeated for the same subject and area. */
function groupsAmong(parts: readonly CellFact[], unsure: ReadonlyMap<number, number>): CellFact[][] {
  if (unsure.size === 0) return []
  const groups = new Map<number, CellFact[]>()
  for (const cell of parts) {
    const group = unsure.get(cell.row)
    if (group === undefined) continue
    const there = groups.get(group)
    if (there) there.push(cell)
    else groups.set(group, [cell])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/** Rows that repeat each other, contradictory or not, by the number of their group. */
function unsureRows(facts: CheckFacts): ReadonlyMap<number, number> {
  const groups = new Map<number, number>()
  repeated(facts).forEach((group, i) => {
    for (const record of group) if (!groups.has(record.origin.row)) groups.set(record.origin.row, i)
  })
  return groups
}

/** A total of one column adds figures of one kind: one indicator's, or money. */
function sameKind(facts: CheckFacts, column: ReadonlyMap<number, CellFact>, total: CellFact): boolean {
  if (total.field === 'invest_plan' || total.field === 'invest_done') return true
  const subjects = new Set<string>()
  for (const fact of column.values()) if (fact.indicator !== undefined) subjects.add(fact.indicator)
  const [only] = subjects
  return subjects.size === 1 && registerIndex(facts.register).indicators.get(only ?? '')?.kind === 'count'
}

/**
 * The cells of a total's own indicator, where a column holds several and each has a total of its own (全市 / 农村公路,
 * 硬化路, then the same of each county); undefined where a total stands for more than one.
 */
function ofOneIndicator(
  facts: CheckFacts,
  column: ReadonlyMap<number, CellFact>,
  total: CellFact,
  totals: readonly { readonly row: number }[],
): ReadonlyMap<number, CellFact> | undefined {
  const stated = totals.flatMap(({ row }) => column.get(row)?.indicator ?? [])
  if (total.indicator === undefined || stated.length < 2 || new Set(stated).size < stated.length) return undefined
  if (registerIndex(facts.register).indicators.get(total.indicator)?.kind !== 'count') return undefined
  return new Map([...column].filter(([, fact]) => fact.indicator === total.indicator))
}

const isOutside = (facts: CheckFacts, cell: CellFact): boolean => areaRows(facts).get(`${cell.sheet}!${cell.row}`) === null
const isCity = (facts: CheckFacts, cell: CellFact): boolean => areaRows(facts).get(`${cell.sheet}!${cell.row}`) === facts.register.city

const rowsByArea = new WeakMap<CheckFacts, Map<string, string | null>>()

/** The area of each row that names one; null for an area that the register does not know. */
function areaRows(facts: CheckFacts): Map<string, string | null> {
  const known = rowsByArea.get(facts)
  if (known) return known
  const rows = new Map(factIndex(facts).areas.map((fact) => [`${fact.sheet}!${fact.row}`, fact.area?.code ?? null]))
  rowsByArea.set(facts, rows)
  return rows
}

/** The figures of a table by column and row; of data rows and of totals. */
function cellsOf(facts: CheckFacts, table: RecognizedTable): Map<number, Map<number, CellFact>> {
  const columns = new Map<number, Map<number, CellFact>>()
  const wanted = new Set(table.columns.filter((column) => isSummed(column.field)).map((column) => column.column))
  const totals = new Set(table.skipRows.filter((skip) => skip.reason === 'total' || skip.reason === 'subtotal').map((skip) => skip.row))
  const data = dataRowsOf(table)
  for (const fact of facts.cells) {
    if (!wanted.has(fact.column) || !isSummed(fact.field) || !(data.has(fact.row) || totals.has(fact.row))) continue
    const column = columns.get(fact.column) ?? new Map<number, CellFact>()
    columns.set(fact.column, column.set(fact.row, fact))
  }
  return columns
}

const isSummed = (field: ColumnField | undefined): boolean => field !== undefined && SUMMED.has(field)
const SUMMED: ReadonlySet<string> = new Set([
  'target',
  'cumulative',
  'period_value',
  'previous_cumulative',
  'carry_over',
  'invest_plan',
  'invest_done',
])

export const sumParams = (one: SumVerdict): Readonly<Record<string, string>> => ({
  stated: one.fact.quantity ? decimalFromScaled(asSum(inLabelUnits(one.fact) ?? 0)) : '',
  sum: decimalFromScaled(one.sum),
})
