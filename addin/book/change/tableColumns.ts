import { columnsOf } from '../area.ts'
import type { Sheet } from '../sheet.ts'
import type { Table, TableColumn } from '../table.ts'

/** The columns of a table, each with a heading that no other has: an empty one is 列1, 列2 … */
export function nameColumns(sheet: Sheet, { area, hasHeader, columns }: Table): readonly TableColumn[] {
  const taken = new Set<string>()
  return Array.from({ length: columnsOf(area) }, (_, i) => {
    const column = area.left + i
    const before = columns[i]
    const text = hasHeader ? sheet.text(area.top, column) : (before?.name ?? '')
    let name = text
    for (let number = i + 1; name === '' || taken.has(name.toLowerCase()); number++) name = `${text || '列'}${number}`
    taken.add(name.toLowerCase())
    if (hasHeader && name !== text) sheet.store(area.top, column, { kind: 'value', value: name })
    return { id: before?.id ?? i + 1, name, attributes: before?.attributes ?? {}, inner: before?.inner ?? '' }
  })
}

/** Changes what is said of a table. */
export function changeTable(sheet: Sheet, id: number, change: Partial<Table>): void {
  sheet.content.tables = sheet.content.tables.map((table) => (table.id === id ? { ...table, ...change } : table))
}
