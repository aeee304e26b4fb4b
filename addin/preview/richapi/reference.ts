import { isRecord } from '../../../shared/base/keysOf.ts'
import type { Area } from '../../../shared/grid/a1.ts'
import { anyArea, areaText, LAST_COLUMN, LAST_ROW } from '../../book/area.ts'
import type { Book } from '../../book/book.ts'
import { quotedName } from '../../book/references.ts'
import { Sheet } from '../../book/sheet.ts'
import { invalidArgument } from './hostError.ts'
import type { Argument, HostObject, RangeTarget } from './hostObject.ts'
import { isHostObject } from './hostObject.ts'

/** All cells of a sheet. */
export const WHOLE: Area = { top: 1, left: 1, bottom: LAST_ROW, right: LAST_COLUMN }

/** "E7", "A1:B2", "A:C", "2:4", each with or without its sheet; nothing is the whole sheet. Throws InvalidArgument. */
export function resolveReference(book: Book, sheet: Sheet, text: Argument | undefined): RangeTarget {
  if (isHostObject(text)) return rangeOf(text)
  if (text === null || text === undefined || text === '') return { sheet, area: WHOLE }
  const reference = String(text)
  const bang = reference.lastIndexOf('!')
  const named = bang < 0 ? sheet : book.find(reference.slice(0, bang).replace(/^'|'$/g, '').replaceAll("''", "'"))
  const area = anyArea(reference.slice(bang + 1))
  if (!named || !area) throw invalidArgument()
  return { sheet: named, area: inside(area) }
}

function rangeOf({ type, target }: HostObject): RangeTarget {
  if (type !== 'Range' || !isRangeTarget(target)) throw invalidArgument()
  return target
}

const isRangeTarget = (target: unknown): target is RangeTarget => isRecord(target) && target.sheet instanceof Sheet && 'area' in target

/** An area, or InvalidArgument where it leaves the sheet. */
export function inside(area: Area): Area {
  const fits = area.top >= 1 && area.left >= 1 && area.bottom <= LAST_ROW && area.right <= LAST_COLUMN
  if (!fits || area.top > area.bottom || area.left > area.right) throw invalidArgument()
  return area
}

/** The address with its sheet, as Excel writes it: "Sheet1!A1:B2", "'一 二'!A1". */
export function addressOf({ sheet, area }: RangeTarget): string {
  return `${quotedName(sheet.name)}!${areaText(area)}`
}
