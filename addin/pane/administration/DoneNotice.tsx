import { useEffect } from 'preact/hooks'
import { useStore } from '../frame/usePane.ts'
import { useAdministration } from './useAdministration.ts'

/** What was done last, said to the eye and to a screen reader. */
export function DoneNotice() {
  const { stores, words } = useAdministration()
  const done = useStore(stores.done)
  useEffect(() => stores.done.set(null), [stores])
  return (
    <div role="status">
      {done !== null && (
        <p class="done" data-testid="done" data-done={done.tag}>
          {words.done[done.tag](done.name)}
        </p>
      )}
    </div>
  )
}
