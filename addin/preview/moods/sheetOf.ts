import { isRecord } from '../../../shared/base/keysOf.ts'
import { Sheet } from '../../book/sheet.ts'
import type { Act } from '../richapi/hostObject.ts'

/** The sheet that an act is on; undefined of the workbook and what is only its. */
export function sheetOf({ target }: Act): Sheet | undefined {
  if (target instanceof Sheet) return target
  return isRecord(target) && target.sheet instanceof Sheet ? target.sheet : undefined
}
