import { useState } from 'preact/hooks'
import { usePane, useStore } from '../frame/usePane.ts'

/** Whether the workbook opens the pane with it: the person's own wish for this file. */
export function OpensPane() {
  const { stores, actions, actionContext, texts } = usePane()
  const busy = useStore(stores.busy)
  const { workbook } = actionContext.ports
  const [on, setOn] = useState(workbook.opensPane)
  const change = async (wanted: boolean) => {
    await actions.setOpensPane(wanted)
    setOn(workbook.opensPane())
  }
  return (
    <div class="switch">
      <fluent-switch
        checked={on}
        disabled={busy !== null}
        data-testid="opens-pane"
        aria-label={texts.check.opensPane}
        onChange={(event) => void change(event.currentTarget.checked)}
      />
      <span aria-hidden="true">{texts.check.opensPane}</span>
    </div>
  )
}
