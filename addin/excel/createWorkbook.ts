import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Workbook } from '../ports/workbook.ts'
import type { WorkbookFault } from '../ports/workbookFault.ts'
import { readCapabilities } from './host/capabilities.ts'
import { officeReady, type ReadyFault } from './host/officeReady.ts'
import { opensPane, setOpensPane } from './host/opensPane.ts'
import { type Batch, runOnWorkbook } from './host/runOnWorkbook.ts'
import { markAsOneStep } from './marks/markAsOneStep.ts'
import { unmarkAll, unmarkCells } from './marks/markCells.ts'
import { readActiveSheet } from './reading/readActiveSheet.ts'
import { selectCell } from './selectCell.ts'
import { onActivated, onEdited } from './watchWorkbook.ts'
import { type Progress, writeSheet } from './writing/writeSheet.ts'

/** The open workbook, once Excel is ready for the pane. */
export async function createWorkbook(): Promise<Result<Workbook, ReadyFault>> {
  const ready = await officeReady()
  return ready.ok ? ok(openWorkbook()) : ready
}

/** The workbook of an Excel that is known to be ready. */
export const openWorkbook = (): Workbook => ({
  capabilities: readCapabilities(),
  readActiveSheet: () => runOnWorkbook('', readActiveSheet),
  select: (sheet, cell) => runOnWorkbook(sheet, (batch) => selectCell(sheet, cell, batch), { during: 'select' }),
  mark: (sheet, marks, isWanted = () => true) => markAsOneStep({ sheet, marks, isWanted }),
  unmark: (sheet) =>
    runOnWorkbook(sheet ?? '', (batch) => (sheet === null ? unmarkAll(batch) : unmarkCells(sheet, batch)), { during: 'mark' }),
  writeSheet: (sheet, work) => runLong(sheet.name, (progress, batch) => writeSheet(sheet, work, progress, batch)),
  opensPane,
  setOpensPane,
  onEdited,
  onActivated,
})

/** A job that may end in the middle: where it has begun to write, its fault says how far it came. */
async function runLong<T>(sheet: string, job: (progress: Progress, batch: Batch) => Promise<T>): Promise<Result<T, WorkbookFault>> {
  const progress: Progress = { sheet: '', written: 0, of: 0 }
  const answer = await runOnWorkbook(sheet, (batch) => job(progress, batch), { during: 'write' })
  return answer.ok || progress.sheet === '' ? answer : fail({ tag: 'unfinished', ...progress, cause: answer.fault })
}
