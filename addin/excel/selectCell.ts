import { WorkbookStop } from './host/hostFault.ts'
import type { Batch } from './host/runOnWorkbook.ts'

/** Shows a cell to the person. */
export async function selectCell(sheetName: string, cell: string, { context, sync }: Batch): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName)
  sheet.load('name')
  await sync()
  if (sheet.isNullObject) throw new WorkbookStop({ tag: 'host', code: 'ItemNotFound' })
  sheet.activate()
  sheet.getRange(cell).select()
  await sync()
}
