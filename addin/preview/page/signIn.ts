import { type DemoAccount, takeCode } from './session.ts'
import type { ShownDocument } from './showDocument.ts'
import { showNotice } from './showNotice.ts'
import { chosenPane, takeGivenCode } from './visit.ts'

const TRIES = 5
const WATCH_FOR = 10_000
const LOOK_EVERY = 300

/**
 * Opens the pane, signed in as a demo account by one of its codes; `again` even where the pane may still know the
 * person. A code that another browser has used is refused: then the next one is tried.
 */
export function signIn(shown: ShownDocument, account: DemoAccount | undefined, again: boolean): void {
  const given = takeGivenCode()
  const attempt = (fresh: boolean, tries: number) => {
    const code = given ?? (account && takeCode(account, fresh))
    if (fresh && account && !code) showNotice(`“${account.name}”这次启动的邀请码已用完，请重新运行 npm start。`)
    shown.openPane(`${chosenPane()}${code ? `#invite=${encodeURIComponent(code)}` : ''}`)
    if (account && given === null && tries > 0) whenRefused(() => attempt(true, tries - 1))
  }
  attempt(again, TRIES)
}

/** The pane marks its refusal of a code. */
function whenRefused(act: () => void): void {
  const until = Date.now() + WATCH_FOR
  const frame = document.querySelector('iframe')
  const watch = setInterval(() => {
    const refused = frame?.contentDocument?.querySelector('[data-fault="invitationInvalid"]')
    if (refused || !frame?.isConnected || Date.now() > until) clearInterval(watch)
    if (refused) act()
  }, LOOK_EVERY)
}
