import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useAdministration } from './useAdministration.ts'

/**
 * A form for one act: its fields, a reason where one is asked for, and the button, which does nothing before all that
 * is needed is there.
 */
export function ActForm(props: {
  testid: string
  act: string
  /** Of what is to be said first; null where it is plain. */
  lead?: string
  /** Whether a reason is asked for. */
  reason: boolean
  ready?: boolean
  onAct: (reason: string) => void
  children?: ComponentChildren
}) {
  const { words, idle } = useAdministration()
  const [reason, setReason] = useState('')
  const ready = (props.ready ?? true) && (!props.reason || reason.trim() !== '')
  const act = (): void => {
    if (ready && idle) props.onAct(reason.trim())
  }
  return (
    <form
      class="edit"
      data-testid={props.testid}
      onSubmit={(event) => {
        event.preventDefault()
        act()
      }}
    >
      {props.lead !== undefined && <p class="small">{props.lead}</p>}
      {props.children}
      {props.reason && (
        <label>
          {words.reason}
          <input
            maxLength={500}
            autocomplete="off"
            value={reason}
            placeholder={words.reasonPlaceholder}
            data-testid={`${props.testid}-reason`}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </label>
      )}
      <fluent-button size="small" appearance="primary" disabled={!ready || !idle} data-testid={`${props.testid}-act`} onClick={act}>
        {props.act}
      </fluent-button>
    </form>
  )
}
