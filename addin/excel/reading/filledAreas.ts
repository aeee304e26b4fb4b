import type { Batch } from '../host/runOnWorkbook.ts'

/** A rectangle as Office.js counts: from 0. */
export interface Block {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** Blocks up to this many cells are read whole: three reads at most. */
const SMALL = 36_000
const BANDS = 64

/** How many cells a block has. */
export const cellCount = (block: Block): number => block.rows * block.columns

/**
 * The blocks of the sheet that hold something. A used range that reaches far (a stray blank in the last row) is cut
 * into bands, of each of which Excel gives the used part, so that what is empty is never read.
 */
export async function filledAreas(sheet: Excel.Worksheet, used: Block, { sync }: Batch): Promise<Block[]> {
  const filled: Block[] = []
  let open = [used]
  while (open.length > 0) {
    const large = open.filter((block) => cellCount(block) > SMALL)
    filled.push(...open.filter((block) => cellCount(block) <= SMALL))
    const bands = large.flatMap((block) => cut(block).map((band) => ({ band, found: usedPart(sheet, band) })))
    if (bands.length > 0) await sync()
    open = []
    for (const { band, found } of bands) {
      if (found.isNullObject) continue
      const part = blockOf(found)
      if (cellCount(part) * 2 > cellCount(band)) filled.push(part)
      else open.push(part)
    }
  }
  return joinBlocks(filled.sort((one, other) => one.row - other.row || one.column - other.column))
}

/** Bands of one table become one block again: each block costs the host an answer of its own. */
function joinBlocks(sorted: readonly Block[]): Block[] {
  const joined: Block[] = []
  for (const block of sorted) {
    const last = joined.at(-1)
    const both = last === undefined ? undefined : around(last, block)
    // As much emptiness as a band's own filled part may have.
    if (last && both && last.row + last.rows === block.row && cellCount(both) < 2 * (cellCount(last) + cellCount(block)))
      joined[joined.length - 1] = both
    else joined.push(block)
  }
  return joined
}

function around(one: Block, other: Block): Block {
  const [row, column] = [Math.min(one.row, other.row), Math.min(one.column, other.column)]
  const bottom = Math.max(one.row + one.rows, other.row + other.rows)
  const right = Math.max(one.column + one.columns, other.column + other.columns)
  return { row, column, rows: bottom - row, columns: right - column }
}

/** The block of a range whose place and size are loaded. */
export const blockOf = (range: Excel.Range): Block => ({
  row: range.rowIndex,
  column: range.columnIndex,
  rows: range.rowCount,
  columns: range.columnCount,
})

/** The range of a block; nothing of it is loaded yet. */
export const rangeOf = (sheet: Excel.Worksheet, { row, column, rows, columns }: Block): Excel.Range =>
  sheet.getRangeByIndexes(row, column, rows, columns)

function usedPart(sheet: Excel.Worksheet, band: Block): Excel.Range {
  const used = rangeOf(sheet, band).getUsedRangeOrNullObject(true)
  used.load('rowIndex,columnIndex,rowCount,columnCount')
  return used
}

/** At most 64 bands, across the longer side. */
function cut(block: Block): Block[] {
  const byRows = block.rows >= block.columns
  const length = byRows ? block.rows : block.columns
  const step = Math.ceil(length / BANDS)
  const starts = Array.from({ length: Math.ceil(length / step) }, (_, i) => i * step)
  return starts.map((start) => {
    const size = Math.min(step, length - start)
    return byRows ? { ...block, row: block.row + start, rows: size } : { ...block, column: block.column + start, columns: size }
  })
}

/** The block in two, by rows as long as there are several; undefined for a single cell. */
export function halves(block: Block): [Block, Block] | undefined {
  if (cellCount(block) === 1) return undefined
  if (block.rows > 1) {
    const rows = Math.ceil(block.rows / 2)
    return [
      { ...block, rows },
      { ...block, row: block.row + rows, rows: block.rows - rows },
    ]
  }
  const columns = Math.ceil(block.columns / 2)
  return [
    { ...block, columns },
    { ...block, column: block.column + columns, columns: block.columns - columns },
  ]
}
