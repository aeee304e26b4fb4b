import { type Area, address } from '../../shared/grid/a1.ts'
import { type Block, rangeOf } from './filledAreas.ts'
import { HostTimeout, officeCode } from './hostFault.ts'
import type { Batch } from './runOnWorkbook.ts'

/** The merged areas that touch the blocks ("A1:K1"). */
export async function readMerges(sheet: Excel.Worksheet, blocks: readonly Block[], batch: Batch): Promise<string[]> {
  const found: Area[] = []
  for (const block of blocks) found.push(...(await mergesIn(sheet, block, batch)))
  const whole = found.filter((area, i) => !found.some((other, j) => i !== j && holds(other, area) && (!holds(area, other) || j < i)))
  return whole.map(({ top, left, bottom, right }) => `${address(top, left)}:${address(bottom, right)}`)
}

/** Excel fails above some hundred merged areas: then each half of the block is asked by itself. */
async function mergesIn(sheet: Excel.Worksheet, block: Block, batch: Batch): Promise<Area[]> {
  const merged = rangeOf(sheet, block).getMergedAreasOrNullObject()
  merged.load('areaCount')
  merged.areas.load('rowIndex,columnIndex,rowCount,columnCount')
  try {
    await batch.sync()
  } catch (error) {
    if (error instanceof HostTimeout || officeCode(error) === undefined || block.rows === 1) throw error
    const rows = Math.ceil(block.rows / 2)
    const first = await mergesIn(sheet, { ...block, rows }, batch)
    return [...first, ...(await mergesIn(sheet, { ...block, row: block.row + rows, rows: block.rows - rows }, batch))]
  }
  if (merged.isNullObject) return []
  return merged.areas.items.map((area) => ({
    top: area.rowIndex + 1,
    left: area.columnIndex + 1,
    bottom: area.rowIndex + area.rowCount,
    right: area.columnIndex + area.columnCount,
  }))
}

const holds = (one: Area, other: Area): boolean =>
  one.top <= other.top && one.left <= other.left && one.bottom >= other.bottom && one.right >= other.right
