import type { Result } from '../../../shared/base/result.ts'
import type { WorkbookFault } from '../../ports/workbookFault.ts'
import { canGroupUndo } from '../host/capabilities.ts'
import { runOnWorkbook } from '../host/runOnWorkbook.ts'
import { type Marking, markCells } from './markCells.ts'

/** Grouping is not made for large writes. */
const MOST_GROUPED = 1_000

/** Marks cells so that the person undoes it in one step, where the host can. */
export async function markAsOneStep(marking: Marking): Promise<Result<void, WorkbookFault>> {
  const run = (grouped: boolean) =>
    runOnWorkbook(marking.sheet, (batch) => markCells(marking, batch), { during: 'mark', undoGroup: grouped })
  if (!canGroupUndo() || marking.marks.length > MOST_GROUPED) return run(false)
  const done = await run(true)
  // A host refuses a group that holds something it cannot undo; nothing of it is done then.
  return !done.ok && done.fault.tag === 'host' && done.fault.code === 'UndoNotSupported' ? run(false) : done
}
