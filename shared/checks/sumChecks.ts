import { asScaled, decimalFromScaled, type Scaled } from '../quantity/scaled.ts'
import type { ColumnField, RecognizedTable, StatedTotal } from '../sheet/reading.ts'
import { contradictions, repeated } from './contradictions.ts'
import { coveredRows } from './coveredRecords.ts'
import { factIndex, registerIndex } from './factIndex.ts'
import type { CellFact, CheckFacts } from './facts.ts'
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
        if (!fact?.quantity || !sameKind(facts, column, fact)) continue
        const verdict = compared(
          fact,
          coveredRows(table, skip.row, kind).map((rows) => rows.flatMap((row) => column.get(row) ?? [])),
          unsure,
          facts,
        )
        if (verdict) found.set(`${fact.sheet}!${fact.cell}`, verdict)
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
    if (verdict) found.set(`${fact.sheet}!${fact.cell}`, verdict)
  }
}

/** The total fits if it fits any of the ways in which its parts can be read. */
function compared(
  fact: CellFact,
  candidates: readonly (readonly CellFact[])[],
  unsure: ReadonlyMap<number, readonly (readonly number[])[]>,
  facts: CheckFacts,
): SumVerdict | undefined {
  const stated = inLabelUnits(fact)
  const [likeliest] = candidates
  if (stated === undefined || !likeliest || likeliest.every((cell) => cell.quantity === undefined)) return undefined
  let choice = false
  for (const parts of candidates) {
    const tolerance = toleranceOf(fact, parts)
    const fits = (sum: number) => Math.abs(sum - stated) <= tolerance
    const groups = unsure.get(0) ? groupsAmong(parts, unsure) : []
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
    const single = parts.filter((cell) => !groups.some((group) => group.includes(cell)))
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
function groupsAmong(parts: readonly CellFact[], unsure: ReadonlyMap<number, readonly (readonly number[])[]>): CellFact[][] {
  const rows = unsure.get(0) ?? []
  return rows.map((group) => parts.filter((cell) => group.includes(cell.row))).filter((group) => group.length > 1)
}

/** Rows that repeat each other (under key 0), contradictory or not. */
function unsureRows(facts: CheckFacts): ReadonlyMap<number, readonly (readonly number[])[]> {
  const groups = new Map<string, number[]>()
  for (const group of [...contradictions(facts), ...repeated(facts)]) {
    const rows = [...new Set(group.map((record) => record.origin.row))].sort((a, b) => a - b)
    groups.set(rows.join(','), rows)
  }
  return groups.size === 0 ? new Map() : new Map([[0, [...groups.values()]]])
}

/** A total of one column adds figures of one kind: one indicator's, or money. */
function sameKind(facts: CheckFacts, column: ReadonlyMap<number, CellFact>, total: CellFact): boolean {
  if (total.field === 'invest_plan' || total.field === 'invest_done') return true
  const subjects = new Set<string>()
  for (const fact of column.values()) if (fact.indicator !== undefined) subjects.add(fact.indicator)
  const [only] = subjects
  return subjects.size === 1 && registerIndex(facts.register).indicators.get(only ?? '')?.kind === 'count'
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
    if (!wanted.has(fact.column) || !(data.has(fact.row) || totals.has(fact.row))) continue
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
