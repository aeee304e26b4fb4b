import type { Batch } from '../host/runOnWorkbook.ts'
import { type Block, rangeOf } from './filledAreas.ts'

const ROWS_A_READ = 20_000

/** Asks which rows of the blocks are hidden or filtered out; after the next sync their numbers are there, ascending. */
export function askHiddenRows(sheet: Excel.Worksheet, blocks: readonly Block[]): (batch: Batch) => Promise<number[]> {
  const columns = blocks.flatMap((block) => pieces({ ...block, columns: 1 })).map((block) => ({ block, range: rangeOf(sheet, block) }))
  for (const { range } of columns) range.load('rowHidden')
  return async ({ sync }) => {
    // Office answers null where some rows are hidden and some are not, which its types do not say.
    const asked = columns.map(({ block, range }) => ({
      block,
      all: range.rowHidden,
      each: range.rowHidden === null ? range.getRowProperties({ rowHidden: true }) : undefined,
    }))
    if (asked.some(({ each }) => each)) await sync()
    const hidden = new Set<number>()
    for (const { block, all, each } of asked) {
      if (all === false) continue
      for (let i = 0; i < block.rows; i++) if (!each || each.value[i]?.rowHidden === true) hidden.add(block.row + i + 1)
    }
    return [...hidden].sort((one, other) => one - other)
  }
}

const pieces = (block: Block): Block[] =>
  Array.from({ length: Math.ceil(block.rows / ROWS_A_READ) }, (_, i) => ({
    ...block,
    row: block.row + i * ROWS_A_READ,
    rows: Math.min(ROWS_A_READ, block.rows - i * ROWS_A_READ),
  }))
