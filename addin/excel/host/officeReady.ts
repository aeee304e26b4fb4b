import { fail, ok, type Result } from '../../../shared/base/result.ts'
import { HostTimeout } from './hostFault.ts'
import { withTimeout } from './withTimeout.ts'

/** Why the pane cannot begin. */
export type ReadyFault =
  /** office.js was not loaded: no connection, or opened outside of an Office document. */
  | { readonly tag: 'officeMissing' }
  /** Office does not answer; closing and opening the pane usually helps. */
  | { readonly tag: 'hostTimeout' }
  /** The pane runs in another Office application, or in none. */
  | { readonly tag: 'notExcel' }

/** Waits until Excel is ready for the pane, at most `milliseconds`. */
export async function officeReady(milliseconds = 20_000): Promise<Result<void, ReadyFault>> {
  if (typeof Office === 'undefined') return fail({ tag: 'officeMissing' })
  try {
    const { host } = await withTimeout(Office.onReady(), milliseconds)
    return host === Office.HostType.Excel ? ok(undefined) : fail({ tag: 'notExcel' })
  } catch (error) {
    if (error instanceof HostTimeout) return fail({ tag: 'hostTimeout' })
    throw error
  }
}
