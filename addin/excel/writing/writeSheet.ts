import { type CellContent, cellContent } from '../../ports/cellContent.ts'
import type { LongWork } from '../../ports/longWork.ts'
import type { SheetDocument } from '../../ports/sheetDocument.ts'
import { isFree, sheetNames } from '../../sheetForm/sheetNames.ts'
import { WorkbookStop } from '../host/hostFault.ts'
import type { Batch } from '../host/runOnWorkbook.ts'
import { dressSheet } from './dressSheet.ts'
import { noteFinished, noteProgress, readSheetRecords, type SheetRecord } from './ownSheets.ts'
import { freezeRows, layPages, showSheet } from './viewSettings.ts'
import { isAsWritten, pieces, writePatches } from './writePatch.ts'

/** How far a sheet has come: told after an interruption. "" while there is no sheet yet. */
export interface Progress {
  sheet: string
  written: number
  of: number
}

/** A piece of the sheet's rows, and whether it is there already, from an earlier time. */
interface Piece {
  readonly start: number
  readonly lines: readonly CellContent[][]
  readonly there: boolean
}

/** The sheet that is being filled, in its pieces. */
interface Unfinished {
  readonly sheet: Excel.Worksheet
  readonly name: string
  readonly pieces: readonly Piece[]
}

/**
 * Writes a prepared sheet as a new one and shows it; no other sheet is touched. It is filled under another name ("汇总
 * 2021-05…") and named last, so that what has its name is whole; where an earlier time was interrupted, it goes on in
 * the sheet begun then. What is written is read again: where Excel made anything else of it, the job stops. Answers the
 * sheet's name: the wanted one, or the next that is free.
 */
export async function writeSheet(document: SheetDocument, work: LongWork, progress: Progress, batch: Batch): Promise<string> {
  const begun = await beginSheet(document, batch)
  const { sheet } = begun
  Object.assign(progress, { sheet: begun.name, written: 0, of: document.rows.length })
  for (const { start, lines, there } of begun.pieces) {
    if (work.signal.aborted) throw new WorkbookStop({ tag: 'cancelled' })
    const end = start + lines.length
    if (!there) {
      noteProgress(sheet, { wanted: document.name, rows: end })
      const untaken = await writePatches(sheet, [{ top: start, left: 0, lines }], batch)
      if (untaken.length > 0) throw new WorkbookStop({ tag: 'notAsWritten' })
    }
    progress.written = end
    work.onProgress(end, document.rows.length)
  }
  dressSheet(sheet, document)
  await batch.sync()
  const name = await nameSheet(sheet, document, batch)
  await freezeRows(sheet, document.frozenRows, batch)
  await layPages(sheet, document, batch)
  await showSheet(sheet, batch)
  return name
}

/** The sheet begun at an earlier time, where nobody has typed into it since, or a new one. */
async function beginSheet(document: SheetDocument, batch: Batch): Promise<Unfinished> {
  const contents = contentsOf(document)
  const { sheets, closed } = await readSheetRecords(batch)
  for (const record of sheets) {
    if (record.unfinished?.wanted !== document.name || record.protected) continue
    const found = await comparePieces(record, contents, batch)
    if (found) return { sheet: record.sheet, name: record.name, pieces: found }
  }
  const name = firstFree(`${document.name}…`, sheets)
  if (closed) throw new WorkbookStop({ tag: 'structureProtected' })
  const sheet = batch.context.workbook.worksheets.add(name)
  noteProgress(sheet, { wanted: document.name, rows: 0 })
  await batch.sync()
  return { sheet, name, pieces: [...pieces(contents)].map((piece) => ({ ...piece, there: false })) }
}

/** Which pieces are there already; undefined where a cell that was not written yet holds something of a person's. */
async function comparePieces(
  { sheet, unfinished }: SheetRecord,
  contents: readonly CellContent[][],
  batch: Batch,
): Promise<Piece[] | undefined> {
  const found: Piece[] = []
  for (const piece of pieces(contents)) {
    const range = sheet.getRangeByIndexes(piece.start, 0, piece.lines.length, piece.lines[0]?.length ?? 0)
    range.load('values,formulas')
    await batch.sync()
    const cells = piece.lines.flatMap((line, i) =>
      line.map((content, j) => ({
        fits: isAsWritten(content, range.values[i]?.[j], range.formulas[i]?.[j]),
        foreign: range.formulas[i]?.[j] !== '' && piece.start + i >= (unfinished?.rows ?? 0),
      })),
    )
    if (cells.some(({ fits, foreign }) => !fits && foreign)) return undefined
    found.push({ ...piece, there: cells.every(({ fits }) => fits) })
  }
  return found
}

function contentsOf({ rows }: SheetDocument): CellContent[][] {
  const width = Math.max(1, ...rows.map((row) => row.length))
  return rows.map((row) => Array.from({ length: width }, (_, i) => cellContent(row[i])))
}

/** Gives the finished sheet the first free name of those it may have. */
async function nameSheet(sheet: Excel.Worksheet, { name, memory }: SheetDocument, { context, sync }: Batch): Promise<string> {
  const { worksheets } = context.workbook
  worksheets.load('name')
  await sync()
  const given = firstFree(name, worksheets.items)
  sheet.name = given
  noteFinished(sheet, name, memory)
  await sync()
  return given
}

function firstFree(wanted: string, sheets: readonly { readonly name: string }[]): string {
  for (const name of sheetNames(wanted)) if (isFree(name, sheets)) return name
  throw new WorkbookStop({ tag: 'nameTaken' })
}
