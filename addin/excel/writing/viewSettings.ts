import type { SheetDocument } from '../../ports/sheetDocument.ts'
import type { Batch } from '../host/runOnWorkbook.ts'

/**
 * How a sheet is looked at and printed. Excel refuses that where another workbook has the focus, a chart is selected or
 * there is no printer: the sheet is written all the same, so each is tried by itself and none can fail the job.
 */
export async function ifPossible({ sync }: Batch, queue: () => void): Promise<void> {
  try {
    queue()
    await sync()
  } catch {
    // the sheet is whole without it
  }
}

export const freezeRows = (sheet: Excel.Worksheet, count: number, batch: Batch): Promise<void> =>
  count === 0 ? Promise.resolve() : ifPossible(batch, () => sheet.freezePanes.freezeRows(count))

/** Shows the sheet from its first cell on. */
export async function showSheet(sheet: Excel.Worksheet, batch: Batch): Promise<void> {
  await ifPossible(batch, () => sheet.activate())
  await ifPossible(batch, () => sheet.getRange('A1').select())
}

/** Landscape, as wide as one page, the frozen rows on each. */
export async function layPages(sheet: Excel.Worksheet, { paper, frozenRows }: SheetDocument, batch: Batch): Promise<void> {
  if (paper === undefined) return
  await ifPossible(batch, () => {
    const { pageLayout } = sheet
    pageLayout.orientation = 'Landscape'
    pageLayout.paperSize = paper === 'a3' ? 'A3' : 'A4'
    pageLayout.zoom = { horizontalFitToPages: 1 }
    if (frozenRows > 0) pageLayout.setPrintTitleRows(`$1:$${frozenRows}`)
  })
}
