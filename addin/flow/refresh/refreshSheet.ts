import { fail, ok, type Result } from '../../../shared/base/result.ts'
import type { LongWork } from '../../ports/longWork.ts'
import type { Workbook } from '../../ports/workbook.ts'
import type { WorkbookFault } from '../../ports/workbookFault.ts'
import type { KeyedSheet } from './keyedSheet.ts'
import { layOut } from './layOut.ts'
import { planRefresh } from './planRefresh.ts'

/** What was written, and what was left as people made it. */
export interface RefreshedSheet {
  readonly name: string
  /** It was there before, and was changed in place. */
  readonly inPlace: boolean
  /** Cells of ours (A1) that were left: they hold something of a person's, or lie under a person's merge. */
  readonly kept: readonly string[]
  /** How many rows are no longer in the answer. */
  readonly left: number
  /** Headings and titles that people deleted: they were not written again. */
  readonly deleted: readonly string[]
}

/** A person's edit between reading and writing moves rows: it is planned again so often. */
const TRIES = 3

/**
 * Writes a keyed sheet: a first time as a new one, later in place. Where the earlier one cannot be recognised any more it
 * stays as it is, and a new one is written. Interrupted, the next time goes on from there.
 */
export async function refreshSheet(workbook: Workbook, sheet: KeyedSheet, work: LongWork): Promise<Result<RefreshedSheet, WorkbookFault>> {
  let fault: WorkbookFault = { tag: 'rowsMoved', during: 'write' }
  for (let tries = 0; tries < TRIES; tries++) {
    const found = await workbook.readOwnSheet(sheet.name)
    if (!found.ok) return found
    const plan = found.value === null ? undefined : planRefresh(sheet, found.value)
    if (plan === undefined) {
      const written = await workbook.writeSheet(layOut(sheet), work)
      return written.ok ? ok({ name: written.value, inPlace: false, kept: [], left: 0, deleted: [] }) : written
    }
    const changed = await workbook.changeSheet(plan.changes, work)
    const { left, deleted, kept } = plan
    if (changed.ok) return ok({ name: changed.value.name, inPlace: true, kept: [...kept, ...changed.value.untaken], left, deleted })
    fault = changed.fault
    if (fault.tag !== 'rowsMoved' && !(fault.tag === 'unfinished' && fault.cause.tag === 'rowsMoved')) break
  }
  return fail(fault)
}
