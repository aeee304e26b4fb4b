import { ok, type Result } from '../../shared/base/result.ts'
import type { Workbook } from '../ports/workbook.ts'
import { readCapabilities } from './host/capabilities.ts'
import { officeReady, type ReadyFault } from './host/officeReady.ts'
import { opensPane, setOpensPane } from './host/opensPane.ts'
import { runOnWorkbook } from './host/runOnWorkbook.ts'
import { markAsOneStep } from './marks/markAsOneStep.ts'
import { unmarkAll, unmarkCells } from './marks/markCells.ts'
import { readActiveSheet, readSheet } from './reading/readActiveSheet.ts'
import { selectCell } from './selectCell.ts'
import { onActivated, onDeleted, onEdited } from './watchWorkbook.ts'
import { changeInPlace, writeNew } from './writing/inSteps.ts'
import { readOwnSheet } from './writing/readOwnSheet.ts'

/** The open workbook, once Excel is ready for the pane. */
export async function createWorkbook(): Promise<Result<Workbook, ReadyFault>> {
  const ready = await officeReady()
  return ready.ok ? ok(openWorkbook()) : ready
}

/** For what nobody waits for: not while a cell is edited, and not for long. */
const AT_ONCE = { sync: 10_000, cellEditing: 0 }

/** The workbook of an Excel that is known to be ready. */
export const openWorkbook = (): Workbook => ({
  capabilities: readCapabilities(),
  readActiveSheet: (work) => runOnWorkbook('', (batch) => readActiveSheet(batch, work)),
  readSheet: (sheet) => runOnWorkbook(sheet, (batch) => readSheet(sheet, batch), AT_ONCE),
  select: (sheet, cell) => runOnWorkbook(sheet, (batch) => selectCell(sheet, cell, batch), { during: 'select' }),
  mark: (sheet, marks, isWanted = () => true) => markAsOneStep({ sheet, marks, isWanted }),
  unmark: (sheet) =>
    runOnWorkbook(sheet ?? '', (batch) => (sheet === null ? unmarkAll(batch) : unmarkCells(sheet, batch)), { during: 'mark' }),
  opensPane,
  setOpensPane,
  readOwnSheet: (name) => runOnWorkbook(name, (batch) => readOwnSheet(name, batch), { during: 'write' }),
  writeSheet: writeNew,
  changeSheet: changeInPlace,
  onEdited,
  onActivated,
  onDeleted,
})
