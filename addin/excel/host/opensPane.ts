import { fail, ok, type Result } from '../../../shared/base/result.ts'
import { withTimeout } from '../../patience/withTimeout.ts'
import type { WorkbookFault } from '../../ports/workbookFault.ts'
import { isReadOnly } from './capabilities.ts'
import { HostTimeout } from './hostFault.ts'

/** Office's own name of the setting; its buttons name a pane of that id in the manifest. */
const AUTO_SHOW = 'Office.AutoShowTaskpaneWithDocument'
const SAVE_MS = 10_000

/** Whether the workbook opens the pane with it, for everybody who has the add-in. */
export const opensPane = (): boolean => typeof Office !== 'undefined' && Office.context?.document?.settings?.get(AUTO_SHOW) === true

/** Has the workbook open the pane, or no longer; kept with the file once the person saves it. */
export async function setOpensPane(on: boolean): Promise<Result<void, WorkbookFault>> {
  const { settings } = Office.context.document
  const before: unknown = settings.get(AUTO_SHOW)
  if (on) settings.set(AUTO_SHOW, true)
  else settings.remove(AUTO_SHOW)
  const saved = new Promise<Result<void, WorkbookFault>>((resolve) => {
    settings.saveAsync(({ status, error }) =>
      resolve(status === Office.AsyncResultStatus.Succeeded ? ok(undefined) : refused(String(error.code))),
    )
  })
  const answer = await withTimeout(saved, SAVE_MS, () => new HostTimeout()).catch((error: unknown): Result<void, WorkbookFault> => {
    if (error instanceof HostTimeout) return fail({ tag: 'hostTimeout', during: 'set' })
    throw error
  })
  // What was not kept is not shown as kept.
  if (!answer.ok && before === true) settings.set(AUTO_SHOW, true)
  if (!answer.ok && before !== true) settings.remove(AUTO_SHOW)
  return answer
}

/** The common API has numbers for codes, of which none says why. */
const refused = (code: string) => fail({ tag: isReadOnly() ? 'readOnlyBook' : 'notStored', code, during: 'set' } as const)
