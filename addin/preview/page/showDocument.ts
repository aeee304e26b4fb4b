import type { Book } from '../../book/book.ts'
import type { OpenDocument } from '../../book/document/openDocument.ts'
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
import { ExcelHost } from '../host/excelHost.ts'
import { type PlayedExcel, playExcel } from '../moods/chooseMoods.ts'
import type { MoodName } from '../moods/moods.ts'
import { Executor } from '../richapi/executor.ts'
import { showNotice } from './showNotice.ts'
import { unsupportedList } from './unsupportedList.ts'

/** A document on the screen, with the pane beside it. */
export interface ShownDocument {
  readonly workspace: HTMLElement
  readonly unsupported: HTMLElement
  /** Shows the pane or hides it. */
  togglePane(): void
  /** Tells at once, and after every change, whether the pane is shown. */
  watchPane(listener: (shown: boolean) => void): void
  /** Opens the pane at an address; one that is open goes. */
  openPane(address: string): void
  /** Ends the pane's conversation with the workbook. */
  close(): void
  focus(): void
}

/** What a document is shown with. */
export interface ShowOptions {
  /** The year that "5月20日" typed into a cell belongs to. */
  readonly year: number
  readonly paneTitle: string
  readonly moods: readonly MoodName[]
  /** The ExcelApi that is asked for: "1.20"; a mood can have a lower one. */
  readonly api: string
}

/** Puts grid, formula bar, tabs and pane together; the pane talks to the workbook through office.js alone. */
export function showDocument({ book }: OpenDocument, options: ShowOptions): ShownDocument {
  const { year, paneTitle } = options
  const view = new GridView(book)
  const editor = new CellEditor(book, view, year)
  const input = new GridInput(book, view, editor, year)
  columnResize(book, view)
  headingMenu(book, view, input, editor)
  view.onArrow = (place, button) => openFilterList(book, place, button, showNotice)
  const unsupported = unsupportedList()
  const excel = playExcel(options.moods, options.api, { book, edit: () => editor.begin() })
  editor.keepsEdit = excel.moods.some(({ keepsEdit }) => keepsEdit === true)
  const connect = () =>
    connectPane({ book, year, excel, isEditing: () => editor.editing, onLeave: () => editor.focus(), show: unsupported.show })
  let host: ExcelHost | undefined
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'F6') return
    event.preventDefault()
    host?.enter()
  }
  editor.onRefused = showNotice
  const close = element('button', { type: 'button', className: 'close', textContent: '✕', title: '关闭' })
  close.setAttribute('aria-label', '关闭窗格')
  const pane = element('aside', { className: 'pane' }, element('div', { className: 'pane-title' }, paneTitle, close))
  pane.setAttribute('aria-label', paneTitle)
  let paneListener: (shown: boolean) => void = () => undefined
  const togglePane = () => {
    pane.hidden = !pane.hidden
    paneListener(!pane.hidden)
  }
  close.addEventListener('click', togglePane)
  book.listen((event) => {
    if (event.kind === 'selected') view.reveal(event.area)
  })
  const sheet = element(
    'div',
    { className: 'sheet' },
    formulaBar(book, editor, input),
    view.root,
    element(
      'div',
      { className: 'foot' },
      sheetTabs(book, () => editor.focus()),
    ),
    statusBar(book),
  )
  return {
    workspace: element('main', { className: 'workspace', onkeydown: onKey }, sheet, pane),
    unsupported: unsupported.node,
    togglePane,
    watchPane: (listener) => {
      paneListener = listener
      listener(!pane.hidden)
    },
    openPane: (address) => {
      host?.close()
      host = connect()
      host.open(pane, address, paneTitle)
    },
    close: () => host?.close(),
    focus: () => editor.focus(),
  }
}

interface Connection {
  readonly book: Book
  readonly year: number
  readonly excel: PlayedExcel
  readonly isEditing: () => boolean
  readonly onLeave: () => void
  readonly show: (names: readonly string[]) => void
}

/** A host over the workbook, and the list of what is asked of it in vain. */
function connectPane({ book, year, excel, isEditing, onLeave, show }: Connection): ExcelHost {
  const executor = new Executor(book, year, excel.moods)
  const others = new Set<string>()
  const list = () => show([...executor.unsupported.keys(), ...others])
  executor.onUnsupported = list
  const onUnknown = (what: string) => {
    others.add(what)
    list()
  }
  return new ExcelHost({
    executor,
    documentUrl: `https://${location.host}/${encodeURIComponent(book.name)}`,
    locale: 'zh-CN',
    ...excel,
    readOnly: book.readOnly,
    isEditing,
    onLeave,
    onUnknown,
  })
}
