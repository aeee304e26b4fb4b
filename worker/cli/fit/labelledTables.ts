import type { Area } from '../../../shared/grid/a1.ts'
import type { CellValue } from '../../../shared/grid/grid.ts'
import type { StructureArea, StructureGrid } from '../../../shared/sheet/structure/rowFeatures.ts'

/** A table of the learning material: cell ids by row, a merged cell repeating its id, texts by id, and which are headings. */
export interface LabelledTable {
  readonly table_type: string
  readonly cell_ID_matrix: readonly (readonly number[])[]
  readonly chinese_cell_value_list: readonly string[]
  /** Heading cells above their columns: of plain tables, and of tables with groups. */
  readonly column_attribute: readonly number[]
  readonly column_index: readonly number[]
}

/** A table ready to be measured, its rows from 1. */
export interface MeasuredTable {
  readonly grid: StructureGrid
  readonly area: StructureArea
  /** Whether each row is one of headings, top down. */
  readonly headings: readonly boolean[]
}

/** Tables whose headings are above: those with headings at the left alone, and forms, teach nothing of rows. */
const TYPES: ReadonlySet<string> = new Set(['vertical', 'hierarchical'])

/** Takes the tables with headings above their columns; a row is one of headings where most of its cells are. */
export const measuredTables = (tables: readonly LabelledTable[]): readonly MeasuredTable[] =>
  tables.flatMap((table) => {
    if (!TYPES.has(table.table_type)) return []
    const headings = new Set([...table.column_attribute, ...table.column_index])
    const rows = table.cell_ID_matrix.map((cells) => cells.filter((cell) => headings.has(cell)).length * 2 > cells.length)
    if (!rows[0]) return []
    const width = Math.max(...table.cell_ID_matrix.map((cells) => cells.length))
    return [{ grid: gridOf(table), area: { top: 1, bottom: rows.length, left: 1, right: width }, headings: rows }]
  })

function gridOf({ cell_ID_matrix: matrix, chinese_cell_value_list: texts }: LabelledTable): StructureGrid {
  const areas = new Map<number, Area>()
  matrix.forEach((cells, r) => {
    cells.forEach((cell, c) => {
      const known = areas.get(cell)
      const [row, column] = [r + 1, c + 1]
      areas.set(cell, {
        top: Math.min(known?.top ?? row, row),
        bottom: Math.max(known?.bottom ?? row, row),
        left: Math.min(known?.left ?? column, column),
        right: Math.max(known?.right ?? column, column),
      })
    })
  })
  const at = (row: number, column: number) => matrix[row - 1]?.[column - 1]
  return {
    mergeAt(row, column) {
      const cell = at(row, column)
      const area = cell === undefined ? undefined : areas.get(cell)
      return area && (area.bottom > area.top || area.right > area.left) ? area : undefined
    },
    value(row, column): CellValue {
      const cell = at(row, column)
      const area = cell === undefined ? undefined : areas.get(cell)
      if (cell === undefined || area?.top !== row || area.left !== column) return null
      const text = texts[cell]?.trim() ?? ''
      return text === '' ? null : text
    },
  }
}
