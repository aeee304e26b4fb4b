import { address } from '../../../shared/grid/a1.ts'
import type { CellValue, Grid } from '../../../shared/grid/grid.ts'
import { isPayloadError } from '../host/hostFault.ts'
import type { Batch } from '../host/runOnWorkbook.ts'
import { type Block, halves, rangeOf } from './filledAreas.ts'

/** Values, texts, formats and formulas of short Chinese cells are some 150 bytes: 2 MB at most. */
const CELLS_A_READ = 12_000

type Cells = (readonly CellValue[])[]

/** The sparse parts of a grid, being filled. */
export interface GridParts {
  readonly cells: (CellValue[] | undefined)[]
  readonly texts: Record<string, string>
  readonly formats: Record<string, string>
  readonly formulas: Record<string, string>
}

const EMPTY: readonly CellValue[] = []

/** Reads blocks of a sheet, a few thousand cells at a time. */
export async function readCells(sheet: Excel.Worksheet, blocks: readonly Block[], batch: Batch): Promise<GridParts> {
  const parts: GridParts = { cells: [], texts: {}, formats: {}, formulas: {} }
  for (const block of blocks) {
    const rows = Math.max(1, Math.floor(CELLS_A_READ / block.columns))
    for (let start = 0; start < block.rows; start += rows) {
      await readPiece(sheet, { ...block, row: block.row + start, rows: Math.min(rows, block.rows - start) }, parts, batch)
    }
  }
  return parts
}

/** Rows without cells share one empty row: a sheet's last row may be its millionth. */
export function rowsOf(parts: GridParts): Grid['cells'] {
  const rows: Cells = new Array(parts.cells.length).fill(EMPTY)
  // Object.keys leaves holes out: of a million empty rows, only those that hold something are visited.
  for (const row of Object.keys(parts.cells)) rows[Number(row)] = parts.cells[Number(row)] ?? EMPTY
  return rows
}

/** Long texts can exceed what the host answers at once: then half of it is asked for. */
async function readPiece(sheet: Excel.Worksheet, piece: Block, parts: GridParts, batch: Batch): Promise<void> {
  const range = rangeOf(sheet, piece)
  range.load('values,text,numberFormat,formulas')
  try {
    await batch.sync()
  } catch (error) {
    const smaller = isPayloadError(error) ? halves(piece) : undefined
    if (!smaller) throw error
    for (const half of smaller) await readPiece(sheet, half, parts, batch)
    return
  }
  take(piece, range, parts)
}

/** What Excel answered of a block, by rows; all four have the block's shape. */
interface LoadedCells {
  readonly values: readonly (readonly unknown[])[]
  readonly text: readonly (readonly string[])[]
  readonly numberFormat: readonly (readonly string[])[]
  readonly formulas: readonly (readonly unknown[])[]
}

/** A displayed text is taken only where it is not simply the value, a format only where it is not Excel's usual one. */
function take(piece: Block, { values, text: texts, numberFormat: formats, formulas }: LoadedCells, parts: GridParts): void {
  for (let i = 0; i < piece.rows; i++) {
    const index = piece.row + i
    const row = parts.cells[index] ?? []
    parts.cells[index] = row
    while (row.length < piece.column) row.push(null)
    for (let j = 0; j < piece.columns; j++) {
      const value = values[i]?.[j]
      const formula = formulas[i]?.[j]
      row[piece.column + j] = cellValue(value)
      const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== value
      if ((value === '' || value === null) && !isFormula) continue
      const name = address(index + 1, piece.column + j + 1)
      const text = texts[i]?.[j] ?? ''
      const format = formats[i]?.[j] ?? 'General'
      if (text !== plainText(value)) parts.texts[name] = text
      if (format !== 'General') parts.formats[name] = format
      if (isFormula) parts.formulas[name] = formula
    }
  }
}

const cellValue = (value: unknown): CellValue =>
  value === '' || (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') ? null : value

const plainText = (value: unknown): string => (typeof value === 'boolean' ? String(value).toUpperCase() : String(value))
