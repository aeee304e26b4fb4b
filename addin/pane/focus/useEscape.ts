import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { closeByEscape } from './keys.ts'

/** Escape within the element of the answered ref closes what it is: the focus goes back to what opened it. */
export function useEscape<T extends Element>(close: () => void): RefObject<T | null> {
  const element = useRef<T>(null)
  const now = useRef(close)
  now.current = close
  useEffect(() => (element.current === null ? undefined : closeByEscape(element.current, () => now.current())), [])
  return element
}
