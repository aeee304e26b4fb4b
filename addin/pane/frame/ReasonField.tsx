import type { RefObject } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { usePane } from './usePane.ts'

/** A few words that an act cannot go without. */
export interface Reason {
  readonly text: string
  readonly field: RefObject<HTMLTextAreaElement | null>
  /** Somebody tried without words. */
  readonly missing: boolean
  set(text: string): void
  /** The words, trimmed; null where there are none, and then the field asks for them and has the focus. */
  take(): string | null
}

/** The state of a reason field. */
export function useReason(): Reason {
  const [text, set] = useState('')
  const [missing, setMissing] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  return {
    text,
    field,
    missing,
    set,
    take() {
      const written = text.trim()
      setMissing(written === '')
      if (written !== '') return written
      field.current?.focus()
      return null
    },
  }
}

/** The field of a reason: its label, the words, and the sentence that some are needed. `limit` is the server's, in characters. */
export function ReasonField(props: { reason: Reason; label: string; rows: number; limit: number; testid: string }) {
  const { texts } = usePane()
  const { text, field, missing, set } = props.reason
  return (
    <>
      <label>
        {props.label}
        <textarea
          ref={field}
          rows={props.rows}
          maxLength={props.limit}
          value={text}
          aria-invalid={missing}
          data-testid={props.testid}
          onInput={(event) => set(event.currentTarget.value)}
        />
      </label>
      {missing && (
        <p class="caution" role="alert">
          {texts.unit.reasonNeeded}
        </p>
      )}
    </>
  )
}
