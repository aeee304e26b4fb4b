import { fail, ok, type Result } from '../../../shared/base/result.ts'
import { withTimeout } from '../../patience/withTimeout.ts'
import { HostTimeout } from './hostFault.ts'

/** Why the pane cannot begin. */
export type ReadyFault =
  /** office.js was not loaded: no connection, or opened outside of an Office document. */
  | { readonly tag: 'officeMissing' }
  /** Office does not answer; closing and opening the pane usually helps. */
  | { readonly tag: 'hostTimeout' }
  /** The pane runs in another Office application, or in none. */
  | { readonly tag: 'notExcel' }

/** Waits until Excel is ready for the pane: at most `milliseconds` for office.js to come, and as long for its answer. */
export async function officeReady(milliseconds = 20_000): Promise<Result<void, ReadyFault>> {
  if (!(await officeJsCame(milliseconds))) return fail({ tag: 'officeMissing' })
  try {
    const { host } = await withTimeout(Office.onReady(), milliseconds, () => new HostTimeout())
    return host === Office.HostType.Excel ? ok(undefined) : fail({ tag: 'notExcel' })
  } catch (error) {
    if (error instanceof HostTimeout) return fail({ tag: 'hostTimeout' })
    throw error
  }
}

/** Whether the page's script of office.js has run. It loads beside the page, so that a missing one does not hold the pane up. */
async function officeJsCame(milliseconds: number): Promise<boolean> {
  const script = typeof document === 'undefined' ? null : document.getElementById('office-js')
  if (typeof Office === 'undefined' && script !== null && script.dataset.failed === undefined) {
    const settled = new Promise<void>((resolve) => {
      for (const event of ['load', 'error']) script.addEventListener(event, () => resolve(), { once: true })
    })
    // What comes of it is read below: after the time-out as after an error there is no Office.
    await withTimeout(settled, milliseconds, () => new HostTimeout()).catch(() => undefined)
  }
  return typeof Office !== 'undefined'
}
