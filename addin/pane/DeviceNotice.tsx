import { useState } from 'preact/hooks'
import type { DeviceSafety } from '../state/stores.ts'
import { usePane, useStore } from './frame/usePane.ts'
import type { Texts } from './text/texts.ts'

/** What closing the pane would lose on this device, until the person has read it; nothing where all is retained. */
export function DeviceNotice() {
  const { stores, texts } = usePane()
  const device = useStore(stores.device)
  const session = useStore(stores.session)
  const [read, setRead] = useState('')
  const sends = session.tag === 'signedIn' && session.account.reporter !== null
  const lines = session.tag === 'signedIn' ? linesOf(device, sends) : []
  const said = lines.join()
  if (lines.length === 0 || said === read) return null
  return (
    <fluent-message-bar intent="warning" layout="multiline" data-testid="device" data-lost={said}>
      {lines.map((line) => (
        <p key={line}>{texts.device[line]}</p>
      ))}
      <div class="acts" slot="actions">
        <fluent-button size="small" appearance="subtle" data-testid="device-read" onClick={() => setRead(said)}>
          {texts.fault.dismiss}
        </fluent-button>
      </div>
    </fluent-message-bar>
  )
}

/** Only who sends for a unit has an outbox; the sign-in screen has its own word on the session. */
function linesOf({ place, unread, tokenLasts }: DeviceSafety, sends: boolean): readonly (keyof Texts['device'])[] {
  return [
    ...(sends && place !== 'database' ? [place] : []),
    ...(sends && unread ? ['unread' as const] : []),
    ...(tokenLasts ? [] : ['session' as const]),
  ]
}
