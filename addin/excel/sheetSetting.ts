import { WorkbookStop } from './host/hostFault.ts'
import type { Batch } from './host/runOnWorkbook.ts'
import { formerNames } from './host/sheetIds.ts'

/** What the workbook holds for a sheet under a name of ours, also from before the sheet was renamed; undefined where it holds nothing. */
export async function readSheetSetting(name: string, sheet: string, { context, sync }: Batch): Promise<unknown> {
  const found = keysOf(name, sheet).map((key) => context.workbook.settings.getItemOrNullObject(key).load('value'))
  await sync()
  return found.find((setting) => !setting.isNullObject)?.value
}

/**
 * Stores a text with the workbook, so that it goes where the file goes; null leaves nothing behind. It is read again, since
 * Excel loses settings at times without an error: stops with notStored where it is not there.
 */
export async function writeSheetSetting(name: string, sheet: string, value: string | null, batch: Batch): Promise<void> {
  const { context, sync } = batch
  const [key = '', ...former] = keysOf(name, sheet)
  const there = [key, ...former].map((one) => context.workbook.settings.getItemOrNullObject(one))
  await sync()
  for (const setting of there) if (!setting.isNullObject) setting.delete()
  if (value !== null) context.workbook.settings.add(key, value)
  await sync()
  const kept = await readSheetSetting(name, sheet, batch)
  if (kept !== (value ?? undefined)) throw new WorkbookStop({ tag: 'notStored' })
}

const keysOf = (name: string, sheet: string): readonly string[] =>
  [sheet, ...formerNames(sheet)].map((each) => `livelihood.${name}.${each}`)
