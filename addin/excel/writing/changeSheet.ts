import { address } from '../../../shared/grid/a1.ts'
import type { LongWork } from '../../ports/longWork.ts'
import type { Anchor, ChangedSheet, RowChange, RowInsert, SheetChanges } from '../../ports/sheetChanges.ts'
import { WorkbookStop } from '../host/hostFault.ts'
import type { Batch } from '../host/runOnWorkbook.ts'
import { type ChangeStep, changeSteps, patchesOf } from './changeSteps.ts'
import { dressRows } from './dressRows.ts'
import { MEMORY } from './ownSheets.ts'
import { ifPossible } from './viewSettings.ts'
import { writePatches } from './writePatch.ts'
import type { Progress } from './writeSheet.ts'

/** How far the changes have come; a job that is run again goes on from there. */
export interface ChangeProgress extends Progress {
  step: number
  readonly untaken: string[]
}

interface Job {
  readonly sheet: Excel.Worksheet
  readonly changes: SheetChanges
  readonly progress: ChangeProgress
  readonly batch: Batch
}

/**
 * Changes cells of a sheet of ours, a step a request, and shows it. Before a step, the rows are looked at: where they are
 * not the ones that were meant, nothing is written and the job stops. While it runs the sheet's note says that it is not
 * finished, and the note is put right last.
 */
export async function changeSheet(changes: SheetChanges, work: LongWork, progress: ChangeProgress, batch: Batch): Promise<ChangedSheet> {
  const sheet = await openSheet(changes, progress, batch)
  const steps = changeSteps(changes)
  const job: Job = { sheet, changes, progress, batch }
  progress.of = changes.rows.length + changes.inserts.reduce((sum, { rows }) => sum + rows.length, 0)
  if (work.signal.aborted) throw new WorkbookStop({ tag: 'cancelled' })
  if (steps.length > 0 && progress.step === 0) await begin(job)
  for (const step of steps.slice(progress.step)) {
    if (work.signal.aborted) throw new WorkbookStop({ tag: 'cancelled' })
    await takeStep(step, job)
    progress.step += 1
    progress.written += step.kind === 'insert' ? step.insert.rows.length : step.rows.length
    work.onProgress(progress.written, progress.of)
  }
  await finish(job)
  await ifPossible(batch, () => sheet.activate())
  return { name: changes.sheet, untaken: progress.untaken }
}

/** The sheet, where rows are still inserted next to the same ones. */
async function openSheet(
  { sheet: name, inserts }: SheetChanges,
  { step }: ChangeProgress,
  { context, sync }: Batch,
): Promise<Excel.Worksheet> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name).load('name')
  sheet.protection.load('protected')
  sheet.tables.load('name')
  await sync()
  if (sheet.isNullObject) throw new WorkbookStop({ tag: 'rowsMoved' })
  if (sheet.protection.protected) throw new WorkbookStop({ tag: 'protected', sheet: name })
  const isSame = inserts.slice(step).map(({ before, above }) => anchorsAt(sheet, before - 1, above))
  if (isSame.length > 0) await sync()
  if (!isSame.every((test) => test())) throw new WorkbookStop({ tag: 'rowsMoved' })
  return sheet
}

/** From here on the sheet says that it is not finished. */
async function begin({ sheet, changes: { note, memory, inserts }, progress, batch }: Job): Promise<void> {
  // A note that is inserted comes with its row.
  const isThere = !inserts.some(({ before, rows }) => note.row >= before && note.row < before + rows.length)
  progress.sheet = sheet.name
  sheet.customProperties.add(MEMORY, memory.before)
  if (isThere && inserts.every(({ before }) => before > note.row)) {
    await writePatches(sheet, [{ top: note.row - 1, left: note.column - 1, lines: [[note.meanwhile]] }], batch)
  } else await batch.sync()
}

async function finish({ sheet, changes: { note, memory }, batch }: Job): Promise<void> {
  sheet.customProperties.add(MEMORY, memory.after)
  await writePatches(sheet, [{ top: note.row - 1, left: note.column - 1, lines: [[note.after]] }], batch)
}

async function takeStep(step: ChangeStep, job: Job): Promise<void> {
  const { sheet, progress, batch } = job
  const untaken = step.kind === 'insert' ? await insertRows(step.insert, sheet, batch) : await changeRows(step.rows, sheet, batch)
  progress.untaken.push(...untaken.map(([row, column]) => address(row + 1, column + 1)))
}

async function insertRows(
  { before, rows }: RowInsert,
  sheet: Excel.Worksheet,
  batch: Batch,
): Promise<readonly (readonly [number, number])[]> {
  sheet.getRange(`${before}:${before + rows.length - 1}`).insert('Down')
  const numbered = rows.map((row, i) => ({ ...row, row: before + i }))
  await dressRows(sheet, numbered, batch)
  return writePatches(sheet, patchesOf(numbered, new Set()), batch)
}

/** Rows that a filter hides are written one by one: Excel would put a range's values into the rows that are shown. */
async function changeRows(
  rows: readonly RowChange[],
  sheet: Excel.Worksheet,
  batch: Batch,
): Promise<readonly (readonly [number, number])[]> {
  const [first, last] = [rows[0]?.row ?? 1, rows.at(-1)?.row ?? 1]
  const properties = sheet.getRange(`${first}:${last}`).getRowProperties({ rowHidden: true })
  const isSame = rows.map(({ row, anchors }) => anchorsAt(sheet, row, anchors))
  await batch.sync()
  if (!isSame.every((test) => test())) throw new WorkbookStop({ tag: 'rowsMoved' })
  const hidden = properties.value.flatMap(({ rowHidden }, i) => (rowHidden === true ? [first + i] : []))
  await dressRows(sheet, rows, batch)
  return writePatches(sheet, patchesOf(rows, new Set(hidden)), batch)
}

/** Asks for the cells by which a row is known; the test is for after the next sync. */
function anchorsAt(sheet: Excel.Worksheet, row: number, anchors: readonly Anchor[]): () => boolean {
  const columns = anchors.map(({ column }) => column)
  if (columns.length === 0) return () => true
  const left = Math.min(...columns)
  const range = sheet.getRangeByIndexes(row - 1, left - 1, 1, Math.max(...columns) - left + 1).load('values')
  return () => anchors.every(({ column, text }) => String(range.values[0]?.[column - left] ?? '').trim() === text)
}
