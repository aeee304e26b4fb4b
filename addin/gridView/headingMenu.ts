import type { Area } from '../../shared/grid/a1.ts'
import { columnsOf, intersect, LAST_COLUMN, LAST_ROW, rowsOf } from '../book/area.ts'
import type { Book } from '../book/book.ts'
import { setHidden } from '../book/change/setHidden.ts'
import type { Shift } from '../book/change/shift.ts'
import { type ShiftRefusal, shiftCells, shiftOf } from '../book/change/shiftCells.ts'
import type { CellEditor } from './cellEditor.ts'
import type { GridInput } from './gridInput.ts'
import type { GridView } from './gridView.ts'
import { openMenu } from './popup.ts'
import { changeRefusal } from './refusal.ts'

const REFUSED: Readonly<Record<ShiftRefusal, string>> = {
  table: '这样会拆开表格或去掉它的标题行，不能操作。',
  merge: '这样会拆开合并单元格，不能操作。',
  full: '工作表末尾有内容，再插入就会移出工作表，不能操作。',
}

/** The menu of the headings: rows and columns are inserted, deleted, hidden and shown again. */
export function headingMenu(book: Book, view: GridView, input: GridInput, editor: CellEditor): void {
  view.root.addEventListener('contextmenu', (event) => {
    event.preventDefault()
    const line = input.lineAt(event)
    if (!line) return
    editor.commit()
    const isSelected = lineKey(book.selection) === lineKey(line) && intersect(book.selection, line)
    if (lineKey(line) === '') return
    if (!isSelected) input.select(line)
    const area = book.selection
    const change = (act: () => ShiftRefusal | undefined) => {
      const refusal = changeRefusal(book) ?? toSentence(act())
      if (refusal) editor.onRefused(refusal)
    }
    const isRows = columnsOf(area) === LAST_COLUMN
    const [count, unit] = isRows ? [rowsOf(area), '行'] : [columnsOf(area), '列']
    const shift = (kind: Shift['kind']) =>
      change(() => shiftCells(book, book.active, shiftOf(area, kind, isRows ? 'vertical' : 'horizontal'), 'person'))
    const hide = (hidden: boolean) =>
      change(() => {
        setHidden(book, book.active, area, hidden)
        return undefined
      })
    const entries = [
      { label: `插入 ${count} ${unit}`, choose: () => shift('insert') },
      { label: `删除 ${count} ${unit}`, choose: () => shift('delete') },
      { label: `隐藏`, choose: () => hide(true) },
      { label: `取消隐藏`, choose: () => hide(false) },
    ]
    openMenu(entries, event, () => editor.focus())
  })
}

const toSentence = (refusal: ShiftRefusal | undefined): string | undefined => refusal && REFUSED[refusal]

/** Which kind of lines an area is: whole rows, whole columns, or neither. */
const lineKey = (area: Area): string => {
  const [isRows, isColumns] = [columnsOf(area) === LAST_COLUMN, rowsOf(area) === LAST_ROW]
  return isRows === isColumns ? '' : isRows ? 'rows' : 'columns'
}
