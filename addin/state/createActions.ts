import type { ActionContext } from './actionContext.ts'
import type { Actions } from './actions.ts'
import { cityActions } from './cityActions.ts'
import { doAsked } from './ribbonActions.ts'
import { rowActions } from './rowActions.ts'
import { sessionActions } from './sessionActions.ts'
import { sheetActions } from './sheetActions.ts'
import { submissionActions } from './submissionActions.ts'
import { unitActions } from './unitActions.ts'

/** Wires the flows to the stores. `device` is what the person will recognise in a list of devices. */
export function createActions(actionContext: ActionContext, device: string): Actions {
  const { stores } = actionContext
  const session = sessionActions(actionContext, device)
  const sheet = sheetActions(actionContext)
  const submission = submissionActions(actionContext, sheet.select)
  const show: Actions['show'] = (tab) => {
    stores.fault.set(null)
    stores.tab.set(tab)
  }
  const asked = () => doAsked(actionContext, { ...sheet, ...submission, show })
  return {
    ...session,
    begin: async (invitation) => {
      await session.begin(invitation)
      await asked()
    },
    signIn: async (code) => {
      await session.signIn(code)
      await asked()
    },
    visit: async () => {
      await session.visit()
      await asked()
    },
    ...sheet,
    ...submission,
    ...cityActions(actionContext),
    ...unitActions(actionContext),
    ...rowActions(actionContext),
    cancel: actionContext.cancel,
    show,
    retry: actionContext.retry,
    dismissFault: () => stores.fault.set(null),
  }
}
