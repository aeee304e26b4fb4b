import { officeCode, WorkbookStop } from './host/hostFault.ts'
import type { Batch } from './host/runOnWorkbook.ts'
import { sheetKey } from './host/sheetIds.ts'

/** Shows a cell to the person. */
export async function selectCell(sheetName: string, cell: string, { context, sync }: Batch): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetKey(sheetName))
  sheet.load('name')
  await sync()
  if (sheet.isNullObject) throw new WorkbookStop({ tag: 'sheetGone' })
  // Selected, it would be nowhere to be seen.
  const range = sheet.getRange(cell).load('rowHidden,columnHidden')
  await sync()
  if (range.rowHidden || range.columnHidden) throw new WorkbookStop({ tag: 'cellHidden' })
  // While another window has the focus Excel refuses to show a sheet; a cell of one that is shown can be selected all the same.
  sheet.activate()
  await sync().catch((error: unknown) => {
    if (officeCode(error) !== 'GeneralException') throw error
  })
  range.select()
  await sync()
}
