import ExcelJS, { type Cell, type Workbook } from 'exceljs'
import JSZip from 'jszip'
import { lostParts } from './lostParts.ts'
import { chineseFormats, readValidations } from './sheetXml.ts'

/** A workbook, and per sheet name what ExcelJS cannot carry and saving puts back. */
export interface OpenedFile {
  readonly workbook: Workbook
  /** The sheet's `<dataValidations>` element as the file had it. */
  readonly validations: ReadonlyMap<string, string>
  /** What saving leaves out, in words. */
  readonly lost: readonly string[]
}

/**
 * Reads an .xlsx. Afterwards every date is a serial number and every formula is one of its own (not shared), so that cells
 * can be written one by one. Throws where the bytes are no .xlsx.
 */
export async function openBook(bytes: ArrayBuffer | Uint8Array): Promise<OpenedFile> {
  const zip = await JSZip.loadAsync(bytes)
  const validations = await readValidations(zip)
  const lost = await lostParts(zip)
  await chineseFormats(zip)
  const workbook = new ExcelJS.Workbook()
  const prepared = await zip.generateAsync({ type: 'arraybuffer', compression: 'STORE' })
  await workbook.xlsx.load(prepared, { ignoreNodes: ['dataValidations'] })
  const date1904 = workbook.properties.date1904 === true
  for (const worksheet of workbook.worksheets) {
    const formulas: [Cell, string][] = []
    worksheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.isMerged && cell.master !== cell) return
        if (cell.formula) formulas.push([cell, cell.formula])
        else if (cell.value instanceof Date) cell.value = serial(cell.value, date1904)
      })
    })
    for (const [cell, formula] of formulas) {
      // Undefined where the file has no result, whatever ExcelJS's types say.
      const result: Cell['result'] | null | undefined = cell.result
      if (result === undefined || result === null) cell.value = { formula }
      else cell.value = { formula, result: result instanceof Date ? serial(result, date1904) : result }
    }
  }
  return { workbook, validations, lost }
}

/** Days since the workbook's day 0, at the 15 digits a cell holds. */
function serial(date: Date, date1904: boolean): number {
  return Number((date.getTime() / 86_400_000 + 25_569 - (date1904 ? 1462 : 0)).toPrecision(15))
}
