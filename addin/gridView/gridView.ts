import type { Area } from '../../shared/grid/a1.ts'
import { areaText, contains } from '../book/area.ts'
import type { Book } from '../book/book.ts'
import { drawCells, type Painter } from './drawCells.ts'
import { drawCharts } from './drawChart.ts'
import { element } from './element.ts'
import { type ArrowPlace, filterArrows } from './filterArrows.ts'
import { columnHeading, indexes, rowHeading, type Span } from './headings.ts'
import { boxOf, indexAt, type Layout, layoutOf } from './layout.ts'
import { stretch } from './moveSelection.ts'

/** Of the headings, in pixels. */
export const HEADER_HEIGHT = 22
export const HEADER_WIDTH = 44
/** Of a row of the usual font. */
const ROW_HEIGHT = 22
/** Pixels of one line of a mouse wheel that counts in lines. */
const WHEEL_LINE = 20

type Part = 'main' | 'top' | 'left' | 'corner'
const partNode = (part: Part): HTMLElement => element('div', { className: `part ${part}` })

/**
 * Draws the shown sheet: only what is visible, as plain nodes. `root` scrolls; the parts lie above and are drawn again
 * after every change. Input is the business of others: they ask `cellAt` and call `reveal`.
 */
export class GridView {
  readonly root = element('div', { className: 'grid' })
  readonly #scroller = element('div', { className: 'scroller' })
  readonly #space = element('div')
  readonly #parts: Readonly<Record<Part, HTMLElement>> = {
    main: partNode('main'),
    top: partNode('top'),
    left: partNode('left'),
    corner: partNode('corner'),
  }
  readonly columns = element('div', { className: 'columns' })
  readonly #rows = element('div', { className: 'rows' })
  readonly #book: Book
  /** An arrow of a filter was pressed. */
  onArrow: (place: ArrowPlace, button: HTMLElement) => void = () => undefined
  #layout: Layout | undefined
  #pending = 0

  constructor(book: Book) {
    this.#book = book
    this.root.setAttribute('role', 'grid')
    this.root.setAttribute('aria-label', '工作表')
    this.#scroller.append(this.#space)
    this.root.append(this.#scroller, ...Object.values(this.#parts), this.columns, this.#rows, element('div', { className: 'origin' }))
    this.#scroller.addEventListener('scroll', () => this.draw())
    this.root.addEventListener('wheel', (event) => this.#onWheel(event), { passive: false })
    new ResizeObserver(() => this.draw()).observe(this.root)
    book.listen((event) => {
      if (event.kind === 'activated') this.#scroller.scrollTo(0, 0)
      if (event.kind === 'selected' && this.#reaches(event.area)) {
        this.#drawSelection()
        return
      }
      this.#layout = undefined
      this.#soon()
    })
    this.#soon()
  }

  /** Where everything lies now; what scrolls is as large as that. */
  get layout(): Layout {
    if (!this.#layout) {
      this.#layout = layoutOf(this.#book.active, this.#book.selection)
      this.#space.style.width = `${(this.#layout.x.at(-1) ?? 0) + HEADER_WIDTH}px`
      this.#space.style.height = `${(this.#layout.y.at(-1) ?? 0) + HEADER_HEIGHT}px`
    }
    return this.#layout
  }

  /** Draws now, where waiting for the next frame would lose a moment. */
  draw(): void {
    cancelAnimationFrame(this.#pending)
    this.#pending = 0
    const { frozen } = this.layout
    const { rows, columns } = this.#visible()
    const painted = this.#painter()
    this.#drawPart('main', rows, columns, painted)
    this.#drawPart('top', { from: 1, to: frozen.rows }, columns, painted)
    this.#drawPart('left', rows, { from: 1, to: frozen.columns }, painted)
    this.#drawPart('corner', { from: 1, to: frozen.rows }, { from: 1, to: frozen.columns }, painted)
    this.#drawHeaders(rows, columns)
  }

  /** The cell under a point of the window; undefined over headings. */
  cellAt(clientX: number, clientY: number): { row: number; column: number } | undefined {
    const { left, top } = this.root.getBoundingClientRect()
    const [x, y] = [clientX - left - HEADER_WIDTH, clientY - top - HEADER_HEIGHT]
    return x < 0 || y < 0 ? undefined : { row: this.rowAt(clientY), column: this.columnAt(clientX) }
  }

  columnAt(clientX: number): number {
    const x = clientX - this.root.getBoundingClientRect().left - HEADER_WIDTH
    const frozen = this.layout.x[this.layout.frozen.columns] ?? 0
    return indexAt(this.layout.x, x < frozen ? x : x + this.#scroller.scrollLeft)
  }

  rowAt(clientY: number): number {
    const y = clientY - this.root.getBoundingClientRect().top - HEADER_HEIGHT
    const frozen = this.layout.y[this.layout.frozen.rows] ?? 0
    return indexAt(this.layout.y, y < frozen ? y : y + this.#scroller.scrollTop)
  }

  /** Where a cell is shown within `root`. */
  boxOnScreen(area: Area): { left: number; top: number; width: number; height: number } {
    const box = boxOf(this.layout, area)
    const { rows, columns } = this.layout.frozen
    const scrolledX = area.left > columns ? this.#scroller.scrollLeft : 0
    const scrolledY = area.top > rows ? this.#scroller.scrollTop : 0
    return { ...box, left: box.left - scrolledX + HEADER_WIDTH, top: box.top - scrolledY + HEADER_HEIGHT }
  }

  /** Scrolls as little as brings the cell into view. */
  reveal(area: Area): void {
    const { x, y, frozen } = this.layout
    const [frozenX, frozenY] = [x[frozen.columns] ?? 0, y[frozen.rows] ?? 0]
    const box = boxOf(this.layout, { ...area, bottom: area.top, right: area.left })
    const { clientWidth, clientHeight } = this.#scroller
    if (area.left > frozen.columns)
      this.#scroller.scrollLeft = nearest(this.#scroller.scrollLeft, box.left - frozenX, box.width, clientWidth - HEADER_WIDTH - frozenX)
    if (area.top > frozen.rows)
      this.#scroller.scrollTop = nearest(this.#scroller.scrollTop, box.top - frozenY, box.height, clientHeight - HEADER_HEIGHT - frozenY)
  }

  /** Whether a point within `root` is on its scroll bars. */
  isOnScrollBar(x: number, y: number): boolean {
    return x > this.#scroller.clientWidth || y > this.#scroller.clientHeight
  }

  /** Rows that fit on the screen: what PageDown moves by. */
  pageRows(): number {
    return Math.max(1, Math.floor((this.#scroller.clientHeight - HEADER_HEIGHT) / ROW_HEIGHT) - 1)
  }

  /** Whether what is laid out holds the area: selecting moves nothing. */
  #reaches({ top, left }: Area): boolean {
    return this.#layout !== undefined && top <= this.#layout.rows && left <= this.#layout.columns
  }

  /** The cells lie above what scrolls. */
  #onWheel(event: WheelEvent): void {
    event.preventDefault()
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? WHEEL_LINE : 1
    const [x, y] = event.shiftKey ? [event.deltaY, event.deltaX] : [event.deltaX, event.deltaY]
    this.#scroller.scrollBy(x * unit, y * unit)
  }

  #soon(): void {
    if (this.#pending === 0) this.#pending = requestAnimationFrame(() => this.draw())
  }

  #visible(): { rows: Span; columns: Span } {
    const { x, y, frozen, rows, columns } = this.layout
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.#scroller
    return {
      rows: {
        from: Math.max(frozen.rows + 1, indexAt(y, scrollTop + (y[frozen.rows] ?? 0))),
        to: Math.min(rows, indexAt(y, scrollTop + clientHeight)),
      },
      columns: {
        from: Math.max(frozen.columns + 1, indexAt(x, scrollLeft + (x[frozen.columns] ?? 0))),
        to: Math.min(columns, indexAt(x, scrollLeft + clientWidth)),
      },
    }
  }

  /** What conditional formats paint, asked only for cells that rules touch. */
  #painter(): Painter {
    const { engine, active } = this.#book
    const { rules } = active.content
    if (!engine || rules.length === 0) return () => undefined
    engine.paint(active, rules)
    return (row, column) =>
      rules.some((rule) => rule.areas.some((area) => contains(area, row, column))) ? engine.look(active, row, column) : undefined
  }

  #drawPart(part: Part, rows: Span, columns: Span, painted: Painter): void {
    const node = this.#parts[part]
    const { x, y, frozen } = this.layout
    const [frozenX, frozenY] = [x[frozen.columns] ?? 0, y[frozen.rows] ?? 0]
    const [beside, below] = [part === 'main' || part === 'top', part === 'main' || part === 'left']
    const left = beside ? frozenX : 0
    const top = below ? frozenY : 0
    Object.assign(node.style, {
      left: `${HEADER_WIDTH + left}px`,
      top: `${HEADER_HEIGHT + top}px`,
      width: beside ? `${Math.max(0, this.#scroller.clientWidth - HEADER_WIDTH - left)}px` : `${frozenX}px`,
      height: below ? `${Math.max(0, this.#scroller.clientHeight - HEADER_HEIGHT - top)}px` : `${frozenY}px`,
    })
    node.replaceChildren()
    node.hidden = rows.to < rows.from || columns.to < columns.from
    if (node.hidden) return
    const inner = element('div', { className: 'layer' })
    inner.style.transform = `translate(${-left - (beside ? this.#scroller.scrollLeft : 0)}px, ${-top - (below ? this.#scroller.scrollTop : 0)}px)`
    const window = { top: rows.from, left: columns.from, bottom: rows.to, right: columns.to }
    inner.append(
      ...drawCells(this.layout, window, painted),
      ...filterArrows(this.layout, window, this.onArrow),
      ...drawCharts(this.#book),
      this.#selection(),
    )
    node.append(inner)
  }

  /** Moves the frame around the selected cells; the cells themselves stay. */
  #drawSelection(): void {
    for (const part of Object.values(this.#parts)) part.querySelector('.selection')?.replaceWith(this.#selection())
    const { rows, columns } = this.#visible()
    this.#drawHeaders(rows, columns)
  }

  #selection(): HTMLElement {
    const { active, selection } = this.#book
    const whole = stretch(active, selection, selection)
    const box = boxOf(this.layout, whole)
    const isOne = areaText(active.mergeAt(whole.top, whole.left)) === areaText(whole)
    const node = element('div', { className: `selection${isOne ? ' one' : ''}` })
    Object.assign(node.style, {
      left: `${box.left - 1}px`,
      top: `${box.top - 1}px`,
      width: `${box.width + 1}px`,
      height: `${box.height + 1}px`,
    })
    return node
  }

  #drawHeaders(rows: Span, columns: Span): void {
    const { scrollLeft, scrollTop } = this.#scroller
    const { frozen } = this.layout
    const heads = (spans: readonly Span[], head: (index: number) => HTMLElement) => spans.flatMap((span) => indexes(span).map(head))
    const selection = this.#book.selection
    this.columns.replaceChildren(
      ...heads([columns, { from: 1, to: frozen.columns }], (index) => columnHeading(this.layout, selection, index, scrollLeft)),
    )
    this.#rows.replaceChildren(
      ...heads([rows, { from: 1, to: frozen.rows }], (index) => rowHeading(this.layout, selection, index, scrollTop)),
    )
  }
}

/** The scroll position, moved as little as shows `size` pixels at `at` in a window of `room`. */
function nearest(scroll: number, at: number, size: number, room: number): number {
  if (at < scroll) return at
  return at + size > scroll + room ? Math.min(at, at + size - room) : scroll
}
