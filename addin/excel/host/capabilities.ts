import type { WorkbookCapabilities } from '../../ports/workbook.ts'

/** The oldest API the add-in runs on: Excel 2021 LTSC. Older hosts get a page that says so. */
const REQUIRED = '1.14'
/** Range areas and row properties, which marks and hidden rows stand on. */
const CONDITIONAL_FORMATS = '1.9'

/** What this Excel can do. Where there is no `Office` (tests in Node), the client library itself decides. */
export function readCapabilities(): WorkbookCapabilities {
  return { supported: hasExcelApi(REQUIRED), conditionalFormats: hasExcelApi(CONDITIONAL_FORMATS) }
}

/** Whether a link can be opened in the person's own browser instead of a window without address bar. */
export const canOpenBrowser = (): boolean =>
  typeof Office !== 'undefined' &&
  Office.context?.requirements?.isSetSupported('OpenBrowserWindowApi', '1.1') === true &&
  typeof Office.context.ui?.openBrowserWindow === 'function'

/** A requirement set that is declared, and whose methods are really there. */
function hasExcelApi(version: string): boolean {
  if (typeof Excel === 'undefined' || typeof Excel.Range?.prototype?.getRowProperties !== 'function') return false
  // The client library of a host that is played in Node declares no requirement sets.
  if (typeof Office === 'undefined') return true
  return Office.context?.requirements?.isSetSupported('ExcelApi', version) === true
}
