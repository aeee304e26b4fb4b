import type { Operation, Refusal, WorkbookFault } from '../../ports/workbookFault.ts'
import { type Evidence, explain } from './explain.ts'

/** The host did not answer in time. */
export class HostTimeout extends Error {
  override readonly name = 'HostTimeout'
}

/** A job cannot go on, and says which fault that is. */
export class WorkbookStop extends Error {
  override readonly name = 'WorkbookStop'
  readonly fault: Refusal | { readonly tag: 'cancelled' }

  constructor(fault: WorkbookStop['fault']) {
    super(fault.tag)
    this.fault = fault
  }
}

/** Office's code for a host that does nothing while the person edits a cell. */
export const CELL_EDITING = 'InvalidOperationInCellEditMode'

/** Office's own code of an error of Office.js; undefined for errors of our own. */
export function officeCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('debugInfo' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** The payload was larger than the host takes or gives at once. */
export const isPayloadError = (error: unknown): boolean => /PayloadSizeLimitExceeded$/.test(officeCode(error) ?? '')

/** What was being done, and on which sheet ("" for the one that is shown). */
export interface Doing {
  readonly during: Operation
  readonly sheet: string
}

/** The fault behind an error of a job. Our own bugs are thrown on. */
export function faultOf(error: unknown, { during, sheet }: Doing, evidence: Evidence): WorkbookFault {
  const about = sheet === '' ? {} : { sheet }
  if (error instanceof HostTimeout) return { tag: 'hostTimeout', during, ...about }
  if (error instanceof WorkbookStop) {
    const { fault } = error
    return fault.tag === 'cancelled' ? { tag: 'cancelled' } : { ...about, ...fault, during }
  }
  const code = officeCode(error)
  if (code === undefined) throw error
  return { tag: explain(during, code, evidence), ...about, code, during }
}
