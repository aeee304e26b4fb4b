import { fail, type Result } from '../../../shared/base/result.ts'
import type { LongWork } from '../../ports/longWork.ts'
import type { ChangedSheet, SheetChanges } from '../../ports/sheetChanges.ts'
import type { SheetCopy } from '../../ports/sheetCopy.ts'
import type { SheetDocument } from '../../ports/sheetDocument.ts'
import type { Workbook } from '../../ports/workbook.ts'
import type { WorkbookFault } from '../../ports/workbookFault.ts'
import { canGroupUndo } from '../host/capabilities.ts'
import { type Batch, runOnWorkbook } from '../host/runOnWorkbook.ts'
import { type ChangeProgress, changeSheet } from './changeSheet.ts'
import { copySheet } from './copySheet.ts'
import { readOwnSheet } from './readOwnSheet.ts'
import { writeSheet } from './writeSheet.ts'

/** Grouping is not made for large writes. */
const MOST_GROUPED = 1_000

/** Reads a sheet of ours, by the name that it was to have. */
export const readOwn = (name: string): ReturnType<Workbook['readOwnSheet']> =>
  runOnWorkbook(name, (batch) => readOwnSheet(name, batch), { during: 'write' })

/** Writes a sheet as a new one. */
export const writeNew = (sheet: SheetDocument, work: LongWork): Promise<Result<string, WorkbookFault>> =>
  inSteps(sheet.name, false, (progress, batch) => writeSheet(sheet, work, progress, batch))

/** Changes a sheet in place, so that the person undoes it in one step, where the host can. */
export function changeInPlace(changes: SheetChanges, work: LongWork): Promise<Result<ChangedSheet, WorkbookFault>> {
  const rows = [...changes.rows, ...changes.inserts.flatMap((insert) => insert.rows)]
  const isSmall = rows.reduce((sum, { cells }) => sum + cells.length, 0) <= MOST_GROUPED
  return inSteps(changes.sheet, canGroupUndo() && isSmall, (progress, batch) => changeSheet(changes, work, progress, batch))
}

/** Copies a sheet beside itself. */
export const copyBeside = (copy: SheetCopy, work: LongWork): Promise<Result<string, WorkbookFault>> =>
  runOnWorkbook(copy.sheet, (batch) => copySheet(copy, work, batch), { during: 'write' })

/** A job that may end in the middle: where it has begun to write, its fault says how far it came. */
async function inSteps<T>(
  sheet: string,
  undoGroup: boolean,
  job: (progress: ChangeProgress, batch: Batch) => Promise<T>,
): Promise<Result<T, WorkbookFault>> {
  const progress: ChangeProgress = { sheet: '', written: 0, of: 0, step: 0, untaken: [] }
  const run = (grouped: boolean) => runOnWorkbook(sheet, (batch) => job(progress, batch), { during: 'write', undoGroup: grouped })
  let answer = await run(undoGroup)
  // A host refuses a group that holds something it cannot undo; nothing of it is done then.
  if (undoGroup && !answer.ok && answer.fault.tag === 'host' && answer.fault.code === 'UndoNotSupported') answer = await run(false)
  if (answer.ok || progress.sheet === '') return answer
  const { sheet: begun, written, of } = progress
  return fail({ tag: 'unfinished', sheet: begun, written, of, cause: answer.fault })
}
