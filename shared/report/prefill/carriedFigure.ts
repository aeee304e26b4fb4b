import type { CellValue } from '../../grid/grid.ts'
import type { ReadRecord } from '../../pipeline/sheetReading.ts'
import { narrow } from '../../quantity/narrow.ts'
import { plainDecimal } from '../../quantity/plainDecimal.ts'
import { asScaled, decimalFromScaled, type Scaled, scaledFromDecimal } from '../../quantity/scaled.ts'
import { shortestDecimal } from '../../quantity/shortestDecimal.ts'

/** A cell's scale other than 1: 万 and 亿. */
const SCALES: readonly number[] = [10_000, 100_000_000]

/**
 * What a cumulative cell is to hold for the next period: its own value, or the accepted figure in the scale of the cell.
 * Undefined where the cell's figure was neither read soundly nor accepted.
 *
 * | cell | read | accepted | |
 * | --- | --- | --- | --- |
 * | 146 | 146 | – or 146 | 146 |
 * | 146 | 146 | 150 | 150 |
 * | 2.9 (万户) | 29,000 | 30,000 | 3 |
 * | "1,460" | 1460 | – or 1460 | 1460 |
 * | 约146 | not sound | – | undefined |
 */
export function carriedFigure(
  cell: NonNullable<CellValue>,
  record: ReadRecord,
  accepted: Scaled | null | undefined,
): CellValue | undefined {
  const read = record.values.cumulative
  if (accepted == null || accepted === read) {
    const isSound = record.disposition === 'accept' || record.disposition === 'confirm'
    return read == null || !isSound ? undefined : asNumber(cell)
  }
  const scale = scaleOf(cell, read)
  if (scale === 1) return Number(decimalFromScaled(accepted))
  const isWhole = accepted % scale === 0
  return isWhole ? Number(decimalFromScaled(asScaled(accepted / scale))) : Number(decimalFromScaled(accepted)) / scale
}

/** A text that is nothing but a number, as that number: next period's formulas reckon with it. */
function asNumber(cell: NonNullable<CellValue>): CellValue {
  const decimal = typeof cell === 'string' ? plainDecimal(narrow(cell).trim()) : undefined
  return decimal === undefined ? cell : Number(decimal)
}

/** By what a cell's number was multiplied to give the figure that was read; 1 for texts and where nothing was read. */
function scaleOf(cell: NonNullable<CellValue>, read: Scaled | null | undefined): number {
  const shown = typeof cell === 'number' ? scaledFromDecimal(shortestDecimal(cell)) : undefined
  if (shown === undefined || shown === 0 || read == null) return 1
  const scale = read / shown
  return SCALES.includes(scale) ? scale : 1
}
