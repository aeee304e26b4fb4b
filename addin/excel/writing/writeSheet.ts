import type { SheetDocument } from '../../ports/sheetDocument.ts'
import { WorkbookStop } from '../host/hostFault.ts'
import type { Batch } from '../host/runOnWorkbook.ts'
import { dressSheet } from './dressSheet.ts'
import { type CellContent, cellContent } from './sheetCells.ts'
import { isFree, sheetNames } from './sheetNames.ts'

/** The property by which a sheet is known to be ours, also after it was renamed. */
const OURS = 'livelihood-sheet'
/** Some 8 bytes a number and 40 a short Chinese text: a request stays far below 2 MB. */
const CHARACTERS_A_WRITE = 200_000
const ROWS_A_WRITE = 2_000

/**
 * Writes a prepared sheet and shows it. An earlier one of ours of that name is emptied and filled again, so that
 * references to it hold; a person's sheet of that name stays, and ours gets the next free name. What was written is read
 * again: where Excel made anything else of it, all of it is taken back and the job stops. Answers the sheet's name.
 */
export async function writeSheet(document: SheetDocument, batch: Batch): Promise<string> {
  const { sheet, name, added } = await prepareSheet(document.name, batch)
  try {
    await fill(sheet, document, batch)
    dressSheet(sheet, document)
    await batch.sync()
    await layPages(sheet, document, batch)
    sheet.activate()
    sheet.getRange('A1').select()
    await batch.sync()
    return name
  } catch (error) {
    await takeBack(sheet, added, batch).catch(() => undefined)
    throw error
  }
}

/** How it is printed; a computer without a printer refuses that, and the sheet is written all the same. */
async function layPages(sheet: Excel.Worksheet, { paper, frozenRows }: SheetDocument, { sync }: Batch): Promise<void> {
  if (paper === undefined) return
  const { pageLayout } = sheet
  pageLayout.orientation = 'Landscape'
  pageLayout.paperSize = paper === 'a3' ? 'A3' : 'A4'
  pageLayout.zoom = { horizontalFitToPages: 1 }
  if (frozenRows > 0) pageLayout.setPrintTitleRows(`$1:$${frozenRows}`)
  await sync().catch(() => undefined)
}

/** The sheet to be written, empty, under the first name that is free or already ours. */
interface EmptySheet {
  readonly sheet: Excel.Worksheet
  readonly name: string
  /** False where it was there before: then it is emptied, not deleted, if the writing fails. */
  readonly added: boolean
}

async function prepareSheet(wanted: string, { context, sync }: Batch): Promise<EmptySheet> {
  const { worksheets, protection } = context.workbook
  worksheets.load('name')
  protection.load('protected')
  await sync()
  for (const name of sheetNames(wanted)) {
    if (isFree(name, worksheets.items)) {
      if (protection.protected) throw new WorkbookStop({ tag: 'protected', sheet: name })
      const sheet = worksheets.add(name)
      sheet.customProperties.add(OURS, wanted)
      await sync()
      return { sheet, name, added: true }
    }
    const sheet = worksheets.getItem(name)
    const mark = sheet.customProperties.getItemOrNullObject(OURS)
    mark.load('value')
    sheet.protection.load('protected')
    await sync()
    if (mark.isNullObject) continue
    if (sheet.protection.protected) throw new WorkbookStop({ tag: 'protected', sheet: name })
    sheet.getRange().unmerge()
    sheet.getRange().clear()
    sheet.freezePanes.unfreeze()
    await sync()
    return { sheet, name, added: false }
  }
  throw new WorkbookStop({ tag: 'host', code: 'ItemAlreadyExists' })
}

async function fill(sheet: Excel.Worksheet, { rows }: SheetDocument, batch: Batch): Promise<void> {
  const width = Math.max(1, ...rows.map((row) => row.length))
  const contents = rows.map((row) => Array.from({ length: width }, (_, i) => cellContent(row[i])))
  for (const { start, lines } of pieces(contents)) {
    const range = sheet.getRangeByIndexes(start, 0, lines.length, width)
    // Formulas elsewhere that refer to this sheet would be computed at each piece.
    batch.context.application.suspendApiCalculationUntilNextSync()
    batch.context.application.suspendScreenUpdatingUntilNextSync()
    // The format goes first: under "@" a text stays a text, whatever it looks like.
    range.numberFormat = lines.map((line) => line.map((content) => content.numberFormat))
    range.values = lines.map((line) => line.map((content) => content.value))
    await batch.sync()
    range.load('values,formulas')
    await batch.sync()
    if (restoreApostrophes(range, lines)) {
      range.load('values,formulas')
      await batch.sync()
    }
    if (!isAsWritten(lines, range.values, range.formulas)) throw new WorkbookStop({ tag: 'host', code: 'UnexpectedCellContent' })
  }
}

/** Excel can take a leading apostrophe for a sign that text follows, and drop it: a second one saves it. */
function restoreApostrophes(range: Excel.Range, lines: readonly (readonly CellContent[])[]): boolean {
  let lost = false
  for (const [i, line] of lines.entries()) {
    for (const [j, { value }] of line.entries()) {
      if (typeof value !== 'string' || !value.startsWith("'") || range.values[i]?.[j] !== value.slice(1)) continue
      range.getCell(i, j).values = [[`'${value}`]]
      lost = true
    }
  }
  return lost
}

/** Every cell holds its text or number as it is, and no formula. */
function isAsWritten(lines: readonly (readonly CellContent[])[], values: unknown[][], formulas: unknown[][]): boolean {
  return lines.every((line, i) =>
    line.every(({ value }, j) => {
      const [held, formula] = [values[i]?.[j], formulas[i]?.[j]]
      const same =
        typeof value === 'number' ? typeof held === 'number' && Math.abs(held - value) <= Math.abs(value) * 1e-14 : held === value
      return same && (formula === held || String(formula) === String(held))
    }),
  )
}

function* pieces(contents: readonly CellContent[][]): Generator<{ start: number; lines: CellContent[][] }> {
  let lines: CellContent[][] = []
  let size = 0
  for (const [i, line] of contents.entries()) {
    lines.push(line)
    size += line.reduce((sum, { value }) => sum + String(value).length + 4, 0)
    if (size < CHARACTERS_A_WRITE && lines.length < ROWS_A_WRITE && i < contents.length - 1) continue
    yield { start: i - lines.length + 1, lines }
    lines = []
    size = 0
  }
}

/** Nothing half-written stays. */
async function takeBack(sheet: Excel.Worksheet, added: boolean, { sync }: Batch): Promise<void> {
  if (added) sheet.delete()
  else sheet.getRange().clear()
  await sync()
}
