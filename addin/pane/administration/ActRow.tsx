import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

/** An act that is offered, and the form that it opens. */
export interface OfferedAct {
  readonly name: string
  readonly word: string
  readonly form: (close: () => void) => ComponentChildren
}

/** Acts side by side, of which one at a time opens its form below. */
export function ActRow({ acts, testid }: { acts: readonly OfferedAct[]; testid: string }) {
  const [chosen, choose] = useState<string | null>(null)
  const form = acts.find(({ name }) => name === chosen)?.form
  return (
    <>
      <div class="acts">
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
      {form?.(() => choose(null))}
    </>
  )
}
