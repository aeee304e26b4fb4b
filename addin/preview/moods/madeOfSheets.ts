import type { Area } from '../../../shared/grid/a1.ts'
import { columnsOf } from '../../book/area.ts'
import { setCriterion, setSheetFilter } from '../../book/change/filterRows.ts'
import { addTable } from '../../book/change/tables.ts'
import type { Sheet } from '../../book/sheet.ts'
import type { Mood, MoodTarget } from '../richapi/mood.ts'
import { WHOLE } from '../richapi/reference.ts'
import { filteredRows } from './filteredRows.ts'

/** All that a sheet says, first row and all, was made a table by the person, as Ctrl+T does: merged cells come apart. */
export function tables({ book }: MoodTarget): Mood {
  for (const sheet of book.sheets) {
    const used = sheet.used(WHOLE, true)
    if (used) addTable(book, sheet, used, true)
  }
  return {}
}

/** The person has filtered each sheet: one value of its first column that has several is left out. */
export function filtered({ book }: MoodTarget): Mood {
  for (const sheet of book.sheets) leaveOneOut(sheet)
  book.redraw()
  return filteredRows
}

function leaveOneOut(sheet: Sheet): void {
  const used = sheet.used(WHOLE, true)
  const top = used && headingRow(sheet, used)
  if (!used || top === undefined) return
  const area = { ...used, top }
  setSheetFilter(sheet, area)
  for (let column = 0; column < columnsOf(area); column++) {
    const texts = textsBelow(sheet, area, area.left + column)
    const distinct = [...new Set(texts)]
    if (distinct.length < 2) continue
    const out = texts[Math.floor(texts.length / 2)]
    setCriterion({ sheet }, column, { on: 'values', values: distinct.filter((text) => text !== out), blanks: true })
    return
  }
}

/** The first row that says something in most columns. */
function headingRow(sheet: Sheet, { top, left, bottom, right }: Area): number | undefined {
  const columns = Array.from({ length: right - left + 1 }, (_, i) => left + i)
  for (let row = top; row < bottom; row++)
    if (columns.filter((column) => sheet.text(row, column) !== '').length * 2 > columns.length) return row
  return undefined
}

const textsBelow = (sheet: Sheet, { top, bottom }: Area, column: number): readonly string[] =>
  Array.from({ length: bottom - top }, (_, i) => sheet.text(top + 1 + i, column)).filter((text) => text !== '')
