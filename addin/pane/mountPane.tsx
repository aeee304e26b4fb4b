import { render } from 'preact'
import { ribbonAct } from '../flow/session/ribbonAct.ts'
import { invitationInHash } from '../flow/session/signIn.ts'
import type { Ports } from '../ports/ports.ts'
import { createActionContext } from '../state/actionContext.ts'
import { createActions } from '../state/createActions.ts'
import { createStores } from '../state/stores.ts'
import { App } from './App.tsx'
import './fluentElements.ts'
import { keepFocus } from './focus/keepFocus.ts'
import { listenToKeys } from './focus/keys.ts'
import type { Texts } from './text/texts.ts'

/** How the pane was opened. */
interface Opening {
  /** The hash of the page's address, which may bring an invitation. */
  readonly hash: string
  /** The search, in which a button of the ribbon says what it opens the pane for. */
  readonly search: string
  /** What the pane is beside: "Excel"; a person will recognise it in a list of devices. */
  readonly beside: string
  /** The words are not in the person's language, which could not be fetched. */
  readonly languageMissing: boolean
}

/**
 * Puts the pane into `root`, over these ports, and begins: signs in by the hash's invitation or the remembered token, and does
 * what the ribbon's button asks for.
 */
export function mountPane(root: HTMLElement, ports: Ports, texts: Texts, { hash, search, beside, languageMissing }: Opening): () => void {
  const stores = createStores()
  stores.asked.set(ribbonAct(search))
  const actionContext = createActionContext(ports, stores, report)
  const actions = createActions(actionContext, deviceName(beside, navigator.userAgent))
  document.documentElement.lang = texts.language
  root.replaceChildren()
  render(<App stores={stores} actions={actions} actionContext={actionContext} texts={texts} />, root)
  const stopEdited = ports.workbook.onEdited((sheet) => void actions.edited(sheet))
  const stopDeleted = ports.workbook.onDeleted(actions.deleted)
  const stopFocus = keepFocus(root)
  const stopKeys = listenToKeys(root)
  const online = (): void => void actions.resend()
  window.addEventListener('online', online)
  void ports.readers.sheet()
  void actions.begin(invitationInHash(hash)).then(() => {
    if (languageMissing && stores.fault.get() === null) stores.fault.set({ tag: 'languageMissing' })
  })
  return () => {
    stopEdited()
    stopDeleted()
    stopFocus()
    stopKeys()
    window.removeEventListener('online', online)
    render(null, root)
  }
}

/** To the console of whoever looks, as an error that nobody caught would be; engines at the floor have no `reportError`. */
const report = (error: unknown): void => (typeof reportError === 'function' ? reportError(error) : console.error(error))

/** "Excel · Windows": enough for a person to recognise it in a list of devices. */
function deviceName(beside: string, userAgent: string): string {
  const system = /Windows/.test(userAgent) ? 'Windows' : /Mac OS/.test(userAgent) ? 'Mac' : /iPad|iPhone/.test(userAgent) ? 'iOS' : 'Web'
  return `${beside} · ${system}`
}
