import { isUsable, stopsBeside, stopsIn } from './stops.ts'

/** As many places are remembered for the way back. */
const REMEMBERED = 20

/** What holds the focus while nothing else can: the line that says what the pane is busy with, the screen while it comes. */
const STAND_INS = 'main, .status'

/** Where an element was, so that what takes its place can be found when it is gone. */
interface Place {
  readonly element: HTMLElement
  /** Inside out up to the screen: what held it, and after what it stood there. */
  readonly spots: readonly { readonly parent: HTMLElement; readonly previous: Element | null }[]
  /** The screen, or the head of the pane, that it was part of. */
  readonly part: Element | null
}

/**
 * Keeps the focus in the pane. An element that has it can go: with its screen, its form or its item, or for as long as the
 * pane is busy. The focus then does not fall to the body, from where no key leads on, but goes where the next act is.
 * Returns how to stop.
 */
export function keepFocus(root: HTMLElement): () => void {
  const places: Place[] = []
  const remember = (element: HTMLElement): void => {
    if (places.at(-1)?.element === element) places.pop()
    places.push(placeOf(element))
    if (places.length > REMEMBERED) places.shift()
  }
  const onFocus = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLElement && !target.matches(STAND_INS)) remember(target)
  }
  const look = (): void => {
    // Not while the person is in the sheet: the focus is not taken from there.
    if (!document.hasFocus()) return
    const active = document.activeElement
    const isHeld = active instanceof HTMLElement && root.contains(active) && isUsable(active) && !active.matches(STAND_INS)
    if (isHeld) remember(active)
    else nextFocus(root, places)?.focus()
  }
  // Once all that is to be drawn is: parts of the pane are drawn one after the other.
  let waiting: ReturnType<typeof setTimeout> | undefined
  const observer = new MutationObserver(() => {
    clearTimeout(waiting)
    waiting = setTimeout(look)
  })
  root.addEventListener('focusin', onFocus)
  observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled', 'hidden', 'open', 'tabindex'] })
  return () => {
    clearTimeout(waiting)
    observer.disconnect()
    root.removeEventListener('focusin', onFocus)
  }
}

function placeOf(element: HTMLElement): Place {
  const part = element.closest('main > *, header')
  const spots: Place['spots'][number][] = []
  for (let at: HTMLElement = element; at.parentElement !== null && at !== part; at = at.parentElement)
    spots.push({ parent: at.parentElement, previous: at.previousElementSibling })
  return { element, spots, part }
}

/** Where the focus goes when the element that had it last cannot have it. */
function nextFocus(root: HTMLElement, places: readonly Place[]): HTMLElement | null {
  const last = places.at(-1)
  if (last === undefined) return arrival(root)
  if (isUsable(last.element)) return last.element
  // It is there and waits for what the pane is busy with: so does the focus, where that is said.
  if (last.element.isConnected && isBusy(root)) return root.querySelector<HTMLElement>('.status')
  if (last.part === null) return opener(root, places) ?? arrival(root)
  if (!last.part.isConnected) return openerAgain(root, places) ?? arrival(root)
  return successor(last) ?? opener(root, places) ?? arrival(root)
}

/** What stands where the element stood: the next item of its list, the form that took its place. */
function successor({ spots }: Place): HTMLElement | undefined {
  const spot = spots.find(({ parent }) => parent.isConnected)
  if (spot === undefined || (spot.previous !== null && !spot.previous.isConnected)) return undefined
  const { parent, previous } = spot
  const stops = stopsIn(parent)
  return previous === null ? stops[0] : stopsBeside(previous, false, stops).find((stop) => !previous.contains(stop))
}

/** Where the person was before: what opened the form that is closed. */
function opener(root: HTMLElement, places: readonly Place[]): HTMLElement | undefined {
  const main = root.querySelector('main')
  return [...places].reverse().find(({ element }) => main?.contains(element) && isUsable(element))?.element
}

/** What opened the screen that is closed, on the screen that is there again. */
function openerAgain(root: HTMLElement, places: readonly Place[]): HTMLElement | undefined {
  const left = places.at(-1)?.part
  const name = [...places].reverse().find(({ part }) => part !== left)?.element.dataset.testid
  const [found, ...others] = name === undefined ? [] : root.querySelectorAll<HTMLElement>(`main [data-testid="${CSS.escape(name)}"]`)
  return found !== undefined && others.length === 0 && isUsable(found) ? found : undefined
}

/** Where a screen wants its person first, else its heading, else its first stop, else the screen itself. */
function arrival(root: HTMLElement): HTMLElement | null {
  const main = root.querySelector<HTMLElement>('main')
  if (main === null) return stopsIn(root)[0] ?? null
  const wanted = [...main.querySelectorAll<HTMLElement>('[data-arrival]')]
  const found = wanted.find(isUsable)
  if (found === undefined && wanted.length > 0 && isBusy(root)) return root.querySelector<HTMLElement>('.status')
  const heading = [...main.querySelectorAll<HTMLElement>('h1, h2')].find(isUsable)
  const place = found ?? heading ?? stopsIn(main)[0] ?? main
  if (place.matches('h1, h2, main') && !place.hasAttribute('tabindex')) place.tabIndex = -1
  return place
}

const isBusy = (root: HTMLElement): boolean => root.querySelector('[aria-busy="true"]') !== null
