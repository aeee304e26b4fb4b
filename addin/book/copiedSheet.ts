import { freshRuleId } from './rule.ts'
import { copyOfContent, type SheetContent } from './sheetContent.ts'
import type { Table } from './table.ts'

/** What of a workbook no two tables share. */
export interface TablesInUse {
  readonly ids: ReadonlySet<number>
  readonly names: ReadonlySet<string>
}

/** All that a sheet holds, for a sheet of its own beside it: nothing of the file that was opened is the copy's. */
export function copiedSheet(content: SheetContent, name: string, inUse: TablesInUse): SheetContent {
  const { kept: _file, ...copy } = copyOfContent(content)
  const rows = Array.from(copy.rows, ([number, { from: _row, ...row }]) => [number, row] as const)
  return {
    ...copy,
    name,
    rows: new Map(rows),
    rules: content.rules.map((rule) => ({ ...rule, id: freshRuleId() })),
    tables: copiedTables(content.tables, inUse),
    charts: content.charts.map((chart) => ({ ...chart, id: `${chart.id}-${name}` })),
  }
}

/** The tables under the next names and numbers that are free. */
function copiedTables(tables: readonly Table[], { ids, names }: TablesInUse): readonly Table[] {
  const highest = Math.max(0, ...ids)
  const taken = new Set([...names].map((name) => name.toLowerCase()))
  return tables.map((table, index) => {
    let number = 2
    while (taken.has(`${table.name}_${number}`.toLowerCase())) number++
    const name = `${table.name}_${number}`
    taken.add(name.toLowerCase())
    return { ...table, id: highest + 1 + index, name }
  })
}
