import { ok, type Result } from '../../shared/base/result.ts'
import type { Workbook } from '../ports/workbook.ts'
import { readCapabilities } from './host/capabilities.ts'
import { officeReady, type ReadyFault } from './host/officeReady.ts'
import { runOnWorkbook } from './host/runOnWorkbook.ts'
import { markCells, unmarkCells } from './marks.ts'
import { readActiveSheet } from './reading/readActiveSheet.ts'
import { selectCell } from './selectCell.ts'
import { onActivated, onEdited } from './watchWorkbook.ts'
import { writeSheet } from './writing/writeSheet.ts'

/** The open workbook, once Excel is ready for the pane. */
export async function createWorkbook(): Promise<Result<Workbook, ReadyFault>> {
  const ready = await officeReady()
  return ready.ok ? ok(openWorkbook()) : ready
}

/** The workbook of an Excel that is known to be ready. */
export const openWorkbook = (): Workbook => ({
  capabilities: readCapabilities(),
  readActiveSheet: () => runOnWorkbook('', readActiveSheet),
  select: (sheet, cell) => runOnWorkbook(sheet, (batch) => selectCell(sheet, cell, batch)),
  mark: (sheet, marks) => runOnWorkbook(sheet, (batch) => markCells(sheet, marks, batch)),
  unmark: (sheet) => runOnWorkbook(sheet, (batch) => unmarkCells(sheet, batch)),
  writeSheet: (sheet) => runOnWorkbook(sheet.name, (batch) => writeSheet(sheet, batch)),
  onEdited,
  onActivated,
})
