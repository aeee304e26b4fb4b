import { useEffect, useRef, useState } from 'preact/hooks'
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
  const [text, setText] = useState('')
  const [empty, setEmpty] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    field.current?.focus()
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  const send = async (): Promise<void> => {
    const said = text.trim()
    setEmpty(said === '')
    if (said === '') field.current?.focus()
    else if (await props.send(said)) props.close()
  }
  return (
    <div class="edit">
      <label>
        {props.label}
        <textarea
          ref={field}
          rows={3}
          maxLength={props.limit}
          value={text}
          aria-invalid={empty}
          data-testid="reason-text"
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      {empty && (
        <p class="held" role="alert">
          {texts.unit.reasonNeeded}
        </p>
      )}
      <div class="acts">
        <fluent-button appearance="primary" size="small" disabled={busy !== null} data-testid="reason-send" onClick={() => void send()}>
          {props.act}
        </fluent-button>
        <fluent-button size="small" onClick={props.close}>
          {texts.unit.cancel}
        </fluent-button>
      </div>
    </div>
  )
}
