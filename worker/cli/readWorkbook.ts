import type { Result } from '../../shared/base/result.ts'
import type { Grid } from '../../shared/grid/grid.ts'
import type { XlsxFault } from '../../shared/grid/xlsx/fault.ts'
import { readXlsx } from '../../shared/grid/xlsx/readXlsx.ts'

/** The sheets of a file as grids. A promise, for a format may need a library that is loaded when there is one to read. */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<readonly Grid[], XlsxFault>> {
  return readXlsx(bytes)
}
