import wasm from '@ironcalc/wasm/wasm_bg.wasm?url'
import ExcelJS from 'exceljs'
import { Book } from '../book/book.ts'
import { FormulaEngine, startFormulaEngine } from '../book/formulaEngine.ts'
import { openBook } from '../book/openBook.ts'
import { saveBook } from '../book/saveBook.ts'

/** A workbook that is open, and how it becomes a file again. */
export interface OpenDocument {
  readonly book: Book
  /** What a saved file leaves out, in words. */
  readonly lost: readonly string[]
  save(): Promise<Uint8Array>
}

const EMPTY = () => ({ workbook: new ExcelJS.Workbook(), validations: new Map<string, string>(), lost: [] })

let started: Promise<void> | undefined

/** Opens the bytes of an .xlsx, or an empty workbook where there are none. Throws where they are no .xlsx. */
export async function openDocument(bytes: ArrayBuffer | undefined, name: string): Promise<OpenDocument> {
  started ??= startFormulaEngine(wasm)
  await started
  const { workbook, validations, lost } = bytes ? await openBook(bytes) : EMPTY()
  const book = new Book(workbook, name, new FormulaEngine())
  return { book, lost, save: () => saveBook(book, validations) }
}
