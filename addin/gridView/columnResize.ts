import type { Book } from '../book/book.ts'
import { columnPixels, setColumnPixels } from '../book/sheetSize.ts'
import type { GridView } from './gridView.ts'

/** Pixels beside a heading's right edge that take hold of it. */
const REACH = 4
const NARROWEST = 8

/** Dragging the edge of a column's heading makes the column wider or narrower. */
export function columnResize(book: Book, view: GridView): void {
  let held: { column: number; from: number; width: number } | undefined
  view.columns.addEventListener('mousemove', (event) => {
    if (!held) view.columns.style.cursor = edgeAt(view, event) ? 'col-resize' : ''
  })
  view.columns.addEventListener('mousedown', (event) => {
    const column = edgeAt(view, event)
    if (!column || event.button !== 0) return
    held = { column, from: event.clientX, width: columnPixels(book.active, column) }
    event.preventDefault()
    event.stopPropagation()
  })
  window.addEventListener('mousemove', (event) => {
    if (!held) return
    setColumnPixels(book.active, held.column, Math.max(NARROWEST, held.width + event.clientX - held.from))
    book.redraw()
  })
  window.addEventListener('mouseup', () => {
    held = undefined
  })
}

/** The column whose right edge lies under the mouse. */
function edgeAt(view: GridView, { clientX }: MouseEvent): number | undefined {
  const [before, after] = [view.columnAt(clientX - REACH), view.columnAt(clientX + REACH)]
  return before < after ? before : undefined
}
