import type { Book } from '../../book/book.ts'
import { CellEditor } from '../../gridView/cellEditor.ts'
import { columnResize } from '../../gridView/columnResize.ts'
import { element } from '../../gridView/element.ts'
import { openFilterList } from '../../gridView/filterList.ts'
import { formulaBar } from '../../gridView/formulaBar.ts'
import { GridInput } from '../../gridView/gridInput.ts'
import { GridView } from '../../gridView/gridView.ts'
import { headingMenu } from '../../gridView/headingMenu.ts'
import { sheetTabs } from '../../gridView/sheetTabs.ts'
import { statusBar } from '../../gridView/statusBar.ts'

/** A workbook on the screen. */
export interface ShownSheet {
  readonly node: HTMLElement
  /** Takes what is being typed into its cell: what is done next is done with it. */
  commit(): void
  focus(): void
}

/** How a workbook is shown. */
export interface ShowOptions {
  /** The year that "5月20日" typed into a cell belongs to. */
  readonly year: number
  /** Hears why a cell cannot be changed, in words. */
  readonly onRefused: (sentence: string) => void
}

/** Puts formula bar, grid, tabs and sums of a workbook together. */
export function showSheet(book: Book, { year, onRefused }: ShowOptions): ShownSheet {
  const view = new GridView(book)
  const editor = new CellEditor(book, view, year)
  const input = new GridInput(book, view, editor, year)
  columnResize(book, view)
  headingMenu(book, view, input, editor)
  view.onArrow = (place, button) => openFilterList(book, place, button, onRefused)
  editor.onRefused = onRefused
  book.listen((event) => {
    if (event.kind === 'selected') view.reveal(event.area)
  })
  const tabs = sheetTabs(book, () => editor.focus())
  const foot = element('div', { className: 'foot' }, tabs)
  return {
    node: element('div', { className: 'sheet' }, formulaBar(book, editor, input), view.root, foot, statusBar(book)),
    commit: () => editor.commit(),
    focus: () => editor.focus(),
  }
}
