import { fail, ok, type Result } from '../../shared/base/result.ts'
import { withTimeout } from '../patience/withTimeout.ts'
import type { Workbook } from '../ports/workbook.ts'
import type { WorkbookFault } from '../ports/workbookFault.ts'
import { readCapabilities } from './host/capabilities.ts'
import { HostTimeout } from './host/hostFault.ts'
import { officeReady, type ReadyFault } from './host/officeReady.ts'
import { opensPane, setOpensPane } from './host/opensPane.ts'
import { runOnWorkbook } from './host/runOnWorkbook.ts'
import { markAsOneStep } from './marks/markAsOneStep.ts'
import { unmarkAll, unmarkCells } from './marks/markCells.ts'
import { readActiveSheet, readSheet } from './reading/readActiveSheet.ts'
import { selectCell } from './selectCell.ts'
import { onActivated, onDeleted, onEdited } from './watchWorkbook.ts'

/** The open workbook, once Excel is ready for the pane. */
export async function createWorkbook(): Promise<Result<Workbook, ReadyFault>> {
  const ready = await officeReady()
  return ready.ok ? ok(openWorkbook()) : ready
}

const PART_MS = 30_000

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
  readOwnSheet: (name) => writing((part) => part.readOwn(name)),
  writeSheet: (sheet, work) => writing((part) => part.writeNew(sheet, work)),
  changeSheet: (changes, work) => writing((part) => part.changeInPlace(changes, work)),
  copySheet: (copy, work) => writing((part) => part.copyBeside(copy, work)),
  onEdited,
  onActivated,
  onDeleted,
})

/** Only city staff write sheets: the code for it is fetched when it is first wanted. */
async function writing<T>(
  use: (part: typeof import('./writing/inSteps.ts')) => Promise<Result<T, WorkbookFault>>,
): Promise<Result<T, WorkbookFault>> {
  const part = await withTimeout(import('./writing/inSteps.ts'), PART_MS, () => new HostTimeout()).catch(() => null)
  return part === null ? fail({ tag: 'partMissing', during: 'write' }) : use(part)
}
