import type { Ports } from '../ports.ts'
import { createActionContext } from './actionContext.ts'
import type { Actions } from './actions.ts'
import { cityActions } from './cityActions.ts'
import { sessionActions } from './sessionActions.ts'
import { sheetActions } from './sheetActions.ts'
import type { Stores } from './stores.ts'
import { submissionActions } from './submissionActions.ts'
import { unitActions } from './unitActions.ts'

/** Wires the flows to the stores. `device` is what the person will recognise in a list of devices; `report` hears of our own bugs. */
export function createActions(ports: Ports, stores: Stores, device: string, report: (bug: unknown) => void): Actions {
  const actionContext = createActionContext(ports, stores, report)
  const sheet = sheetActions(actionContext)
  return {
    ...sessionActions(actionContext, device),
    ...sheet,
    ...submissionActions(actionContext, sheet.select),
    ...cityActions(actionContext),
    ...unitActions(actionContext),
    show: (tab) => {
      stores.fault.set(null)
      stores.tab.set(tab)
    },
    dismissFault: () => stores.fault.set(null),
  }
}
