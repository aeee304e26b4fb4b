import { isOneOf, isRecord } from '../../shared/base/keysOf.ts'
import { COLUMN_USES } from '../../shared/record/columnUse.ts'
import type { Correction } from '../../shared/record/reading.ts'
import type { Batch } from './host/runOnWorkbook.ts'

const KINDS: readonly Correction['kind'][] = ['column', 'row', 'skipRow', 'headerRow', 'ledger', 'sheet']

const keyOf = (sheet: string): string => `livelihood.corrections.${sheet}`

/** The corrections stored in the workbook for a sheet; what another version or hand left there is passed over. */
export async function readCorrections(sheet: string, { context, sync }: Batch): Promise<readonly Correction[]> {
  const setting = context.workbook.settings.getItemOrNullObject(keyOf(sheet))
  setting.load('value')
  await sync()
  return setting.isNullObject ? [] : parseCorrections(setting.value)
}

/** Stores corrections in the workbook, so that they go where the file goes; an empty list leaves nothing behind. */
export async function writeCorrections(sheet: string, corrections: readonly Correction[], { context, sync }: Batch): Promise<void> {
  const { settings } = context.workbook
  if (corrections.length > 0) {
    settings.add(keyOf(sheet), JSON.stringify(corrections))
  } else {
    const setting = settings.getItemOrNullObject(keyOf(sheet))
    await sync()
    if (!setting.isNullObject) setting.delete()
  }
  await sync()
}

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
