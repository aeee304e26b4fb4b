import type { ActionContext } from '../actionContext.ts'
import type { Administration } from './administration.ts'
import { createAdministration } from './createAdministration.ts'

const open = new WeakMap<ActionContext, { readonly account: string; readonly administration: Administration }>()

/** The administration of an account in this pane: the next person on this device meets nothing of the one before. */
export function administrationOf(actionContext: ActionContext, account: string): Administration {
  const known = open.get(actionContext)
  if (known?.account === account) return known.administration
  const administration = createAdministration(actionContext)
  open.set(actionContext, { account, administration })
  return administration
}
