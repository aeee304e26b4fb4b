import { useEffect, useRef } from 'preact/hooks'
import { usePane, useStore } from './usePane.ts'

/**
 * Does something once for each `of` that is shown ("" where there is only one), as soon as the pane does nothing else: a
 * click while busy is dropped, this is not.
 */
export function useWhenIdle(of: string, act: () => void): void {
  const idle = useStore(usePane().stores.busy) === null
  const done = useRef<string | null>(null)
  useEffect(() => {
    if (!idle || done.current === of) return
    done.current = of
    act()
  })
}
