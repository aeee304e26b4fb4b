import JSZip from 'jszip'
import type { Book } from '../book.ts'
import { putKept } from './keptParts.ts'
import { writeNames } from './names.ts'
import { writeSheetParts, writeTables } from './sheetXml.ts'
import { writeWorkbook } from './writeWorkbook.ts'

/** The workbook as .xlsx, its sheets in the order of the tabs. */
export async function saveBook(book: Book): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(await writeWorkbook(book).xlsx.writeBuffer())
  await writeSheetParts(zip, book)
  writeTables(zip, book)
  await putKept(zip, book)
  await writeNames(zip, book)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
