import { type Area, address } from '../../../shared/grid/a1.ts'
import { HostTimeout, officeCode } from '../host/hostFault.ts'
import type { Batch } from '../host/runOnWorkbook.ts'
import { type Block, halves, rangeOf } from './filledAreas.ts'

/** What is asked of the host beside something else, and is there after the next sync. */
export type Asked<T> = () => T

/** Asks for the merged areas that touch the blocks ("A1:K1"), each once, however many parts of the sheet it crosses. */
export function askMerges(sheet: Excel.Worksheet, blocks: readonly Block[]): Asked<string[]> {
  const asked = blocks.map((block) => askAreas(sheet, block))
  return () => namesOf(asked.flatMap((areas) => areas()))
}

/** The same in round trips of its own: Excel fails above some hundred merged areas, and then each half is asked by itself. */
export async function readMerges(sheet: Excel.Worksheet, blocks: readonly Block[], batch: Batch): Promise<string[]> {
  const found: Area[] = []
  for (const block of blocks) found.push(...(await areasIn(sheet, block, batch)))
  return namesOf(found)
}

function namesOf(found: Area[]): string[] {
  const byRow = new Map<number, Area[]>()
  const largestFirst = found.sort((one, other) => cellsOf(other) - cellsOf(one))
  const whole = largestFirst.filter((area) => {
    if (byRow.get(area.top)?.some((other) => holds(other, area))) return false
    for (let row = area.top; row <= area.bottom; row++) byRow.set(row, [...(byRow.get(row) ?? []), area])
    return true
  })
  return whole.map(({ top, left, bottom, right }) => `${address(top, left)}:${address(bottom, right)}`)
}

function askAreas(sheet: Excel.Worksheet, block: Block): Asked<Area[]> {
  const merged = rangeOf(sheet, block).getMergedAreasOrNullObject()
  merged.load('areaCount')
  merged.areas.load('rowIndex,columnIndex,rowCount,columnCount')
  return () =>
    merged.isNullObject
      ? []
      : merged.areas.items.map((area) => ({
          top: area.rowIndex + 1,
          left: area.columnIndex + 1,
          bottom: area.rowIndex + area.rowCount,
          right: area.columnIndex + area.columnCount,
        }))
}

async function areasIn(sheet: Excel.Worksheet, block: Block, batch: Batch): Promise<Area[]> {
  const areas = askAreas(sheet, block)
  try {
    await batch.sync()
  } catch (error) {
    const smaller = error instanceof HostTimeout || officeCode(error) === undefined ? undefined : halves(block)
    if (!smaller) throw error
    return [...(await areasIn(sheet, smaller[0], batch)), ...(await areasIn(sheet, smaller[1], batch))]
  }
  return areas()
}

const holds = (one: Area, other: Area): boolean =>
  one.top <= other.top && one.left <= other.left && one.bottom >= other.bottom && one.right >= other.right

const cellsOf = ({ top, left, bottom, right }: Area): number => (bottom - top + 1) * (right - left + 1)
