import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { usePane } from './usePane.ts'

/** Fetches the code of a screen. */
export type LoadScreen = () => Promise<ComponentType>

/** Screens fetched before are there at once, without a spinner in between. */
const fetched = new Map<LoadScreen, ComponentType>()

/** A screen whose code is fetched when it is first shown; where it cannot be fetched, a sentence and another try. */
export function Lazy({ load }: { load: LoadScreen }) {
  const { texts } = usePane()
  const [state, setState] = useState<'loading' | 'missing' | 'here'>(fetched.has(load) ? 'here' : 'loading')
  useEffect(() => {
    if (state !== 'loading') return
    let wanted = true
    load().then(
      (screen) => {
        fetched.set(load, screen)
        if (wanted) setState('here')
      },
      () => wanted && setState('missing'),
    )
    return () => {
      wanted = false
    }
  }, [load, state])
  const Screen = fetched.get(load)
  if (Screen !== undefined) return <Screen />
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
