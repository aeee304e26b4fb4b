/** What can be a stop of the Tab key. */
const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex]'

/** What cannot be one now. */
const OFF = '[tabindex="-1"]'

/** What office.js takes for stops where it has taken the Tab key over (Excel on the web): `summary` is not among them. */
const STOPS_OF_OFFICE = 'a[href], button, input, select, textarea, [tabindex]'

/** Whether an element is there and can have the focus. */
export const isUsable = (element: HTMLElement): boolean => element.isConnected && !isDisabled(element) && isShown(element)

/** Fluent’s elements say by their property what their attribute says a moment later. */
const isDisabled = (element: HTMLElement): boolean => ('disabled' in element ? element.disabled === true : element.matches('[disabled]'))

/** Whether it takes part in the page; what lies in a closed `details` does not. */
function isShown(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    if (at.matches('[hidden], [inert]')) return false
    const closed = at.parentElement?.closest('details:not([open])')
    if (closed && !(at.matches('summary') && at.parentElement === closed)) return false
  }
  return element.getClientRects().length > 0
}

/** The stops within a part of the page, in its order. */
export const stopsIn = (part: ParentNode): readonly HTMLElement[] =>
  [...part.querySelectorAll<HTMLElement>(STOPS)].filter((element) => !element.matches(OFF) && isUsable(element))

/** Whether office.js itself would find the way from and to this element. */
export const isStopOfOffice = (element: Element): boolean =>
  element.matches(STOPS_OF_OFFICE) && !element.matches(':disabled, [disabled], [tabindex="-1"]')

/** The stops after a place, or before it, nearest first. */
export function stopsBeside(place: Node, back: boolean, stops: readonly HTMLElement[]): readonly HTMLElement[] {
  const side = back ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING
  // what holds the place comes before it, what the place holds comes after it
  const beside = stops.filter((stop) => stop !== place && (place.compareDocumentPosition(stop) & side) !== 0)
  return back ? beside.reverse() : beside
}
