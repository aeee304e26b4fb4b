import { isOneOf, isRecord } from '../../shared/base/keysOf.ts'
import { COLUMN_USES } from '../../shared/record/columnUse.ts'
import type { Correction } from '../../shared/record/reading.ts'
import type { Batch } from './host/runOnWorkbook.ts'
import { readSheetSetting, writeSheetSetting } from './sheetSetting.ts'

const KINDS: readonly Correction['kind'][] = ['column', 'row', 'skipRow', 'headerRow', 'ledger', 'sheet']

/** The corrections stored in the workbook for a sheet; what another version or hand left there is passed over. */
export const readCorrections = async (sheet: string, batch: Batch): Promise<readonly Correction[]> =>
  parseCorrections(await readSheetSetting('corrections', sheet, batch))

/** Stores corrections in the workbook, so that they go where the file goes; an empty list leaves nothing behind. */
export const writeCorrections = (sheet: string, corrections: readonly Correction[], batch: Batch): Promise<void> =>
  writeSheetSetting('corrections', sheet, corrections.length === 0 ? null : JSON.stringify(corrections), batch)

function parseCorrections(value: unknown): readonly Correction[] {
  try {
    const list: unknown = typeof value === 'string' ? JSON.parse(value) : value
    return Array.isArray(list) ? list.filter(isCorrection) : []
  } catch {
    return []
  }
}

function isCorrection(value: unknown): value is Correction {
  if (!isRecord(value) || !isOneOf(KINDS, value.kind)) return false
  const { anchor, occurrence, use } = value
  return typeof anchor === 'string' && Number.isInteger(occurrence) && (use === undefined || isOneOf(COLUMN_USES, use))
}
