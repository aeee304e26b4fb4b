import './exceljsTypes.ts'
import JSZip from 'jszip'
import type { Book } from './book.ts'
import { writeValidations } from './sheetXml.ts'

/** The workbook as .xlsx, its sheets in the order of the tabs. */
export async function saveBook(book: Book, validations: ReadonlyMap<string, string>): Promise<Uint8Array> {
  for (const [i, sheet] of book.sheets.entries()) sheet.worksheet.orderNo = i
  const written = await book.workbook.xlsx.writeBuffer()
  const zip = await JSZip.loadAsync(written)
  await writeValidations(zip, validations)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
