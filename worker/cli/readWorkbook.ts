import type { Result } from '../../shared/base/result.ts'
import type { Grid } from '../../shared/grid/grid.ts'
import { readXlsx, type XlsxFault } from '../../shared/grid/readXlsx.ts'

/** The sheets of an .xlsx file. The library is loaded when there is one to read: it costs more than reading a JSON grid. */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<readonly Grid[], XlsxFault>> {
  const { default: ExcelJS } = await import('exceljs')
  return readXlsx(bytes, () => new ExcelJS.Workbook())
}
