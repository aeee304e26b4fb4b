import { isStopOfOffice, stopsBeside, stopsIn } from './stops.ts'

/** What Escape closes, by the element that holds it. */
const closers = new WeakMap<Element, () => void>()

/** Escape within `element` calls `close`, until the answer is called. */
export function closeByEscape(element: Element, close: () => void): () => void {
  closers.set(element, close)
  return () => void closers.delete(element)
}

/**
 * Tab and Escape in the pane. In Excel on the web office.js takes both over: Tab by a list of its own, which has no
 * `summary`, and from a heading or the body it leads out of the pane; Escape leads out at once. Here Tab goes on from wherever
 * the focus is, and Escape first closes what is open. What office.js does rightly is left to it, leaving the pane at its ends
 * among that. Returns how to stop.
 */
export function listenToKeys(root: HTMLElement): () => void {
  let last: Node | undefined
  const onFocus = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLElement && !target.matches('main, .status')) last = target
  }
  const onKey = (event: KeyboardEvent): void => {
    // What is written by an input method has these keys first.
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey) return
    const active = document.activeElement ?? document.body
    const done =
      event.key === 'Tab' ? tab(root, placeFor(active, last, root), event.shiftKey) : event.key === 'Escape' && closeAround(active)
    if (!done) return
    event.preventDefault()
    // The listener of office.js is the window's.
    event.stopImmediatePropagation()
  }
  root.addEventListener('focusin', onFocus)
  window.addEventListener('keydown', onKey, true)
  return () => {
    root.removeEventListener('focusin', onFocus)
    window.removeEventListener('keydown', onKey, true)
  }
}

/** From where Tab goes: where nothing has the focus, from where it was. */
function placeFor(active: Element, last: Node | undefined, root: HTMLElement): Node {
  // The line of what the pane is busy with may have a button that stops it.
  const isNowhere = !root.contains(active) || active.matches('main') || (active.matches('.status') && stopsIn(active).length === 0)
  return isNowhere && last?.isConnected ? last : isNowhere ? root : active
}

/** Whether it was done here. */
function tab(root: HTMLElement, from: Node, back: boolean): boolean {
  const stops = stopsBeside(from, back, stopsIn(root))
  const [next] = stops
  if (next === undefined) return false
  if (from === document.activeElement && from instanceof Element && isStopOfOffice(from) && isStopOfOffice(next)) return false
  return stops.some((stop) => {
    stop.focus()
    return document.activeElement === stop
  })
}

/** Closes the innermost thing that is open around the focus. */
function closeAround(active: Element): boolean {
  for (let at: Element | null = active; at !== null; at = at.parentElement) {
    const close = closers.get(at)
    if (close) {
      close()
      return true
    }
    // Groups of a list are no more open than a page is: what was opened to be looked at or filled in is.
    if (at instanceof HTMLDetailsElement && at.open && !at.matches('.kind')) {
      at.querySelector('summary')?.focus()
      at.open = false
      return true
    }
  }
  return false
}
