import type { Area } from '../../shared/grid/a1.ts'
import { bounding, cellArea, columnsOf, LAST_COLUMN, LAST_ROW, rowsOf } from '../book/area.ts'
import type { Book } from '../book/book.ts'
import { removeChart } from '../book/change/charts.ts'
import { bookStep } from '../book/undo.ts'
import type { CellEditor } from './cellEditor.ts'
import { type GridView, HEADER_HEIGHT, HEADER_WIDTH } from './gridView.ts'
import { jumpFrom, type Step, stepFrom, stretch } from './moveSelection.ts'
import { changeRefusal } from './refusal.ts'

const ARROWS: Readonly<Record<string, Step>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
}

/** Mouse, keyboard and clipboard over the grid: selecting, moving, editing, copying. */
export class GridInput {
  readonly #book: Book
  readonly #view: GridView
  readonly #editor: CellEditor
  readonly #year: number
  /** The cell a selection began in. */
  #anchor: Area = cellArea(1, 1)
  #dragging = false

  constructor(book: Book, view: GridView, editor: CellEditor, year: number) {
    this.#book = book
    this.#view = view
    this.#editor = editor
    this.#year = year
    view.root.addEventListener('mousedown', (event) => this.#onMouseDown(event))
    view.root.addEventListener('mousemove', (event) => this.#onMouseMove(event))
    window.addEventListener('mouseup', () => {
      this.#dragging = false
    })
    editor.field.addEventListener('keydown', (event) => this.#onKey(event))
    for (const type of ['copy', 'cut', 'paste'] as const) editor.field.addEventListener(type, (event) => this.#onClipboard(event))
    book.listen((event) => {
      if (event.kind === 'activated') this.#anchor = cellArea(1, 1)
    })
  }

  /** Selects, shows and takes the focus. */
  select(area: Area, anchor: Area = area): void {
    this.#anchor = anchor
    this.#book.select(this.#book.active, area)
    this.#view.reveal(area)
    this.#editor.focus()
  }

  #onMouseDown(event: MouseEvent): void {
    if (event.target === this.#editor.field || event.button !== 0) return
    const { top, left } = this.#view.root.getBoundingClientRect()
    if (this.#view.isOnScrollBar(event.clientX - left, event.clientY - top)) return
    event.preventDefault()
    this.#editor.commit()
    const cell = this.#view.cellAt(event.clientX, event.clientY)
    if (!cell) {
      const line = this.lineAt(event)
      if (line) this.select(event.shiftKey ? lineTo(this.#anchor, line) : line, event.shiftKey ? this.#anchor : line)
      return
    }
    const area = this.#book.active.mergeAt(cell.row, cell.column)
    this.#dragging = true
    if (event.shiftKey) this.select(stretch(this.#book.active, this.#anchor, area), this.#anchor)
    else this.select(area)
    // The cells are drawn again after the first press: a dblclick would find no common target.
    if (event.detail === 2 && !event.shiftKey) this.#editor.begin()
  }

  /** The whole row or column whose heading is under the mouse, in the corner the whole sheet; undefined over cells. */
  lineAt({ clientX, clientY }: MouseEvent): Area | undefined {
    const { top, left } = this.#view.root.getBoundingClientRect()
    const [onColumns, onRows] = [clientY - top < HEADER_HEIGHT, clientX - left < HEADER_WIDTH]
    if (!onColumns && !onRows) return undefined
    const [row, column] = [this.#view.rowAt(clientY), this.#view.columnAt(clientX)]
    return {
      top: onColumns ? 1 : row,
      bottom: onColumns ? LAST_ROW : row,
      left: onRows ? 1 : column,
      right: onRows ? LAST_COLUMN : column,
    }
  }

  #onMouseMove(event: MouseEvent): void {
    const cell = this.#dragging ? this.#view.cellAt(event.clientX, event.clientY) : undefined
    if (!cell) return
    const area = stretch(this.#book.active, this.#anchor, cellArea(cell.row, cell.column))
    if (JSON.stringify(area) !== JSON.stringify(this.#book.selection)) this.select(area, this.#anchor)
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return
    const done = this.#editor.editing ? this.#editingKey(event) : this.#movingKey(event)
    if (done) event.preventDefault()
  }

  #editingKey(event: KeyboardEvent): boolean {
    const { key, shiftKey, altKey } = event
    if (key === 'Escape') {
      this.#editor.cancel()
      return true
    }
    if (key === 'Enter' && altKey) {
      const { field } = this.#editor
      field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end')
      this.#editor.place()
      return true
    }
    const step = key === 'Enter' ? lines(shiftKey) : key === 'Tab' ? across(shiftKey) : this.#editor.typed ? ARROWS[key] : undefined
    if (!step) return false
    this.#editor.commit()
    this.select(stepFrom(this.#book.active, this.#book.selection, step))
    return true
  }

  #movingKey({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
    const { active, selection } = this.#book
    const control = ctrlKey || metaKey
    const arrow = ARROWS[key]
    if (arrow) {
      const from = shiftKey ? this.#farCorner() : this.#anchor
      const to = control ? jumpFrom(active, from, arrow) : stepFrom(active, from, arrow)
      this.select(shiftKey ? stretch(active, this.#anchor, to) : to, shiftKey ? this.#anchor : to)
      return true
    }
    switch (key) {
      case 'Enter':
        this.select(stepFrom(active, selection, lines(shiftKey)))
        return true
      case 'Tab':
        this.select(stepFrom(active, selection, across(shiftKey)))
        return true
      case 'F2':
        this.#editor.begin()
        return true
      case 'Delete':
        this.#clear()
        return true
      case 'Home':
        this.select(cellArea(control ? 1 : selection.top, 1))
        return true
      case 'End':
        if (control) this.select(cellArea(Math.max(1, active.rowCount), Math.max(1, active.columnCount)))
        return control
      case 'PageDown':
      case 'PageUp':
        this.select(stepFrom(active, selection, { rows: this.#view.pageRows() * (key === 'PageDown' ? 1 : -1), columns: 0 }))
        return true
      default:
        return control && this.#shortcut(key.toLowerCase(), shiftKey)
    }
  }

  #shortcut(key: string, shiftKey: boolean): boolean {
    if (key === 'z' && !shiftKey) this.#book.undo()
    else if (key === 'y' || key === 'z') this.#book.redo()
    else if (key === 'a') this.select({ top: 1, left: 1, bottom: LAST_ROW, right: LAST_COLUMN }, this.#anchor)
    else return false
    return true
  }

  /** The corner of the selection opposite to where it began: what Shift and an arrow move. */
  #farCorner(): Area {
    const { selection } = this.#book
    const anchor = this.#anchor
    const row = selection.top < anchor.top ? selection.top : selection.bottom
    const column = selection.left < anchor.left ? selection.left : selection.right
    return cellArea(row, column)
  }

  #clear(): void {
    const { selectedChart } = this.#book
    if (selectedChart !== undefined) {
      if (this.#refused()) return
      this.#book.remember(bookStep(this.#book, this.#book.active, this.#book.selection))
      removeChart(this.#book, this.#book.active, selectedChart)
      return
    }
    const { active, selection } = this.#book
    const area = active.extent(selection)
    if (this.#refused()) return
    this.#book.edit(
      active,
      area,
      Array.from({ length: rowsOf(area) }, () => Array<string>(columnsOf(area)).fill('')),
      this.#year,
    )
  }

  #refused(): boolean {
    const refusal = changeRefusal(this.#book)
    if (refusal) this.#editor.onRefused(refusal)
    return refusal !== undefined
  }

  #onClipboard(event: ClipboardEvent): void {
    if (this.#editor.editing) return
    event.preventDefault()
    const { active, selection } = this.#book
    if (event.type === 'paste') {
      const text = event.clipboardData?.getData('text/plain').replace(/\r?\n$/, '') ?? ''
      if (this.#refused()) return
      const rows = text.split(/\r?\n/).map((line) => line.split('\t'))
      const width = Math.max(...rows.map((row) => row.length))
      const { top, left } = selection
      const area = { top, left, bottom: top + rows.length - 1, right: left + width - 1 }
      this.#book.edit(active, area, rows, this.#year)
      this.select(area)
      return
    }
    const area = active.extent(selection)
    const lines = Array.from({ length: rowsOf(area) }, (_, i) =>
      Array.from({ length: columnsOf(area) }, (_, j) => active.text(area.top + i, area.left + j)).join('\t'),
    )
    event.clipboardData?.setData('text/plain', lines.join('\n'))
    if (event.type === 'cut') this.#clear()
  }
}

/** Whole lines from the one a selection began in to another; another kind of line begins anew. */
function lineTo(anchor: Area, line: Area): Area {
  const isSameKind = rowsOf(anchor) === rowsOf(line) || columnsOf(anchor) === columnsOf(line)
  return isSameKind ? bounding(anchor, line) : line
}

const lines = (back: boolean): Step => ({ rows: back ? -1 : 1, columns: 0 })
const across = (back: boolean): Step => ({ rows: 0, columns: back ? -1 : 1 })
