import type { CellFact } from '../finding/facts.ts'
import { columnName } from '../grid/a1.ts'
import { type FigureRecord, recordKeyText } from '../record/figureRecord.ts'
import type { RecognizedColumn, RecognizedTable } from '../record/reading.ts'
import type { Register } from '../register/register.ts'
import { indicatorById } from '../register/registerIndex.ts'
import { isItemHeading } from '../sheet/headings/itemHeadings.ts'
import type { SheetView } from '../sheet/view/sheetView.ts'

/**
 * One indicator over several rows: where a table has a column for the items under a task or an area, rows of one subject
 * and area whose items are called differently, none with the whole registered target, are parts of it, named by their
 * item. They add up, as batches do. Rows that cannot be told apart stay what they are: a contradiction for a person to
 * settle.
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
  view?: SheetView,
): readonly FigureRecord[] {
  const item = itemColumn(table)
  if (!item) return records
  const groups = Map.groupBy(records, recordKeyText)
  if (groups.size === records.length) return records
  const facts = new Map(cells.flatMap((fact) => (fact.column === item.column ? [[fact.row, String(fact.value ?? '')] as const] : [])))
  const nameAt = (row: number) => (facts.get(row) ?? view?.mergedText(row, item.column) ?? '').replace(/\s+/gu, '').slice(0, 60)
  const named = new Map<FigureRecord, string>()
  for (const group of groups.values()) {
    const whole = indicatorById(register, group[0]?.subject ?? '')?.target?.value
    const parts = group.map(({ origin }) => nameAt(origin.row))
    const apart = new Set(parts).size === parts.length && !parts.includes('')
    const planned = group.every(
      ({ part, values }) =>
        part === '' && (values.target == null ? item.field !== 'indicator' : whole === undefined || values.target < whole),
    )
    if (group.length < 2 || !apart || !planned) continue
    for (const [i, record] of group.entries()) named.set(record, parts[i] ?? '')
  }
  return records.map((record) => {
    const part = named.get(record)
    if (part === undefined) return record
    const cell = `${columnName(item.column)}${record.origin.row}`
    return { ...record, part, origin: { ...record.origin, cells: { ...record.origin.cells, part: cell } } }
  })
}

/** The column of items: by its heading, whatever it was taken for; else 指标 beside 任务. */
function itemColumn({ columns }: RecognizedTable): RecognizedColumn | undefined {
  const headed = columns.find((column) => FIELDS.has(column.field) && isItemHeading(column.header))
  if (headed) return headed
  return columns.some((column) => column.field === 'task') ? columns.find((column) => column.field === 'indicator') : undefined
}

const FIELDS: ReadonlySet<RecognizedColumn['field']> = new Set<RecognizedColumn['field']>([undefined, 'task', 'indicator', 'category'])
