import { isRecord } from '../../shared/base/keysOf.ts'
import { parseAddress } from '../../shared/grid/a1.ts'
import type { Origin } from '../../shared/record/figureRecord.ts'

/** Where the values of a row are in a workbook: its sheet, and the address of each value. */
export type Place = Pick<Origin, 'sheet' | 'cells'>

/** The cell that a row is best shown at: of its figure first, else of whatever it has but the area's name. */
export const mainCell = (cells: Readonly<Record<string, string | undefined>>): string | undefined =>
  cells.cumulative ??
  cells.actual ??
  cells.periodValue ??
  cells.progressText ??
  Object.entries(cells).find(([name]) => name !== 'area')?.[1]

/**
 * The place of a row as it was sent. The server stores as `origin` what it was sent, by any version of any client: it is
 * believed only as far as it has the form. Null where no address is left.
 */
export function placeOf(origin: unknown): Place | null {
  if (!isRecord(origin) || typeof origin.sheet !== 'string' || !isRecord(origin.cells)) return null
  const addresses = Object.entries(origin.cells).flatMap(([name, cell]): [string, string][] =>
    typeof cell === 'string' && parseAddress(cell) !== undefined ? [[name, cell]] : [],
  )
  return addresses.length === 0 ? null : { sheet: origin.sheet, cells: Object.fromEntries(addresses) }
}
