import { parseLayoutUse } from '../device/storedWords.ts'
import type { LayoutUse } from '../ports/memory.ts'
import type { Batch } from './host/runOnWorkbook.ts'
import { readSheetSetting, writeSheetSetting } from './sheetSetting.ts'

/** What the person said of remembered layouts for a sheet of this workbook; what others left there is passed over. */
export async function readLayoutUse(sheet: string, batch: Batch): Promise<LayoutUse | null> {
  return parseLayoutUse(await readSheetSetting('layouts', sheet, batch))
}

/** Stores it with the workbook; null leaves nothing behind. */
export const writeLayoutUse = (sheet: string, use: LayoutUse | null, batch: Batch): Promise<void> =>
  writeSheetSetting('layouts', sheet, use, batch)
