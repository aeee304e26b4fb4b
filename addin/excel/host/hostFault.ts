import type { WorkbookFault } from '../../ports/workbook.ts'

/** The host did not answer in time. */
export class HostTimeout extends Error {
  override readonly name = 'HostTimeout'
}

/** A job cannot go on, and says which fault that is. */
export class WorkbookStop extends Error {
  override readonly name = 'WorkbookStop'
  readonly fault: WorkbookFault

  constructor(fault: WorkbookFault) {
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

/** The fault behind an error of a job on `sheet`. Our own bugs are thrown on. */
export function faultOf(error: unknown, sheet: string): WorkbookFault {
  if (error instanceof HostTimeout) return { tag: 'hostTimeout' }
  if (error instanceof WorkbookStop) return error.fault
  const code = officeCode(error)
  if (code === undefined) throw error
  if (code === CELL_EDITING) return { tag: 'cellEditing' }
  return code === 'AccessDenied' ? { tag: 'protected', sheet } : { tag: 'host', code }
}
