import { fail, ok, type Result } from '../../../shared/base/result.ts'
import { parseAddress } from '../../../shared/grid/a1.ts'
import { cellArea } from '../../book/area.ts'
import type { Book } from '../../book/book.ts'
import type { Sheet } from '../../book/sheet.ts'
import type { Workbook } from '../../ports/workbook.ts'
import type { Operation, RefusalTag, WorkbookFault } from '../../ports/workbookFault.ts'
import { changeSheet } from './changeSheet.ts'
import { markSheet, unmarkSheet } from './markSheet.ts'
import { findOwnSheet, readOwnSheet } from './ownSheets.ts'
import { readGrid } from './readGrid.ts'
import { onEdited, onSheet as onSheetEvent } from './watchBook.ts'
import { writeSheet } from './writeSheet.ts'

type Answer<T> = Promise<Result<T, WorkbookFault>>

const refuse = (tag: RefusalTag, during: Operation, sheet?: string) =>
  fail({ tag, during, ...(sheet === undefined ? {} : { sheet }) } satisfies WorkbookFault)

/** The open workbook of the page, for the flows. Everything is there at once: nothing of it waits, hangs or comes half. */
export function bookWorkbook(book: Book): Workbook {
  /** What is wanted of a sheet that was read, or that it is gone. */
  const onSheet = async <T>(name: string, during: Operation, act: (sheet: Sheet) => Result<T, WorkbookFault>): Answer<T> => {
    const sheet = book.find(name)
    return sheet ? act(sheet) : refuse('sheetGone', during, name)
  }
  return {
    capabilities: { supported: true, conditionalFormats: true, opensPane: false, copiesSheets: false, keepsUndo: true },
    readActiveSheet: async () => (book.active.content.kind === 'chart' ? refuse('notASheet', 'read') : ok(readGrid(book, book.active))),
    readSheet: (name) => onSheet(name, 'read', (sheet) => ok(readGrid(book, sheet))),
    select: (name, cell) =>
      onSheet(name, 'select', (sheet) => {
        const place = parseAddress(cell)
        if (!place) return refuse('sheetGone', 'select', name)
        const isHidden = sheet.hidden || sheet.rowHidden(place.row) || sheet.columnHidden(place.column)
        if (isHidden) return refuse('cellHidden', 'select', name)
        const { top, left } = sheet.mergeAt(place.row, place.column)
        book.select(sheet, cellArea(top, left))
        return ok(undefined)
      }),
    mark: (name, marks, isWanted = () => true) =>
      onSheet(name, 'mark', (sheet) => {
        if (isWanted()) markSheet(sheet, marks)
        book.redraw()
        return ok(undefined)
      }),
    unmark: async (name) => {
      const sheets = name === null ? book.sheets : [book.find(name)].filter((one) => one !== undefined)
      if (sheets.length === 0) return refuse('sheetGone', 'mark', name ?? '')
      const cleared = sheets.filter(unmarkSheet).map((sheet) => sheet.name)
      book.redraw()
      return ok({ sheets: cleared, protected: [], unread: 0 })
    },
    writeSheet: async (document, work) => {
      if (work.signal.aborted) return fail({ tag: 'cancelled' })
      if (book.structureProtected) return refuse('structureProtected', 'write')
      const name = writeSheet(book, document)
      if (name === undefined) return refuse('nameTaken', 'write')
      work.onProgress(document.rows.length, document.rows.length)
      return ok(name)
    },
    opensPane: () => false,
    setOpensPane: async () => refuse('unsupported', 'set'),
    readOwnSheet: async (wanted) => {
      const sheet = findOwnSheet(book, wanted)
      if (sheet?.isProtected) return refuse('protected', 'write', sheet.name)
      return ok(sheet ? readOwnSheet(sheet) : null)
    },
    changeSheet: async (changes, work) => {
      if (work.signal.aborted) return fail({ tag: 'cancelled' })
      const changed = changeSheet(book, changes)
      return changed.ok ? ok(changed.value) : refuse(changed.tag, 'write', changes.sheet)
    },
    copySheet: async () => refuse('unsupported', 'write'),
    onEdited: (listener) => onEdited(book, listener),
    onActivated: (listener) => onSheetEvent(book, 'activated', listener),
    onDeleted: (listener) => onSheetEvent(book, 'deleted', listener),
  }
}
