import type { Cell, Link } from './cell.ts'
import { freshRuleId, type Rule } from './rule.ts'
import { copyOfContent, type Row, type SheetContent } from './sheetContent.ts'
import type { Table } from './table.ts'

/** What of a workbook no two tables share. */
export interface TablesInUse {
  readonly ids: ReadonlySet<number>
  readonly names: ReadonlySet<string>
}

/** All that a sheet holds, for a sheet of its own beside it: nothing of the file that was opened is the copy's. */
export function copiedSheet(content: SheetContent, name: string, inUse: TablesInUse): SheetContent {
  const { kept: _file, ...copy } = copyOfContent(content)
  const rows = Array.from(copy.rows, ([number, { from: _row, ...row }]): [number, Row] => [
    number,
    { ...row, cells: copiedCells(row.cells) },
  ])
  return {
    ...copy,
    name,
    rows: new Map(rows),
    loose: [],
    rules: content.rules.map(copiedRule),
    validations: content.validations.map((one) => ({ ...one, attributes: plainAttributes(one.attributes) })),
    tables: copiedTables(content.tables, inUse),
    charts: content.charts.map((chart) => ({ ...chart, id: `${chart.id}-${name}` })),
  }
}

function copiedCells(cells: ReadonlyMap<number, Cell>): Map<number, Cell> {
  return new Map(
    Array.from(cells, ([column, { from: _cell, note, link, ...cell }]) => [
      column,
      { ...cell, ...(note ? { note: { text: note.text } } : {}), ...(link ? { link: withoutFrom(link) } : {}) },
    ]),
  )
}

const withoutFrom = ({ from: _link, ...link }: Link): Link => link

/** What an extension adds to a rule is in the sheet that it was copied from. */
function copiedRule({ kept, ...rule }: Rule): Rule {
  if (!kept) return { ...rule, id: freshRuleId() }
  const xml = kept.xml.replace(/<((?:\w+:)?extLst)\b[\s\S]*<\/\1>/, '')
  return { ...rule, id: freshRuleId(), kept: { ...kept, xml, block: '<conditionalFormatting>' } }
}

/** Names with a prefix are of the part that declares it: an id of the original's, for one. */
const plainAttributes = (attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => !name.includes(':')))

/** The tables under the next names and numbers that are free. */
function copiedTables(tables: readonly Table[], { ids, names }: TablesInUse): readonly Table[] {
  const highest = Math.max(0, ...ids)
  const taken = new Set([...names].map((name) => name.toLowerCase()))
  return tables.map((table, index) => {
    let number = 2
    while (taken.has(`${table.name}_${number}`.toLowerCase())) number++
    const name = `${table.name}_${number}`
    taken.add(name.toLowerCase())
    const columns = table.columns.map((column) => ({ ...column, attributes: plainAttributes(column.attributes) }))
    return { ...table, id: highest + 1 + index, name, columns }
  })
}
