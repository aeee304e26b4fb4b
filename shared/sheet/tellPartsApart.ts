import type { CellFact } from '../checks/facts.ts'
import type { Register } from '../register/register.ts'
import { type FigureRecord, recordKeyText } from './figureRecord.ts'
import type { RecognizedTable } from './reading.ts'

/**
 * One indicator over several rows: where a table has a column for the task and one for the items under it, rows of one
 * subject and area whose items are called differently, each with a target of its own below the registered one, are parts
 * of it, named by their item. They add up, as batches do. Rows that cannot be told apart stay what they are: a
 * contradiction for a person to settle.
 *
 *     task            item                     target   part
 *     周转宿舍107套     渑池县周转宿舍              15       渑池县周转宿舍
 *     周转宿舍107套     西闫一中周转宿舍            27       西闫一中周转宿舍
 *     新建农村公路      —                        300      "" (both rows state the whole target)
 */
export function tellPartsApart(
  table: RecognizedTable,
  records: readonly FigureRecord[],
  cells: readonly CellFact[],
  register: Register,
): readonly FigureRecord[] {
  const fields = new Set(table.columns.map((column) => column.field))
  if (!fields.has('task') || !fields.has('indicator')) return records
  const groups = Map.groupBy(records, recordKeyText)
  if (groups.size === records.length) return records
  const items = new Map(cells.flatMap((fact) => (fact.field === 'indicator' ? [[fact.row, fact] as const] : [])))
  const named = new Map<FigureRecord, string>()
  for (const group of groups.values()) {
    const whole = register.indicators.find((indicator) => indicator.id === group[0]?.subject)?.target?.value
    const parts = group.map(({ origin }) => nameOf(items.get(origin.row)))
    const apart = new Set(parts).size === parts.length && !parts.includes('')
    const planned = group.every(
      ({ part, values }) => part === '' && values.target != null && (whole === undefined || values.target < whole),
    )
    if (group.length < 2 || !apart || !planned) continue
    for (const [i, record] of group.entries()) named.set(record, parts[i] ?? '')
  }
  return records.map((record) => {
    const part = named.get(record)
    const cell = items.get(record.origin.row)?.cell
    if (part === undefined || cell === undefined) return record
    return { ...record, part, origin: { ...record.origin, cells: { ...record.origin.cells, part: cell } } }
  })
}

const nameOf = (item: CellFact | undefined): string =>
  String(item?.value ?? '')
    .replace(/\s+/gu, '')
    .slice(0, 60)
