import type { Operation, RefusalTag } from '../../ports/workbookFault.ts'

/** What the workbook says of itself after it refused something; false where it could not be found out. */
export interface Evidence {
  readonly editing: boolean
  readonly readOnly: boolean
  readonly sheetProtected: boolean
  readonly structureProtected: boolean
  /** No cell is selected. */
  readonly noCell: boolean
  /** The pane's own window has the focus, or had it last. */
  readonly focused: boolean
}

export const NO_EVIDENCE: Evidence = {
  editing: false,
  readOnly: false,
  sheetProtected: false,
  structureProtected: false,
  noCell: false,
  focused: true,
}

/** Codes of Office.js that say one thing alone. */
const PLAIN: Readonly<Record<string, RefusalTag>> = {
  InvalidOperationInCellEditMode: 'cellEditing',
  InactiveWorkbook: 'notFocused',
  UnsupportedSheet: 'notASheet',
  ItemNotFound: 'sheetGone',
  ItemAlreadyExists: 'nameTaken',
  RequestPayloadSizeLimitExceeded: 'tooLarge',
  ResponsePayloadSizeLimitExceeded: 'tooLarge',
  RangeExceedsLimit: 'tooLarge',
  OperationCellsExceedLimit: 'tooLarge',
  MergedRangeConflict: 'inTheWay',
  FilteredRangeConflict: 'inTheWay',
  PivotTableRangeConflict: 'inTheWay',
  InsertDeleteConflict: 'inTheWay',
  NonBlankCellOffSheet: 'inTheWay',
  ServiceNotAvailable: 'disconnected',
  ActivityLimitReached: 'disconnected',
  RequestAborted: 'disconnected',
  Conflict: 'disconnected',
  Unauthenticated: 'disconnected',
  MemoryLimitReached: 'outOfMemory',
  ApiNotFound: 'unsupported',
  ApiNotAvailable: 'unsupported',
  NotImplemented: 'unsupported',
  UnsupportedFeature: 'unsupported',
  UnsupportedOperation: 'unsupported',
  UndoNotSupported: 'host',
}

/** Whether a code says nothing by itself, so that the workbook has to be asked. */
export const isAmbiguous = (code: string): boolean => PLAIN[code] === undefined

/** What needs a workbook that may be changed, a sheet that may, and a workbook whose sheets may. */
const CHANGES_BOOK: ReadonlySet<Operation> = new Set(['mark', 'write', 'remember', 'set'])
const CHANGES_SHEET: ReadonlySet<Operation> = new Set(['mark', 'write'])
/** What fails with GeneralException where another workbook has the focus (office-js#771). */
const NEEDS_FOCUS: ReadonlySet<Operation> = new Set(['select', 'write'])

/**
 * Why Excel refused, by what was asked of it, its code, and what else is known:
 *
 *     a code that says one thing                        that
 *     a cell is being edited                            cellEditing
 *     a change, and the workbook is read-only           readOnlyBook
 *     a change of a sheet that is protected             protected
 *     writing, and the structure is protected           structureProtected
 *     InvalidSelection, or no cell is selected          chartSelected, without the focus notFocused
 *     AccessDenied                                      notAllowed
 *     GeneralException while selecting or writing       notFocused
 *     anything else                                     host
 */
export function explain(during: Operation, code: string, evidence: Evidence): RefusalTag {
  const plain = PLAIN[code]
  if (plain !== undefined) return plain
  if (evidence.editing) return 'cellEditing'
  if (evidence.readOnly && CHANGES_BOOK.has(during)) return 'readOnlyBook'
  if (evidence.sheetProtected && CHANGES_SHEET.has(during)) return 'protected'
  if (evidence.structureProtected && during === 'write') return 'structureProtected'
  if (code === 'InvalidSelection' || (evidence.noCell && during !== 'remember' && during !== 'set'))
    return evidence.focused ? 'chartSelected' : 'notFocused'
  if (code === 'AccessDenied') return 'notAllowed'
  if (code === 'GeneralException' && (NEEDS_FOCUS.has(during) || !evidence.focused)) return 'notFocused'
  return 'host'
}
