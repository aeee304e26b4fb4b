import { cellArea } from '../book/area.ts'
import type { Book } from '../book/book.ts'
import { PIXELS_PER_POINT } from '../book/sheetSize.ts'
import { editText } from '../book/typedEntry.ts'
import { element } from './element.ts'
import type { GridView } from './gridView.ts'
import { changeRefusal } from './refusal.ts'

/**
 * The text field under the selected cell. It always has the focus, unseen, so that typing with an input method begins
 * in it; once something is typed it shows, and the cell is being edited.
 */
export class CellEditor {
  readonly field = element('textarea', { className: 'editor', spellcheck: false, rows: 1 })
  readonly #book: Book
  readonly #view: GridView
  readonly #year: number
  #editing = false
  /** Begun by typing: arrow keys leave the cell; otherwise they move within the text. */
  #typed = false
  /** Going to the pane does not end an edit; Enter, Tab, another cell and anything else of the page do. */
  keepsEdit = false
  onChange: () => void = () => undefined
  onRefused: (sentence: string) => void = () => undefined

  constructor(book: Book, view: GridView, year: number) {
    this.#book = book
    this.#view = view
    this.#year = year
    this.field.setAttribute('aria-label', '单元格')
    this.field.addEventListener('input', () => this.#show(true))
    this.field.addEventListener('compositionstart', () => this.#show(true))
    this.field.addEventListener('blur', () => this.#onLeft())
    view.root.append(this.field)
  }

  get editing(): boolean {
    return this.#editing
  }

  get typed(): boolean {
    return this.#typed
  }

  focus(): void {
    this.place()
    this.field.focus({ preventScroll: true })
  }

  /** Begins editing what the cell holds. */
  begin(): void {
    if (this.#editing) return
    this.field.value = this.content()
    this.#show(false)
    this.field.focus({ preventScroll: true })
    this.field.setSelectionRange(this.field.value.length, this.field.value.length)
  }

  /** What editing the selected cell begins with. */
  content(): string {
    const { active, selection } = this.#book
    const { top, left } = selection
    return editText(active.formula(top, left), active.numberFormat(top, left), active.text(top, left))
  }

  /** Takes the text into the cell. */
  commit(): void {
    if (!this.#editing) return
    const text = this.field.value
    this.cancel()
    this.enter(text)
  }

  /** A text into the selected cell, as if typed. */
  enter(text: string): void {
    const { active, selection } = this.#book
    const isUnlocked = !this.#book.readOnly && active.styleOf(selection.top, selection.left).protection?.locked === false
    const refusal = isUnlocked ? undefined : changeRefusal(this.#book)
    if (refusal) this.onRefused(refusal)
    else if (text !== this.content()) this.#book.edit(active, cellArea(selection.top, selection.left), [[text]], this.#year)
  }

  cancel(): void {
    this.#editing = false
    this.field.value = ''
    this.field.classList.remove('open')
    this.onChange()
  }

  /** Lies over the selected cell, as large as its text needs while editing. */
  place(): void {
    const { active, selection } = this.#book
    const area = active.mergeAt(selection.top, selection.left)
    const box = this.#view.boxOnScreen(area)
    const look = active.look(area.top, area.left)
    Object.assign(this.field.style, {
      left: `${box.left}px`,
      top: `${box.top}px`,
      minWidth: `${box.width}px`,
      width: `${box.width}px`,
      height: `${box.height}px`,
      fontSize: `${look.size * PIXELS_PER_POINT}px`,
    })
    if (!this.#editing) return
    const room = this.#view.root.clientWidth - box.left - 16
    this.field.style.width = `${Math.max(box.width, Math.min(room, this.field.scrollWidth + 4))}px`
    this.field.style.height = `${Math.max(box.height, this.field.scrollHeight)}px`
  }

  #onLeft(): void {
    if (!this.keepsEdit) {
      this.commit()
      return
    }
    // Where the focus went is known only after this event.
    setTimeout(() => {
      if (!(document.activeElement instanceof HTMLIFrameElement) && document.activeElement !== this.field) this.commit()
    }, 0)
  }

  #show(typed: boolean): void {
    if (!this.#editing) {
      this.#editing = true
      this.#typed = typed
      this.#view.reveal(this.#book.selection)
      this.field.classList.add('open')
    }
    this.place()
    this.onChange()
  }
}
