import type { CellErrorValue, Cell as FileCell } from 'exceljs'
import type { Cell } from '../cell.ts'

/** Writes a cell of the book into one of ExcelJS. */
export function writeCell(target: FileCell, cell: Cell): void {
  const { style, note } = cell
  Object.assign(target, { value: fileValue(cell), style }, note ? { note: note.kept ?? note.text } : {})
}

function fileValue({ value, formula, isPending, isError, runs, link }: Cell): unknown {
  const plain = isError ? errorValue(String(value)) : value
  if (formula !== undefined) return isPending ? { formula } : { formula, result: plain }
  const text = runs ? { richText: runs } : value
  if (link) return { text, hyperlink: link.address, ...(link.tooltip ? { tooltip: link.tooltip } : {}) }
  return runs ? text : value === '' ? null : plain
}

/** An error as ExcelJS stores it; its types name seven of the errors that Excel has by now. */
const errorValue = (text: string): { readonly error: string } | CellErrorValue => ({ error: text })
