import { isOneOf } from '../../shared/base/keysOf.ts'
import type { LayoutUse } from '../ports/memory.ts'
import type { Batch } from './host/runOnWorkbook.ts'

const USES: readonly LayoutUse[] = ['ignored', 'insisted']

const keyOf = (sheet: string): string => `livelihood.layouts.${sheet}`

/** What the person said of remembered layouts for a sheet of this workbook; what others left there is passed over. */
export async function readLayoutUse(sheet: string, { context, sync }: Batch): Promise<LayoutUse | null> {
  const setting = context.workbook.settings.getItemOrNullObject(keyOf(sheet))
  setting.load('value')
  await sync()
  const value: unknown = setting.isNullObject ? null : setting.value
  return isOneOf(USES, value) ? value : null
}

/** Stores it with the workbook; null leaves nothing behind. */
export async function writeLayoutUse(sheet: string, use: LayoutUse | null, { context, sync }: Batch): Promise<void> {
  const { settings } = context.workbook
  if (use !== null) {
    settings.add(keyOf(sheet), use)
  } else {
    const setting = settings.getItemOrNullObject(keyOf(sheet))
    await sync()
    if (!setting.isNullObject) setting.delete()
  }
  await sync()
}
