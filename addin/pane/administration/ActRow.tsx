import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useEscape } from '../focus/useEscape.ts'

/** An act that is offered, and the form that it opens. */
export interface OfferedAct {
  readonly name: string
  readonly word: string
  readonly form: (close: () => void) => ComponentChildren
}

/** Acts side by side, of which one at a time opens its form below; the focus goes into the form, and back to its button. */
export function ActRow({ acts, testid }: { acts: readonly OfferedAct[]; testid: string }) {
  const [chosen, choose] = useState<string | null>(null)
  const buttons = useRef<HTMLDivElement>(null)
  const close = (): void => {
    buttons.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus()
    choose(null)
  }
  const place = useEscape<HTMLDivElement>(close)
  const form = acts.find(({ name }) => name === chosen)?.form

  useEffect(() => {
    if (chosen !== null) place.current?.querySelector<HTMLElement>('input, select, textarea, fluent-button')?.focus()
  }, [chosen])

  return (
    <>
      <div class="acts" ref={buttons}>
        {acts.map(({ name, word }) => (
          <button
            key={name}
            type="button"
            class="plain"
            aria-expanded={name === chosen}
            data-testid={`${testid}-${name}`}
            onClick={() => choose(name === chosen ? null : name)}
          >
            {word}
          </button>
        ))}
      </div>
      <div ref={place}>{form?.(close)}</div>
    </>
  )
}
