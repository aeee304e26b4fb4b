import type { Grid } from '../../../shared/grid/grid.ts'
import type { LongWork } from '../../ports/longWork.ts'
import { CELL_EDITING, officeCode, WorkbookStop } from '../host/hostFault.ts'
import type { Batch } from '../host/runOnWorkbook.ts'
import { noteSheet, sheetKey } from '../host/sheetIds.ts'
import { type Block, blockOf, cellCount, filledAreas } from './filledAreas.ts'
import { readCells, rowsOf } from './readCells.ts'
import { askHiddenRows } from './readHiddenRows.ts'
import { askMerges, readMerges } from './readMerges.ts'

/** What Excel lets an add-in read of one sheet. */
const MOST_CELLS = 5_000_000
/** DATE(1904,1,2) is 1 where day 0 is 1904-01-01, and 1463 elsewhere. */
const DAY_ONE_OF_1904 = 1

/** The sheet that is shown, whole, hidden and filtered rows included. Stops with notASheet or tooLarge. */
export async function readActiveSheet(batch: Batch, work?: LongWork): Promise<Grid> {
  const sheet = batch.context.workbook.worksheets.getActiveWorksheet()
  const grid = await readWhole(sheet, batch, work)
  noteSheet(sheet.name, sheet.id)
  return grid
}

/** A sheet that was read before, by the name that it had then. Stops with sheetGone or tooLarge. */
export const readSheet = (name: string, batch: Batch): Promise<Grid> =>
  readWhole(batch.context.workbook.worksheets.getItemOrNullObject(sheetKey(name)), batch)

async function readWhole(sheet: Excel.Worksheet, batch: Batch, work?: LongWork): Promise<Grid> {
  const { context, sync } = batch
  sheet.load('name,id')
  context.workbook.load('name')
  const used = sheet.getUsedRangeOrNullObject(true)
  used.load('rowIndex,columnIndex,rowCount,columnCount')
  // The workbook itself does not say which day it counts from; its own DATE does.
  const epoch = context.workbook.functions.date(1904, 1, 2)
  epoch.load('value')
  await sync().catch((error: unknown) => {
    // A chart sheet is shown.
    throw officeCode(error) === 'ItemNotFound' ? new WorkbookStop({ tag: 'notASheet' }) : error
  })
  if (sheet.isNullObject) throw new WorkbookStop({ tag: 'sheetGone' })
  const blocks = used.isNullObject ? [] : await filledAreas(sheet, blockOf(used), batch)
  const cells = blocks.reduce((sum, block) => sum + cellCount(block), 0)
  if (cells > MOST_CELLS) throw new WorkbookStop({ tag: 'tooLarge', cells })
  const { parts, merges, hiddenRows } = await readBlocks(sheet, blocks, { batch, work })
  return {
    sheetName: sheet.name,
    ...(context.workbook.name ? { fileName: context.workbook.name } : {}),
    cells: rowsOf(parts),
    texts: parts.texts,
    formats: parts.formats,
    merges,
    formulas: parts.formulas,
    hiddenRows,
    date1904: epoch.value === DAY_ONE_OF_1904,
  }
}

/** Merged areas and hidden rows come with the first cells; where Excel refuses them together, each by itself. */
async function readBlocks(
  sheet: Excel.Worksheet,
  blocks: readonly Block[],
  { batch, work }: { readonly batch: Batch; readonly work: LongWork | undefined },
) {
  const [merges, hidden] = [askMerges(sheet, blocks), askHiddenRows(sheet, blocks)]
  try {
    return { parts: await readCells(sheet, blocks, batch, work), merges: merges(), hiddenRows: await hidden(batch) }
  } catch (error) {
    if (officeCode(error) === undefined || officeCode(error) === CELL_EDITING) throw error
  }
  const parts = await readCells(sheet, blocks, batch, work)
  const apart = await readMerges(sheet, blocks, batch)
  const hiddenApart = askHiddenRows(sheet, blocks)
  await batch.sync()
  return { parts, merges: apart, hiddenRows: await hiddenApart(batch) }
}
