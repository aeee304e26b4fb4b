import type { Cell as FileCell } from 'exceljs'
import { isRecord } from '../../../shared/base/keysOf.ts'
import type { Cell, Link, Note, TextRun } from '../cell.ts'
import type { Scalar } from '../cellValue.ts'
import type { Font } from '../style.ts'

type Content = Omit<Cell, 'style' | 'note'>

/** A cell of ExcelJS as the book has it; of one that lies under a merge only the style. */
export function readCell(cell: FileCell, date1904: boolean): Cell {
  const covered = cell.isMerged && cell.master !== cell
  const content = covered ? { value: '' } : cell.formula ? formulaContent(cell, date1904) : valueContent(cell.value, date1904)
  const note = readNote(cell.note)
  return { ...content, style: cell.style, ...(note ? { note } : {}) }
}

function formulaContent({ formula, result }: FileCell, date1904: boolean): Content {
  const { value, isError } = valueContent(result, date1904)
  const isPending = result === undefined || result === null
  return { formula, value, ...(isError ? { isError } : {}), ...(isPending ? { isPending } : {}) }
}

function valueContent(value: unknown, date1904: boolean): Content {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return { value }
  if (value instanceof Date) return { value: serial(value, date1904) }
  // An empty shared string is an object without anything.
  if (!isRecord(value)) return { value: '' }
  if (typeof value.error === 'string') return { value: value.error, isError: true }
  if (typeof value.hyperlink === 'string') return { ...textContent(value.text), link: readLink(value.hyperlink, value.tooltip) }
  return textContent(value)
}

function readLink(address: string, tooltip: unknown): Link {
  return typeof tooltip === 'string' ? { address, tooltip } : { address }
}

/** A text, or one of runs with fonts of their own. */
function textContent(value: unknown): { readonly value: Scalar; readonly runs?: readonly TextRun[] } {
  if (!isRecord(value) || !Array.isArray(value.richText)) return { value: typeof value === 'string' ? value : '' }
  const runs = value.richText.flatMap(readRun)
  const text = runs.map((run) => run.text).join('')
  return text === '' ? { value: '' } : { value: text, runs }
}

function readRun(run: unknown): TextRun[] {
  if (!isRecord(run) || typeof run.text !== 'string') return []
  return [{ text: run.text, ...(isFont(run.font) ? { font: run.font } : {}) }]
}

const isFont = (font: unknown): font is Font => isRecord(font)

function readNote(note: FileCell['note']): Note | undefined {
  if (!note) return undefined
  const text = typeof note === 'string' ? note : (note.texts ?? []).map((run) => run.text).join('')
  return { text, kept: note }
}

/** Days since the workbook's day 0, at the 15 digits a cell holds. */
function serial(date: Date, date1904: boolean): number {
  return Number((date.getTime() / 86_400_000 + 25_569 - (date1904 ? 1462 : 0)).toPrecision(15))
}
