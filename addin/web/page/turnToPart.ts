/** Where the focus goes in each part of the page, in its order. */
const STOPS = ['.title-line button', '[data-part="sheet"] .editor, [data-part="sheet"] button', 'iframe'] as const

/** Moves the focus to the next part of the page, or to the one before. */
export function turnToPart(root: HTMLElement, back: boolean): void {
  const active = root.ownerDocument.activeElement
  const parts = STOPS.map((stop) => root.querySelector<HTMLElement>(stop))
  const holders = ['.title-line', '[data-part="sheet"]', '[data-part="pane"]'].map((part) => root.querySelector(part))
  const now = holders.findIndex((holder) => holder?.contains(active) === true)
  const step = back ? -1 : 1
  for (let i = 1; i <= parts.length; i++) {
    const next = parts[(now + step * i + 2 * parts.length) % parts.length]
    if (next === null || next === undefined) continue
    next.focus({ preventScroll: true })
    if (next instanceof HTMLIFrameElement) enterFrame(next)
    return
  }
}

/** The focus in the frame is the frame's own business: at least its window has it. */
function enterFrame(frame: HTMLIFrameElement): void {
  frame.contentWindow?.focus()
  const main = frame.contentDocument?.querySelector<HTMLElement>('main')
  const first = main?.querySelector<HTMLElement>('fluent-button:not([disabled]), button:not(:disabled), input, select, a[href]')
  first?.focus()
}
