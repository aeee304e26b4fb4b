import { element } from './element.ts'

/** A choice of a popup, and what choosing it does. */
export interface PopupEntry {
  readonly label: string
  readonly choose: () => void
}

/** Where in the window a popup opens. */
export interface Place {
  readonly clientX: number
  readonly clientY: number
}

/** Opens a box at a place of the window, one at a time; it closes on Escape and on a press elsewhere. Answers how to close it. */
export function openPopup(content: HTMLElement, { clientX, clientY }: Place, onClosed: () => void): () => void {
  for (const earlier of document.querySelectorAll('.popup')) earlier.remove()
  content.classList.add('popup')
  document.body.append(content)
  const { width, height } = content.getBoundingClientRect()
  content.style.left = `${Math.max(0, Math.min(clientX, window.innerWidth - width - 4))}px`
  content.style.top = `${Math.max(0, Math.min(clientY, window.innerHeight - height - 4))}px`
  const close = () => {
    content.remove()
    document.removeEventListener('mousedown', onPress, true)
    window.removeEventListener('blur', close)
    onClosed()
  }
  const onPress = (event: MouseEvent) => {
    if (!(event.target instanceof Node) || !content.contains(event.target)) close()
  }
  document.addEventListener('mousedown', onPress, true)
  // A press in the pane is not heard here.
  window.addEventListener('blur', close)
  content.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
  })
  return close
}

/** Opens a menu at a place of the window; arrows move in it. */
export function openMenu(entries: readonly PopupEntry[], place: Place, onClosed: () => void): void {
  const menu = element('div', { className: 'menu', role: 'menu' })
  const close = openPopup(menu, place, onClosed)
  for (const { label, choose } of entries) {
    const entry = element('button', { type: 'button', role: 'menuitem', className: 'menu-entry', textContent: label })
    entry.addEventListener('click', () => {
      close()
      choose()
    })
    menu.append(entry)
  }
  menu.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const all = [...menu.querySelectorAll<HTMLElement>('.menu-entry')]
    const { activeElement } = document
    const at = activeElement instanceof HTMLElement ? all.indexOf(activeElement) : -1
    all[(at + step + all.length) % all.length]?.focus()
  })
  menu.querySelector<HTMLElement>('.menu-entry')?.focus()
}
