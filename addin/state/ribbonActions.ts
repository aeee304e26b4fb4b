import type { RibbonAct } from '../flow/session/ribbonAct.ts'
import type { ActionContext } from './actionContext.ts'
import type { Actions } from './actions.ts'
import { type TabName, tabsOf } from './tabs.ts'

/** The screen on which each act of the ribbon is done. */
const TAB_OF: Readonly<Record<RibbonAct, TabName>> = { check: 'sheet', send: 'sheet', consolidate: 'city' }

/**
 * Does what the ribbon's button opened the pane for, once somebody is signed in and the period is open: reads the sheet,
 * shows what would be sent, or opens the city's figures. Nothing is sent and nothing written before a person presses.
 */
export async function doAsked({ stores, showFault }: ActionContext, actions: Pick<Actions, 'check' | 'preview' | 'show'>): Promise<void> {
  const act = stores.asked.get()
  const session = stores.session.get()
  if (act === null || stores.context.get() === null) return
  if (session.tag === 'visitor' && act === 'check') {
    stores.asked.set(null)
    return actions.check()
  }
  if (session.tag !== 'signedIn') return
  stores.asked.set(null)
  const tab = TAB_OF[act]
  if (!tabsOf(session.account).includes(tab)) return showFault({ tag: 'notThisAccount' })
  // What waited from an earlier opening was answered just now, and is shown first.
  if (stores.answers.get() !== null || stores.fault.get() !== null) return
  actions.show(tab)
  if (act === 'check') await actions.check()
  else if (act === 'send') await actions.preview()
}
