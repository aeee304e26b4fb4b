import { fail, ok, type Result } from '../../../shared/base/result.ts'
import { withTimeout } from '../../patience/withTimeout.ts'
import type { WorkbookFault } from '../../ports/workbook.ts'
import { CELL_EDITING, faultOf, HostTimeout, officeCode } from './hostFault.ts'
import { WorkQueue } from './workQueue.ts'

/** What a job gets: the request context, and a sync that ends with HostTimeout instead of hanging. */
export interface Batch {
  readonly context: Excel.RequestContext
  readonly sync: () => Promise<void>
}

/** Milliseconds. */
export interface Patience {
  /** For one answer of the host. */
  readonly sync: number
  /** For a person to leave the cell being edited. */
  readonly cellEditing: number
}

const PATIENCE: Patience = { sync: 30_000, cellEditing: 8_000 }
const RETRY_AFTER = 250

/** One for the whole pane: two batches at once would read a sheet that the other is writing. */
const queue = new WorkQueue()

/**
 * Runs a job on the workbook, after all earlier ones. Jobs can be run again from their start: where a cell is being
 * edited the host refuses, and the job waits for the person to leave it. `sheet` names the sheet in a fault; `undoGroup` makes
 * the job one step of undoing, where the host groups (ExcelApi 1.20).
 */
export function runOnWorkbook<T>(
  sheet: string,
  job: (batch: Batch) => Promise<T>,
  patience = PATIENCE,
  undoGroup = false,
): Promise<Result<T, WorkbookFault>> {
  return queue.run(async () => {
    const until = Date.now() + patience.cellEditing
    let editing = false
    for (;;) {
      try {
        const options = { delayForCellEdit: editing, ...(undoGroup ? { mergeUndoGroup: true } : {}) }
        return ok(await attempt(job, editing ? Math.max(1, until - Date.now()) : patience.sync, options))
      } catch (error) {
        // Once a cell is known to be edited, the host is asked to wait for its end itself.
        editing ||= officeCode(error) === CELL_EDITING
        if (officeCode(error) === CELL_EDITING && Date.now() + RETRY_AFTER < until) {
          await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER))
          continue
        }
        const fault = faultOf(error, sheet)
        return fail(editing && fault.tag === 'hostTimeout' ? { tag: 'cellEditing' } : fault)
      }
    }
  })
}

/** The job's own end is the end: cleaning up after it is left to Office.js and not waited for. */
function attempt<T>(job: (batch: Batch) => Promise<T>, syncTimeout: number, options: Excel.RunOptions): Promise<T> {
  return new Promise((resolve, reject) => {
    let begun = false
    const run = Excel.run(options, async (context) => {
      begun = true
      await job({ context, sync: () => withTimeout(context.sync(), syncTimeout, () => new HostTimeout()) }).then(resolve, reject)
    })
    withTimeout(run, syncTimeout, () => new HostTimeout()).catch((error: unknown) => {
      if (!begun || officeCode(error) !== undefined) reject(error)
    })
  })
}
