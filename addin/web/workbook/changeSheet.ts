import { address } from '../../../shared/grid/a1.ts'
import { LAST_COLUMN } from '../../book/area.ts'
import type { Book } from '../../book/book.ts'
import { drawEdge } from '../../book/borders.ts'
import { shiftCells, shiftOf } from '../../book/change/shiftCells.ts'
import { mergeArea } from '../../book/merges.ts'
import type { Sheet } from '../../book/sheet.ts'
import { bookStep } from '../../book/undo.ts'
import type { Anchor, ChangedSheet, RowContents, SheetChanges } from '../../ports/sheetChanges.ts'
import type { RefusalTag } from '../../ports/workbookFault.ts'
import { LINE_COLOR, ROLE_LOOKS } from '../../sheetForm/roleLooks.ts'
import { setMemory } from './ownSheets.ts'
import { putContent } from './putContent.ts'

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const

/** What came of changes: where they cannot be made, nothing is. */
export type Changed = { readonly ok: true; readonly value: ChangedSheet } | { readonly ok: false; readonly tag: RefusalTag }

/** Changes cells of a sheet of ours and shows it, as one step that can be undone. */
export function changeSheet(book: Book, changes: SheetChanges): Changed {
  const sheet = book.find(changes.sheet)
  const refuse = (tag: RefusalTag): Changed => ({ ok: false, tag })
  if (!sheet) return refuse('rowsMoved')
  if (sheet.isProtected) return refuse('protected')
  const before = bookStep(book, sheet)
  const refused = applyChanges(book, sheet, changes)
  if (typeof refused === 'string') {
    before.swap()
    return refuse(refused)
  }
  book.remember(before)
  book.settle()
  book.activate(sheet)
  return { ok: true, value: { name: sheet.name, untaken: refused } }
}

/** The cells that took nothing, or why it cannot be done; some of it may be done then. */
function applyChanges(book: Book, sheet: Sheet, { note, inserts, rows, memory }: SheetChanges): readonly string[] | RefusalTag {
  if (!inserts.every(({ before, above }) => isAt(sheet, before - 1, above))) return 'rowsMoved'
  const untaken: string[] = []
  for (const { before, rows: fresh } of inserts) {
    const area = { top: before, left: 1, bottom: before + fresh.length - 1, right: LAST_COLUMN }
    if (shiftCells(book, sheet, shiftOf(area, 'insert', 'vertical'), 'addin')) return 'inTheWay'
    for (const [i, row] of fresh.entries()) untaken.push(...putRow(sheet, before + i, row))
  }
  if (!rows.every(({ row, anchors }) => isAt(sheet, row, anchors))) return 'rowsMoved'
  for (const row of rows) untaken.push(...putRow(sheet, row.row, row))
  putContent(sheet, note.row, note.column, note.after)
  setMemory(sheet, memory.after)
  return untaken
}

/** Whether a row holds what it is known by. */
const isAt = (sheet: Sheet, row: number, anchors: readonly Anchor[]): boolean =>
  anchors.every(({ column, text }) => String(sheet.value(row, column)).trim() === text)

function putRow(sheet: Sheet, row: number, { cells, fresh, merges }: RowContents): readonly string[] {
  const untaken: string[] = []
  const spanOf = (column: number) => merges.find(([from]) => from === column)?.[1] ?? column
  for (const { column, content, role } of cells) {
    const area = { top: row, left: column, bottom: row, right: spanOf(column) }
    if (role !== undefined) sheet.restyle(area, { fill: '', color: '#000000', bold: false, horizontal: 'General', ...ROLE_LOOKS[role] })
    if (fresh) for (const edge of EDGES) drawEdge(sheet, area, edge, { color: LINE_COLOR })
    if (content === undefined) continue
    const isCovered = sheet.at(row, column) !== undefined && sheet.find(row, column) === undefined
    if (isCovered) untaken.push(address(row, column))
    else putContent(sheet, row, column, content)
  }
  if (fresh) for (const [left, right] of merges) mergeArea(sheet, { top: row, left, bottom: row, right }, false)
  return untaken
}
