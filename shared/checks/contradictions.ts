import { columnNumber } from '../grid/a1.ts'
import { type FigureRecord, NUMBER_FIELDS, recordKeyText } from '../sheet/figureRecord.ts'
import type { CheckFacts } from './facts.ts'
import { tableAt } from './tableAt.ts'

/** Records of one table that report the same subject, area and part with different figures, in the order of their rows. */
export function contradictions(facts: CheckFacts): readonly (readonly FigureRecord[])[] {
  const known = groups.get(facts)
  if (known) return known
  const found = repeated(facts).filter((group) =>
    NUMBER_FIELDS.some((field) => new Set(group.map((one) => one.values[field] ?? null)).size > 1),
  )
  groups.set(facts, found)
  return found
}

/** Records of one table under one key in several rows, whether they agree or not. */
export function repeated(facts: CheckFacts): readonly (readonly FigureRecord[])[] {
  const byKey = new Map<string, FigureRecord[]>()
  const twice = new Set<FigureRecord[]>()
  for (const record of facts.records) {
    const { sheet, row, cells } = record.origin
    const table = tableAt(facts.tables, row, columnOf(cells.cumulative ?? cells.target ?? cells.subject ?? cells.area))
    const key = `${sheet}|${table?.id ?? ''}|${recordKeyText(record)}`
    const group = byKey.get(key)
    if (!group) byKey.set(key, [record])
    else if (group.every((one) => one.origin.row !== row)) {
      group.push(record)
      twice.add(group)
    }
  }
  return [...twice]
}

const columnOf = (cell: string | undefined): number => columnNumber(/^[A-Z]+/.exec(cell ?? '')?.[0] ?? 'A')
const groups = new WeakMap<CheckFacts, readonly (readonly FigureRecord[])[]>()
