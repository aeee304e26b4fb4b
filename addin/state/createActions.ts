import type { ActionContext } from './actionContext.ts'
import type { Actions } from './actions.ts'
import { cityActions } from './cityActions.ts'
import { rowActions } from './rowActions.ts'
import { sessionActions } from './sessionActions.ts'
import { sheetActions } from './sheetActions.ts'
import { submissionActions } from './submissionActions.ts'
import { unitActions } from './unitActions.ts'

/** Wires the flows to the stores. `device` is what the person will recognise in a list of devices. */
export function createActions(actionContext: ActionContext, device: string): Actions {
  const { stores } = actionContext
  const sheet = sheetActions(actionContext)
  return {
    ...sessionActions(actionContext, device),
    ...sheet,
    ...submissionActions(actionContext, sheet.select),
    ...cityActions(actionContext),
    ...unitActions(actionContext),
    ...rowActions(actionContext),
    cancel: actionContext.cancel,
    show: (tab) => {
      stores.fault.set(null)
      stores.tab.set(tab)
    },
    retry: actionContext.retry,
    dismissFault: () => stores.fault.set(null),
  }
}
