import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import type { BookContent } from '../book/sheetContent.ts'
import { lostParts } from './lostParts.ts'
import { takeNames } from './names.ts'
import { readWorkbook } from './readWorkbook.ts'
import { chineseFormats, readValidations } from './sheetXml.ts'
import { takeTables } from './tables.ts'

/** A file that was opened. */
export interface OpenedFile {
  readonly content: BookContent
  /** What saving leaves out, in words. */
  readonly lost: readonly string[]
}

/** Reads an .xlsx. Throws where the bytes are no .xlsx. */
export async function openBook(bytes: ArrayBuffer | Uint8Array): Promise<OpenedFile> {
  const zip = await JSZip.loadAsync(bytes)
  const validations = await readValidations(zip)
  const lost = await lostParts(zip)
  const tables = await takeTables(zip)
  const names = await takeNames(zip)
  await chineseFormats(zip)
  const workbook = new ExcelJS.Workbook()
  const prepared = await zip.generateAsync({ type: 'arraybuffer', compression: 'STORE' })
  await workbook.xlsx.load(prepared, { ignoreNodes: ['dataValidations', 'autoFilter', 'tableParts'] })
  return { content: readWorkbook(workbook, { names, tables, validations }), lost }
}
