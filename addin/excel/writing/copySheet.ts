import type { LongWork } from '../../ports/longWork.ts'
import type { CopiedCell, SheetCopy } from '../../ports/sheetCopy.ts'
import { isFree, sheetNames } from '../../sheetForm/sheetNames.ts'
import { WorkbookStop } from '../host/hostFault.ts'
import type { Batch } from '../host/runOnWorkbook.ts'
import { sheetKey } from '../host/sheetIds.ts'
import { showSheet } from './viewSettings.ts'
import { isAsWritten } from './writePatch.ts'

/** Cells a round trip. */
const CELLS_A_WRITE = 500

/**
 * Copies a sheet beside itself, changes cells of the copy, and shows it; answers its name. What is written is read again. A copy that
 * cannot be finished, or is stopped, goes: it holds nothing of anybody's that the original does not hold.
 */
export async function copySheet({ sheet: original, name, cells }: SheetCopy, work: LongWork, batch: Batch): Promise<string> {
  const { context, sync } = batch
  const { worksheets, protection } = context.workbook
  const sheet = worksheets.getItemOrNullObject(sheetKey(original))
  worksheets.load('name')
  protection.load('protected')
  sheet.load('name')
  sheet.protection.load('protected')
  await sync()
  if (sheet.isNullObject) throw new WorkbookStop({ tag: 'sheetGone' })
  if (protection.protected) throw new WorkbookStop({ tag: 'structureProtected' })
  if (sheet.protection.protected) throw new WorkbookStop({ tag: 'protected' })
  const given = [...sheetNames(name)].find((one) => isFree(one, worksheets.items))
  if (given === undefined) throw new WorkbookStop({ tag: 'nameTaken' })
  const copy = sheet.copy('After', sheet)
  await sync()
  try {
    await fillCopy(copy, cells, work, batch)
    copy.name = given
    await sync()
  } catch (error) {
    copy.delete()
    await sync()
    throw error
  }
  await showSheet(copy, batch)
  return given
}

async function fillCopy(copy: Excel.Worksheet, cells: readonly CopiedCell[], work: LongWork, { context, sync }: Batch): Promise<void> {
  for (let from = 0; from < cells.length; from += CELLS_A_WRITE) {
    if (work.signal.aborted) throw new WorkbookStop({ tag: 'cancelled' })
    context.application.suspendApiCalculationUntilNextSync()
    context.application.suspendScreenUpdatingUntilNextSync()
    const written = cells.slice(from, from + CELLS_A_WRITE).map(({ cell, value, numberFormat }) => {
      const range = copy.getRange(cell)
      // The format goes first: under "@" a text stays a text, whatever it looks like.
      if (numberFormat !== undefined) range.numberFormat = [[numberFormat]]
      range.values = [[value ?? '']]
      range.load('values,formulas')
      return {
        range,
        content: { numberFormat: numberFormat ?? '', value: value === null ? '' : typeof value === 'boolean' ? String(value) : value },
      }
    })
    await sync()
    const spoilt = written.find(({ range, content }) => !isAsWritten(content, range.values[0]?.[0], range.formulas[0]?.[0]))
    if (spoilt) throw new WorkbookStop({ tag: 'notAsWritten' })
    work.onProgress(Math.min(cells.length, from + CELLS_A_WRITE), cells.length)
  }
}
