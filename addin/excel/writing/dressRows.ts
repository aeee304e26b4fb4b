import { address } from '../../../shared/grid/a1.ts'
import { areaAddress, joinCells } from '../../sheetForm/joinCells.ts'
import { ROLES } from '../../sheetForm/roleLooks.ts'
import { addressChunks } from '../host/cellAddresses.ts'
import { CELL_EDITING, officeCode } from '../host/hostFault.ts'
import type { Batch } from '../host/runOnWorkbook.ts'
import type { NumberedRow } from './changeSteps.ts'
import { drawLines, dress, undress } from './looks.ts'

/**
 * Gives cells of an earlier sheet the look of their new role, and new rows their lines and merges. Queues; syncs where the
 * person has made a table on the sheet: inside one Excel merges no cells, and they stay apart and say the same.
 */
export async function dressRows(sheet: Excel.Worksheet, rows: readonly NumberedRow[], { sync }: Batch): Promise<void> {
  lookOfRows(sheet, rows)
  const areas = rows.flatMap(({ row, merges, fresh }) =>
    fresh ? merges.map(([from, to]) => areaAddress({ top: row, left: from, bottom: row, right: to })) : [],
  )
  if (areas.length === 0) return
  for (const area of areas) sheet.getRange(area).merge(false)
  if (sheet.tables.items.length === 0) return
  await sync().catch((error: unknown) => {
    const code = officeCode(error)
    if (code === undefined || code === CELL_EDITING || code === 'InvalidSelection') throw error
  })
}

function lookOfRows(sheet: Excel.Worksheet, rows: readonly NumberedRow[]): void {
  const fresh = rows.filter((row) => row.fresh)
  const roleCells = rows.flatMap((row) =>
    row.cells.flatMap(({ column, role }) => (role === undefined ? [] : [{ role, cells: spanOf(row, column) }])),
  )
  for (const addresses of addressChunks(joinCells(roleCells.flatMap(({ cells }) => cells)))) undress(sheet.getRanges(addresses).format)
  for (const role of ROLES) {
    const cells = roleCells.filter((one) => one.role === role).flatMap((one) => one.cells)
    for (const addresses of addressChunks(joinCells(cells))) dress(sheet.getRanges(addresses).format, role)
  }
  const lined = fresh.flatMap((row) => row.cells.flatMap(({ column }) => spanOf(row, column)))
  for (const area of joinCells(lined)) drawLines(sheet.getRange(areaAddress(area)))
}

/** The cell, with those that are merged into it. */
function spanOf({ row, merges }: NumberedRow, column: number): string[] {
  const to = merges.find(([from]) => from === column)?.[1] ?? column
  return Array.from({ length: to - column + 1 }, (_, i) => address(row, column + i))
}
