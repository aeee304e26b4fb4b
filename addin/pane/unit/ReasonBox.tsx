import { useEffect } from 'preact/hooks'
import { EditBox } from '../frame/EditBox.tsx'
import { ReasonField, useReason } from '../frame/ReasonField.tsx'
import { usePane, useStore } from '../frame/usePane.ts'

/** Asks for a few words, sends them, and stays open with them until they have arrived; then the focus is where it was. */
export function ReasonBox(props: {
  label: string
  act: string
  limit: number
  send: (text: string) => Promise<boolean>
  close: () => void
}) {
  const { stores, texts } = usePane()
  const busy = useStore(stores.busy)
  const reason = useReason()
  useEffect(() => {
    const opener = document.activeElement
    reason.field.current?.focus()
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  const send = async (): Promise<void> => {
    const words = reason.take()
    if (words !== null && (await props.send(words))) props.close()
  }
  return (
    <EditBox close={props.close}>
      <ReasonField reason={reason} label={props.label} rows={3} limit={props.limit} testid="reason-text" />
      <div class="acts">
        <fluent-button appearance="primary" size="small" disabled={busy !== null} data-testid="reason-send" onClick={() => void send()}>
          {props.act}
        </fluent-button>
        <fluent-button size="small" onClick={props.close}>
          {texts.unit.cancel}
        </fluent-button>
      </div>
    </EditBox>
  )
}
