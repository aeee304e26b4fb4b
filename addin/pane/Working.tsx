import type { Busy } from '../state/stores.ts'
import { usePane, useStore } from './frame/usePane.ts'

/** What can be stopped between two of its steps or tries. An act on the server cannot: it is done or it is not. */
const CAN_STOP: ReadonlySet<Busy> = new Set<Busy>(['check', 'preview', 'pull', 'write', 'document', 'resend', 'inboxSend'])
/** What counts requests or round trips, not rows: with one there is nothing between to stop at. */
const IN_PARTS: ReadonlySet<Busy> = new Set<Busy>(['check', 'preview', 'submit', 'resend', 'inboxSend'])

/** What the pane is doing, how far it has come, and how to stop it. */
export function Working() {
  const { stores, actions, texts } = usePane()
  const busy = useStore(stores.busy)
  const { done, of, stopping } = useStore(stores.progress)
  const words = texts.working
  return (
    <div class="status" tabIndex={-1}>
      <div class={busy === null ? '' : 'working'}>
        <span role="status" aria-live="polite">
          {busy !== null && <fluent-spinner size="tiny" />}
          {busy !== null && (stopping ? words.stopping : texts.busy[busy])}
        </span>
        {busy !== null && of > 0 && (
          <div class="extent">
            <progress value={done} max={of} aria-label={texts.busy[busy]} />
            <span data-testid="progress">{IN_PARTS.has(busy) ? words.parts(done, of) : words.rows(done, of)}</span>
          </div>
        )}
        {(CAN_STOP.has(busy) || (busy === 'submit' && of > 1)) && (
          <fluent-button class="stop" size="small" disabled={stopping} data-testid="cancel" onClick={actions.cancel}>
            {words.cancel}
          </fluent-button>
        )}
      </div>
    </div>
  )
}
