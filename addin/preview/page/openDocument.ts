import wasm from '@ironcalc/wasm/wasm_bg.wasm?url'
import ExcelJS from 'exceljs'
import { Book } from '../book/book.ts'
import { FormulaEngine, startFormulaEngine } from '../book/formulaEngine.ts'
import { openBook } from '../book/openBook.ts'
import { saveBook } from '../book/saveBook.ts'

/** A workbook that is open, and how it becomes a file again. */
export interface OpenDocument {
  readonly book: Book
  save(): Promise<Uint8Array>
}

let started: Promise<void> | undefined

/** Opens the bytes of an .xlsx, or an empty workbook where there are none. Throws where they are no .xlsx. */
export async function openDocument(bytes: ArrayBuffer | undefined, name: string): Promise<OpenDocument> {
  started ??= startFormulaEngine(wasm)
  await started
  const { workbook, validations } = bytes
    ? await openBook(bytes)
    : { workbook: new ExcelJS.Workbook(), validations: new Map<string, string>() }
  const book = new Book(workbook, name, new FormulaEngine())
  return { book, save: () => saveBook(book, validations) }
}
