import type { FigureRecord } from '../../record/figureRecord.ts'
import { type Ledger, mayBeLedger } from '../../record/ledger.ts'
import type { Correction, RecognizedColumn, RecognizedTable } from '../../record/reading.ts'
import type { Indicator } from '../../register/register.ts'
import { registerIndex } from '../../register/registerIndex.ts'
import { columnAnchor } from '../rows/applyCorrections.ts'
import { countRows } from './countRows.ts'
import { itemColumn } from './itemColumn.ts'
import type { LedgerSource } from './ledgerSource.ts'
import { sumRows } from './sumRows.ts'

/** The records of a table with the rows of its ledgers put together, and the ledgers; the same records where it has none. */
export interface LedgerReading {
  readonly records: readonly FigureRecord[]
  readonly ledgers: readonly Ledger[]
  /** The rows that were put together, one by one. */
  readonly rows: readonly FigureRecord[]
  /** The column whose words were counted; none where figures were added. */
  readonly counted?: number
}

/**
 * Rows that are single projects of one indicator, added up by area: many rows report the same indicator and area, a column
 * of names tells them apart, and none states the whole of what is promised. Rows that only repeat each other, two or three
 * an area, or that a column of months or of 计划 and 完成 tells apart, are none.
 *
 *     路线名称         县（市、区）   里程   完成        sum
 *     X101线          湖滨区        5     3
 *     X102线          湖滨区        5     blank      湖滨区 10, 3 (1 of 2 without)
 *     Y001线          陕州区        4     4          陕州区 4, 4 …
 */
export function findLedgers(source: LedgerSource, distinct: boolean, corrections: readonly Correction[]): LedgerReading {
  const { view, table, register, records } = source
  const { indicators } = registerIndex(register)
  const taken = new Map<FigureRecord, readonly FigureRecord[]>()
  const ledgers: Ledger[] = []
  // no two records share a key, and there are few of them: there is nothing to put together
  for (const [subject, all] of distinct && records.length < MANY ? [] : Map.groupBy(records, (record) => record.subject)) {
    const indicator = indicators.get(subject)
    const rows = rowsOfProjects(all)
    if (!indicator || !mayBeProjects(rows, indicator)) continue
    const items = itemColumn(
      view,
      table,
      rows.map(({ origin }) => origin.row),
    )
    if (!items || (rows.some(({ part }) => part !== '') && TOWNS.test(items.header))) continue
    const groups = [...Map.groupBy(rows, ({ area }) => area).values()].map((group) => ({ group, sum: sumRows(view, group, indicator) }))
    for (const { group, sum } of groups) for (const [i, record] of group.entries()) taken.set(record, i === 0 ? [sum.record] : [])
    ledgers.push({ ...head(table, items, corrections), subject, by: 'figures', sums: groups.map(({ sum }) => sum.sum) })
  }
  if (ledgers.length > 0) return { records: records.flatMap((record) => taken.get(record) ?? [record]), ledgers, rows: [...taken.keys()] }
  const counted = countRows(source)
  if (!counted) return { records, ledgers, rows: [] }
  const { subject, sums, items, column } = counted
  return {
    records: [...records, ...sums.map(({ record }) => record)],
    ledgers: [{ ...head(table, items, corrections), subject, by: 'rows', sums: sums.map(({ sum }) => sum) }],
    rows: [],
    counted: column,
  }
}

/** Rows that nothing tells apart but their names; of those whose names are parts already, as many as nobody keeps apart. */
function rowsOfProjects(records: readonly FigureRecord[]): readonly FigureRecord[] {
  const named = records.filter(({ part }) => part !== '')
  const areas = new Set(named.map(({ area }) => area)).size
  return named.length >= MANY && named.length >= MANY_AN_AREA * areas ? records : records.filter(({ part }) => part === '')
}

/** From here on names of parts are those of projects, which change from month to month. */
const MANY = 30
const MANY_AN_AREA = 5
/** Townships and villages stay what they are called. */
const TOWNS = /[乡镇村]|街道|社区/u

function mayBeProjects(rows: readonly FigureRecord[], { kind, target }: Indicator): boolean {
  if (kind !== 'count' || !mayBeLedger(rows)) return false
  return rows.every(({ values }) => target === null || values.target == null || values.target < target.value)
}

function head(
  table: RecognizedTable,
  items: RecognizedColumn,
  corrections: readonly Correction[],
): Pick<Ledger, 'table' | 'items' | 'answer' | 'isAnswered'> {
  const anchors = table.columns.map(columnAnchor)
  const anchor = columnAnchor(items)
  const occurrence = anchors.slice(0, table.columns.indexOf(items) + 1).filter((one) => one === anchor).length
  const answer: Correction = { kind: 'ledger', anchor, occurrence }
  const isAnswered = corrections.some((one) => one.kind === 'ledger' && one.anchor === anchor && one.occurrence === occurrence)
  return { table: table.id, items: items.header, answer, isAnswered }
}
