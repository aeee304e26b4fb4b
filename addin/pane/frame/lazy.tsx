import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { withTimeout } from '../../patience/withTimeout.ts'
import { usePane } from './usePane.ts'

const PATIENCE_MS = 30_000

/**
 * A part of the pane whose code is fetched when it is first shown; where it cannot be fetched, a sentence and another try.
 * Fetched once, it is there at once, without a spinner in between.
 */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let fetched: ComponentType<Props> | undefined
  return function Lazy(props: Props) {
    const { texts } = usePane()
    const [state, setState] = useState<'loading' | 'missing' | 'here'>(fetched === undefined ? 'loading' : 'here')
    useEffect(() => {
      if (state !== 'loading') return
      let wanted = true
      withTimeout(load(), PATIENCE_MS, () => new Error('no answer')).then(
        (part) => {
          fetched = part
          if (wanted) setState('here')
        },
        () => wanted && setState('missing'),
      )
      return () => {
        wanted = false
      }
    }, [state])
    const Part = fetched
    if (Part !== undefined) return <Part {...props} />
    if (state !== 'missing') return <fluent-spinner size="tiny" />
    const { what, todo } = texts.faults.screenMissing
    return (
      <div role="alert" data-testid="screen-missing">
        <p>{what}</p>
        <p class="small">{todo}</p>
        <fluent-button onClick={() => setState('loading')}>{texts.fault.retry}</fluent-button>
      </div>
    )
  }
}
