import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { usePane } from './usePane.ts'

/** The part of a list that is shown, and the button that shows the rest; null where all of it is. */
export interface First<T> {
  readonly shown: readonly T[]
  readonly more: VNode | null
}

/**
 * The first `count` of a list until the person asks for all: a sheet can have thousands of findings or rows, and drawing
 * them takes longer than anybody reads. `look` and `testid` are the button's, `word` what it says of how many are left.
 */
export function useFirst<T>(
  items: readonly T[],
  count: number,
  button: { readonly look?: 'wide' | 'small'; readonly testid?: string; word?(left: number): string } = {},
): First<T> {
  const { texts } = usePane()
  const [all, setAll] = useState(false)
  const shown = all ? items : items.slice(0, count)
  const left = items.length - shown.length
  const { look = 'wide', testid, word = (number: number) => `${texts.check.more} ${number}` } = button
  if (left === 0) return { shown, more: null }
  return {
    shown,
    more: (
      <fluent-button
        {...(look === 'wide' ? { class: 'wide' } : { size: 'small' as const })}
        {...(testid === undefined ? {} : { 'data-testid': testid })}
        appearance="subtle"
        onClick={() => setAll(true)}
      >
        {word(left)}
      </fluent-button>
    ),
  }
}
