import { type Area, address } from '../../../shared/grid/a1.ts'
import { HostTimeout, officeCode } from '../host/hostFault.ts'
import type { Batch } from '../host/runOnWorkbook.ts'
import { type Block, halves, rangeOf } from './filledAreas.ts'

/** The merged areas that touch the blocks ("A1:K1"), each once, however many parts of the sheet it crosses. */
export async function readMerges(sheet: Excel.Worksheet, blocks: readonly Block[], batch: Batch): Promise<string[]> {
  const byRow = new Map<number, Area[]>()
  const found: Area[] = []
  for (const block of blocks) found.push(...(await mergesIn(sheet, block, batch)))
  const largestFirst = found.sort((one, other) => cellsOf(other) - cellsOf(one))
  const whole = largestFirst.filter((area) => {
    if (byRow.get(area.top)?.some((other) => holds(other, area))) return false
    for (let row = area.top; row <= area.bottom; row++) byRow.set(row, [...(byRow.get(row) ?? []), area])
    return true
  })
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
    const smaller = error instanceof HostTimeout || officeCode(error) === undefined ? undefined : halves(block)
    if (!smaller) throw error
    return [...(await mergesIn(sheet, smaller[0], batch)), ...(await mergesIn(sheet, smaller[1], batch))]
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

const cellsOf = ({ top, left, bottom, right }: Area): number => (bottom - top + 1) * (right - left + 1)
