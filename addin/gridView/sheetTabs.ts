import type { Book } from '../book/book.ts'
import { element } from './element.ts'

/** The sheets' tabs below the grid; hidden sheets have none. */
export function sheetTabs(book: Book, onChosen: () => void): HTMLElement {
  const tabs = element('div', { className: 'tabs', role: 'tablist' })
  let shown = ''
  const show = () => {
    const visible = book.sheets.filter((sheet) => !sheet.hidden)
    const now = JSON.stringify([visible.map((sheet) => sheet.name), book.active.id])
    if (now === shown) return
    shown = now
    tabs.replaceChildren(
      ...visible.map((sheet) => {
        const tab = element('button', { type: 'button', role: 'tab', className: 'tab', textContent: sheet.name })
        tab.setAttribute('aria-selected', String(sheet === book.active))
        tab.addEventListener('click', () => {
          book.activate(sheet)
          onChosen()
        })
        return tab
      }),
    )
  }
  book.listen(show)
  show()
  return tabs
}
