import { fail, ok, type Result } from '../../../shared/base/result.ts'
import { withTimeout } from '../../patience/withTimeout.ts'
import type { Operation, WorkbookFault } from '../../ports/workbookFault.ts'
import { type Evidence, isAmbiguous, NO_EVIDENCE } from './explain.ts'
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
const PART_MS = 5_000
/** Longer than one answer may take, and than anything of ours computes between two. */
const MOST_IDLE = 60_000

/** One for the whole pane: two batches at once would read a sheet that the other is writing. */
const queue = new WorkQueue()

/** What a job is, for the person who is told that it failed: reading, unless it says otherwise; and how long it may wait. */
export interface JobOptions extends Partial<Patience> {
  readonly during?: Operation
  /** One step of undoing, where the host groups (ExcelApi 1.20). */
  readonly undoGroup?: boolean
}

/**
 * Runs a job on the workbook, after all earlier ones. Jobs can be run again from their start: where a cell is being
 * edited the host refuses, and the job waits for the person to leave it. `sheet` names the sheet in a fault.
 */
export function runOnWorkbook<T>(
  sheet: string,
  job: (batch: Batch) => Promise<T>,
  { during = 'read', undoGroup = false, ...given }: JobOptions = {},
): Promise<Result<T, WorkbookFault>> {
  const patience = { ...PATIENCE, ...given }
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
        const fault = faultOf(error, { during, sheet }, await evidenceFor(error, sheet))
        return fail(editing && fault.tag === 'hostTimeout' ? { ...fault, tag: 'cellEditing' } : fault)
      }
    }
  })
}

/** What else is known of a refusal whose code says nothing by itself. */
async function evidenceFor(error: unknown, sheet: string): Promise<Evidence> {
  const code = officeCode(error)
  if (code === undefined || !isAmbiguous(code)) return NO_EVIDENCE
  // Seldom wanted, and so not part of what the pane opens with; without it the sentence is a more general one.
  const part = await withTimeout(import('./gatherEvidence.ts'), PART_MS, () => new HostTimeout()).catch(() => null)
  return part === null ? NO_EVIDENCE : part.gatherEvidence(sheet)
}

/**
 * The job's own end is the end: cleaning up after it is left to Office.js and not waited for. A job that asks nothing of
 * the host for a minute is given up, so that the jobs behind it go on; what it still asks then is refused.
 */
function attempt<T>(job: (batch: Batch) => Promise<T>, syncTimeout: number, options: Excel.RunOptions): Promise<T> {
  return new Promise((resolve, reject) => {
    let begun = false
    let over = false
    let idle: ReturnType<typeof setTimeout> | undefined
    const end = (settle: () => void): void => {
      over = true
      clearTimeout(idle)
      settle()
    }
    const giveUp = (error: unknown): void => end(() => reject(error))
    const watch = (): void => {
      clearTimeout(idle)
      if (!over) idle = setTimeout(() => giveUp(new HostTimeout()), MOST_IDLE)
    }
    watch()
    const run = Excel.run(options, async (context) => {
      begun = true
      const sync = async (): Promise<void> => {
        if (over) throw new HostTimeout()
        await withTimeout(context.sync(), syncTimeout, () => new HostTimeout())
        if (over) throw new HostTimeout()
        watch()
      }
      await job({ context, sync }).then((value) => end(() => resolve(value)), giveUp)
    })
    withTimeout(run, syncTimeout, () => new HostTimeout()).catch((error: unknown) => {
      if (!begun || officeCode(error) !== undefined) giveUp(error)
    })
  })
}
