import type { WorkbookCapabilities } from '../../ports/workbook.ts'

/** The oldest API the add-in runs on: Excel 2021 LTSC. Older hosts get a page that says so. */
const REQUIRED = '1.14'
/** Range areas and row properties, which marks and hidden rows stand on. */
const CONDITIONAL_FORMATS = '1.9'
/** A sheet can be copied, with all that it has. */
const COPIES = '1.10'
/** From here on what an add-in writes is a step of undoing like the person's own; before it, a write clears them all. */
const UNDO = '1.19'
/** Several writes can be made one step. The set brings no method that could be looked for: an older client passes the option over. */
const UNDO_GROUPS = '1.20'

/** What this Excel can do. Where there is no `Office` (tests in Node), the client library itself decides. */
export function readCapabilities(): WorkbookCapabilities {
  return {
    supported: hasExcelApi(REQUIRED),
    conditionalFormats: hasExcelApi(CONDITIONAL_FORMATS),
    opensPane: true,
    copiesSheets: hasExcelApi(COPIES),
    keepsUndo: hasExcelApi(UNDO),
  }
}

/** Whether the writes of one job can be made one step of undoing. */
export const canGroupUndo = (): boolean => hasExcelApi(UNDO_GROUPS)

/** Whether a link can be opened in the person's own browser instead of a window without address bar. */
export const canOpenBrowser = (): boolean =>
  typeof Office !== 'undefined' &&
  Office.context?.requirements?.isSetSupported('OpenBrowserWindowApi', '1.1') === true &&
  typeof Office.context.ui?.openBrowserWindow === 'function'

/** Whether the workbook was opened for reading only. */
export const isReadOnly = (): boolean => typeof Office !== 'undefined' && Office.context?.document?.mode === Office.DocumentMode.ReadOnly

/** A requirement set that is declared, and whose methods are really there. */
function hasExcelApi(version: string): boolean {
  if (typeof Excel === 'undefined' || typeof Excel.Range?.prototype?.getRowProperties !== 'function') return false
  // The client library of a host that is played in Node declares no requirement sets.
  if (typeof Office === 'undefined') return true
  return Office.context?.requirements?.isSetSupported('ExcelApi', version) === true
}
