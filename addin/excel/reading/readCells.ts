import { address } from '../../../shared/grid/a1.ts'
import type { CellValue, Grid } from '../../../shared/grid/grid.ts'
import type { LongWork } from '../../ports/longWork.ts'
import { isPayloadError, WorkbookStop } from '../host/hostFault.ts'
import type { Batch } from '../host/runOnWorkbook.ts'
import { type Block, cellCount, halves, rangeOf } from './filledAreas.ts'

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

/** Reads blocks of a sheet, a few thousand cells in a round trip; `work` hears of each where there are several. */
export async function readCells(sheet: Excel.Worksheet, blocks: readonly Block[], batch: Batch, work?: LongWork): Promise<GridParts> {
  const parts: GridParts = { cells: [], texts: {}, formats: {}, formulas: {} }
  const groups = groupsOf(blocks.flatMap(piecesOf))
  for (const [i, group] of groups.entries()) {
    if (work?.signal.aborted) throw new WorkbookStop({ tag: 'cancelled' })
    await readPieces(sheet, group, parts, batch)
    if (groups.length > 1) work?.onProgress(i + 1, groups.length)
  }
  return parts
}

function piecesOf(block: Block): Block[] {
  const rows = Math.max(1, Math.floor(CELLS_A_READ / block.columns))
  return Array.from({ length: Math.ceil(block.rows / rows) }, (_, i) => ({
    ...block,
    row: block.row + i * rows,
    rows: Math.min(rows, block.rows - i * rows),
  }))
}

/** Pieces that one round trip brings. */
function groupsOf(pieces: readonly Block[]): Block[][] {
  const groups: Block[][] = []
  let cells = 0
  for (const piece of pieces) {
    cells += cellCount(piece)
    const open = groups.at(-1)
    if (open && cells <= CELLS_A_READ) open.push(piece)
    else {
      groups.push([piece])
      cells = cellCount(piece)
    }
  }
  return groups
}

/** Rows without cells share one empty row: a sheet's last row may be its millionth. */
export function rowsOf(parts: GridParts): Grid['cells'] {
  const rows: Cells = new Array(parts.cells.length).fill(EMPTY)
  // Object.keys leaves holes out: of a million empty rows, only those that hold something are visited.
  for (const row of Object.keys(parts.cells)) rows[Number(row)] = parts.cells[Number(row)] ?? EMPTY
  return rows
}

/** Long texts can exceed what the host answers at once: then half of it is asked for. */
async function readPieces(sheet: Excel.Worksheet, pieces: readonly Block[], parts: GridParts, batch: Batch): Promise<void> {
  const loaded = pieces.map((piece) => ({ piece, range: rangeOf(sheet, piece).load('values,text,numberFormat,formulas') }))
  try {
    await batch.sync()
  } catch (error) {
    const [first] = pieces
    const half = Math.ceil(pieces.length / 2)
    const smaller = pieces.length > 1 || !first ? [pieces.slice(0, half), pieces.slice(half)] : halves(first)?.map((piece) => [piece])
    if (!isPayloadError(error) || !smaller) throw error
    for (const some of smaller) await readPieces(sheet, some, parts, batch)
    return
  }
  for (const { piece, range } of loaded) take(piece, range, parts)
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
