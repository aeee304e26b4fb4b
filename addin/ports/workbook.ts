import type { Result } from '../../shared/base/result.ts'
import type { Finding } from '../../shared/finding/finding.ts'
import type { Grid } from '../../shared/grid/grid.ts'
import type { LongWork } from './longWork.ts'
import type { ChangedSheet, OwnSheet, SheetChanges } from './sheetChanges.ts'
import type { SheetCopy } from './sheetCopy.ts'
import type { SheetDocument } from './sheetDocument.ts'
import type { WorkbookFault } from './workbookFault.ts'

/** What the flows need of the workbook. Only `excel/` implements it; tests bring a fake. */
export interface Workbook {
  readonly capabilities: WorkbookCapabilities
  /** Reads the sheet that is open, whole, as plain data; `work` hears of round trips, and stops between two of them. */
  readActiveSheet(work?: LongWork): Promise<Result<Grid, WorkbookFault>>
  /** Reads a sheet that was read before, whichever is open; at once or not at all, for nobody waits for it. */
  readSheet(sheet: string): Promise<Result<Grid, WorkbookFault>>
  /** Shows a cell to the person. */
  select(sheet: string, cell: string): Promise<Result<void, WorkbookFault>>
  /**
   * Marks cells by conditional formats; the person's own fills, fonts and comments stay. Replaces earlier marks of the sheet.
   * `isWanted` is asked when its turn has come: what was taken off meanwhile is not put back.
   */
  mark(sheet: string, marks: readonly CellMark[], isWanted?: () => boolean): Promise<Result<void, WorkbookFault>>
  /** Takes every mark of ours off the sheet, or (null) off all sheets of the workbook, leaving no trace. */
  unmark(sheet: string | null): Promise<Result<Unmarked, WorkbookFault>>
  /**
   * Writes a prepared sheet as a new one, shows it, and answers the name that it really has: the wanted one may be taken.
   * Interrupted, it has another name yet, and the next time goes on in it. No other sheet is touched.
   */
  writeSheet(sheet: SheetDocument, work: LongWork): Promise<Result<string, WorkbookFault>>
  /** Whether the workbook opens the pane with it. */
  opensPane(): boolean
  /** Has it do so, or no longer, for everybody who has the add-in; kept with the file once the person saves it. */
  setOpensPane(on: boolean): Promise<Result<void, WorkbookFault>>
  /** The sheet of ours that was written under this name and finished, as it is now; null where there is none. */
  readOwnSheet(name: string): Promise<Result<OwnSheet | null, WorkbookFault>>
  /**
   * Changes single cells of a sheet of ours and shows it; everything else in it stays. What was written is read again.
   * Interrupted, its note says that it is not finished; read and planned again, the next time goes on from there.
   */
  changeSheet(changes: SheetChanges, work: LongWork): Promise<Result<ChangedSheet, WorkbookFault>>
  /** Copies a sheet beside itself with other contents in some cells, shows it, and answers its name: whole, or not at all. */
  copySheet(copy: SheetCopy, work: LongWork): Promise<Result<string, WorkbookFault>>
  /** Calls back after edits of the open sheet, debounced; returns how to stop. */
  onEdited(listener: (sheet: string) => void): () => void
  /** Calls back when a sheet that was read is deleted. */
  onDeleted(listener: (sheet: string) => void): () => void
  /** Calls back when another sheet is shown. */
  onActivated(listener: (sheet: string) => void): () => void
}

/** What this Excel can do for the pane. */
export interface WorkbookCapabilities {
  /** False below ExcelApi 1.14: the pane says so and offers the way out. */
  readonly supported: boolean
  readonly conditionalFormats: boolean
  /** Whether a file can open the pane with it; false where the page opens files, and not the other way round. */
  readonly opensPane: boolean
  /** Whether a sheet can be copied with all that it has. */
  readonly copiesSheets: boolean
  /** False below ExcelApi 1.19: whatever the add-in writes, the person can undo nothing of what came before. */
  readonly keepsUndo: boolean
}

/** What came of taking marks off. */
export interface Unmarked {
  /** The sheets that had marks and have none any more, by name. */
  readonly sheets: readonly string[]
  /** The sheets that are protected and keep theirs. */
  readonly protected: readonly string[]
  /** Rules that Excel did not let the add-in read or delete: whether they are ours is not known. */
  readonly unread: number
}

/** A cell to be marked, as gravely as its gravest finding; notes are not marked. */
export interface CellMark {
  readonly cell: string
  readonly severity: Exclude<Finding['severity'], 'info'>
}
