import { isOneOf } from '../../shared/base/keysOf.ts'
import type { LayoutUse } from '../ports/memory.ts'
import type { Batch } from './host/runOnWorkbook.ts'
import { readSheetSetting, writeSheetSetting } from './sheetSetting.ts'

const USES: readonly LayoutUse[] = ['ignored', 'insisted']

/** What the person said of remembered layouts for a sheet of this workbook; what others left there is passed over. */
export async function readLayoutUse(sheet: string, batch: Batch): Promise<LayoutUse | null> {
  const value = await readSheetSetting('layouts', sheet, batch)
  return isOneOf(USES, value) ? value : null
}

/** Stores it with the workbook; null leaves nothing behind. */
export const writeLayoutUse = (sheet: string, use: LayoutUse | null, batch: Batch): Promise<void> =>
  writeSheetSetting('layouts', sheet, use, batch)
