/** What was asked of the workbook: a refusal is worded by it. */
export const OPERATIONS = ['read', 'mark', 'select', 'write', 'remember', 'set'] as const
export type Operation = (typeof OPERATIONS)[number]

/** Why Excel did not do what was asked. */
export const REFUSALS = [
  /** It never answered; what was asked may still happen. */
  'hostTimeout',
  'cellEditing',
  /** The sheet is protected. */
  'protected',
  /** No sheet can be added, renamed or moved. */
  'structureProtected',
  'readOnlyBook',
  /** Another workbook, or another window, has the focus. */
  'notFocused',
  /** A chart, a picture or a shape is selected instead of cells. */
  'chartSelected',
  /** A chart sheet is shown. */
  'notASheet',
  'sheetGone',
  /** The cell is in a row or column that is hidden or filtered out. */
  'cellHidden',
  'tooLarge',
  /** Rows are not where they were when the sheet was read: somebody changes it at the same time. */
  'rowsMoved',
  /** Merged cells, a filter, a table or a pivot table are in the way. */
  'inTheWay',
  /** Excel on the web has lost its server, or is overloaded. */
  'disconnected',
  'outOfMemory',
  /** This Excel does not know what was asked. */
  'unsupported',
  /** Nothing is protected, and still nothing is allowed: a protected view, or rights on the file. */
  'notAllowed',
  /** What was read back is not what was written. */
  'notAsWritten',
  /** Every name that the sheet may have is taken. */
  'nameTaken',
  /** The code for it could not be fetched: there is no connection, or the server was renewed since the pane was opened. */
  'partMissing',
  /** What was stored in the workbook is not there. */
  'notStored',
  /** This browser keeps nothing: what was said holds until the page is closed. */
  'deviceForgets',
  /** No file is open on the page. */
  'noFile',
  /** An error of Excel's own, with nothing that explains it; `code` is Office's (never shown alone). */
  'host',
] as const
export type RefusalTag = (typeof REFUSALS)[number]

/** A refusal with what is known of it. */
export interface Refusal {
  readonly tag: RefusalTag
  /** The sheet that it is about, where one is. */
  readonly sheet?: string
  /** Office's own code. */
  readonly code?: string
  /** How many cells were asked for. */
  readonly cells?: number
}

/** Why the workbook did not do what was asked; each has a sentence of its own in the pane, by what was asked. */
export type WorkbookFault =
  | (Refusal & { readonly during: Operation })
  /** The person stopped it, and nothing was written. */
  | { readonly tag: 'cancelled' }
  /** `written` of `of` rows are in the sheet; done again, it goes on from there. */
  | { readonly tag: 'unfinished'; readonly sheet: string; readonly written: number; readonly of: number; readonly cause: WorkbookFault }
