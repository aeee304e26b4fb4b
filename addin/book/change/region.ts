import type { Area } from '../../../shared/grid/a1.ts'
import { columnsOf, rowsOf } from '../area.ts'
import type { Sheet } from '../sheet.ts'

/** The filled cells around a single cell, up to an empty row and column on each side; a larger area is meant as it is. */
export function regionOf(sheet: Sheet, area: Area): Area {
  if (rowsOf(area) * columnsOf(area) > 1) return sheet.extent(area)
  let region = sheet.mergeAt(area.top, area.left)
  for (let grown = true; grown; ) {
    const { top, left, bottom, right } = region
    const around = { top: Math.max(1, top - 1), left: Math.max(1, left - 1), bottom: bottom + 1, right: right + 1 }
    const used = sheet.used(around, true)
    const next = used
      ? {
          top: Math.min(top, used.top),
          left: Math.min(left, used.left),
          bottom: Math.max(bottom, used.bottom),
          right: Math.max(right, used.right),
        }
      : region
    grown = JSON.stringify(next) !== JSON.stringify(region)
    region = next
  }
  return region
}
