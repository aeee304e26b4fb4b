import type { Area } from '../../grid/a1.ts'
import type { CellValue } from '../../grid/grid.ts'
import type { SheetView } from '../view/sheetView.ts'

/** So many numbers behind each other count columns; with 甲 before them fewer do. */
const LEAST_NUMBERS = 4
const LEAST_BEHIND_LETTERS = 2

/**
 * Whether a row numbers the columns, as below the headings of statistical forms: it counts up by one, behind letters or a
 * word for the row itself where columns hold words, and every heading has its number.
 *
 *     甲   | 1 | 2 | 3
 *     甲   | 乙 | (1) | (2) | (3)=(2)/(1)
 *     栏次 | 1 | 2 | 3
 */
export function isColumnNumbers(view: SheetView, { left, right, bottom: row }: Area): boolean {
  let letters = 0
  let numbers = 0
  for (let column = left; column <= right; column++) {
    const value = view.value(row, column)
    if (value === null) {
      if (view.mergeAt(row, column) === undefined && view.mergedText(row - 1, column) !== '') return false
      continue
    }
    const number = numberOf(value)
    if (number === undefined && numbers === 0 && LETTER.test(String(value).trim())) letters++
    else if (number === numbers + 1) numbers++
    else return false
  }
  return numbers >= (letters > 0 ? LEAST_BEHIND_LETTERS : LEAST_NUMBERS)
}

/** Headings without the row of column numbers that may be the last of them. */
export function withoutColumnNumbers(view: SheetView, headings: Area): Area {
  return headings.bottom > headings.top && isColumnNumbers(view, headings) ? { ...headings, bottom: headings.bottom - 1 } : headings
}

const LETTER = /^(?:[甲乙丙丁戊己庚辛A-H]|[栏列][次号]?|序号)$/u
/** 3, （3）, ③ is no number here, 3=2/1, 3栏. */
const NUMBER = /^[(（]?(\d{1,2})[)）]?栏?(?:[=＝].{1,20})?$/u

function numberOf(value: CellValue): number | undefined {
  if (typeof value === 'number') return value
  const found = NUMBER.exec(String(value).trim())
  return found ? Number(found[1]) : undefined
}
