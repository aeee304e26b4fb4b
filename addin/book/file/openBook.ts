import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import type { BookContent } from '../sheetContent.ts'
import { takeKept } from './keptParts.ts'
import { lostParts } from './lostParts.ts'
import { takeNames } from './names.ts'
import { readWorkbook } from './readWorkbook.ts'
import { chineseFormats, readValidations } from './sheetXml.ts'
import { takeTables } from './tables.ts'
import { attribute } from './xml.ts'

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
  const activeTab = await shownFirst(zip)
  const kept = await takeKept(zip)
  await chineseFormats(zip)
  const workbook = new ExcelJS.Workbook()
  const prepared = await zip.generateAsync({ type: 'arraybuffer', compression: 'STORE' })
  await workbook.xlsx.load(prepared, { ignoreNodes: ['dataValidations', 'autoFilter', 'tableParts', 'drawing', 'picture'] })
  return { content: readWorkbook(workbook, { names, tables, validations, kept, activeTab }), lost: [...lost, ...kept.lost] }
}

/** The place of the sheet that is shown first, chart sheets counted. */
async function shownFirst(zip: JSZip): Promise<number> {
  const [view] = /<workbookView\b[^>]*>/.exec((await zip.file('xl/workbook.xml')?.async('string')) ?? '') ?? []
  return Number(attribute(view ?? '', 'activeTab'))
}
