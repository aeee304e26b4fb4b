import { element } from '../../gridView/element.ts'

/** A choice of a menu, and what choosing it does. */
export interface MenuEntry {
  readonly label: string
  readonly detail?: string
  readonly current: boolean
  readonly choose: () => void
}

/** A button that opens a list of choices; arrows move in it, Escape closes it. */
export function menu(button: HTMLButtonElement, title: string, entries: readonly MenuEntry[]): HTMLElement {
  const list = element(
    'div',
    { className: 'menu', role: 'menu', hidden: true },
    element('div', { className: 'menu-title', textContent: title }),
  )
  for (const { label, detail, current, choose } of entries) {
    const entry = element(
      'button',
      { type: 'button', role: 'menuitemradio', className: 'menu-entry' },
      element('span', { textContent: label }),
    )
    entry.setAttribute('aria-checked', String(current))
    if (detail) entry.append(element('small', { textContent: detail }))
    entry.addEventListener('click', choose)
    list.append(entry)
  }
  const open = (shown: boolean) => {
    list.hidden = !shown
    button.setAttribute('aria-expanded', String(shown))
    if (shown) (list.querySelector<HTMLElement>('[aria-checked="true"]') ?? list.querySelector<HTMLElement>('.menu-entry'))?.focus()
  }
  button.setAttribute('aria-haspopup', 'menu')
  open(false)
  button.addEventListener('click', () => open(list.hidden === true))
  list.addEventListener('keydown', (event) => onKey(event, list, () => open(false)))
  document.addEventListener('mousedown', (event) => {
    if (!list.hidden && event.target instanceof Node && !list.contains(event.target) && !button.contains(event.target)) open(false)
  })
  window.addEventListener('blur', () => open(false))
  return element('div', { className: 'menu-place' }, button, list)
}

function onKey(event: KeyboardEvent, list: HTMLElement, close: () => void): void {
  const entries = [...list.querySelectorAll<HTMLElement>('.menu-entry')]
  const { activeElement } = document
  const at = activeElement instanceof HTMLElement ? entries.indexOf(activeElement) : -1
  if (event.key === 'Escape') close()
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  entries[(at + step + entries.length) % entries.length]?.focus()
}
