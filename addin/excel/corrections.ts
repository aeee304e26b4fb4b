import type { Correction } from '../../shared/record/reading.ts'
import { parseCorrections } from '../device/storedWords.ts'
import type { Batch } from './host/runOnWorkbook.ts'
import { readSheetSetting, writeSheetSetting } from './sheetSetting.ts'

/** The corrections stored in the workbook for a sheet; what another version or hand left there is passed over. */
export const readCorrections = async (sheet: string, batch: Batch): Promise<readonly Correction[]> =>
  parseCorrections(await readSheetSetting('corrections', sheet, batch))

/** Stores corrections in the workbook, so that they go where the file goes; an empty list leaves nothing behind. */
export const writeCorrections = (sheet: string, corrections: readonly Correction[], batch: Batch): Promise<void> =>
  writeSheetSetting('corrections', sheet, corrections.length === 0 ? null : JSON.stringify(corrections), batch)
