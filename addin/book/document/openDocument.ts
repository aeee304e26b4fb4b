import wasm from '@ironcalc/wasm/wasm_bg.wasm?url'
import { Book } from '../book.ts'
import { openBook } from '../file/openBook.ts'
import { FormulaEngine, startFormulaEngine } from '../formulaEngine.ts'
import { saveBook } from '../save/saveBook.ts'
import { emptyBook } from '../sheetContent.ts'

/** A workbook that is open, and how it becomes a file again. */
export interface OpenDocument {
  readonly book: Book
  /** What of the file does not hold any more once it is saved, in words. */
  readonly lost: readonly string[]
  save(): Promise<Uint8Array>
}

let started: Promise<void> | undefined

/** Opens the bytes of an .xlsx, or an empty workbook where there are none. Throws where they are no .xlsx. */
export async function openDocument(bytes: ArrayBuffer | undefined, name: string): Promise<OpenDocument> {
  started ??= startFormulaEngine(wasm)
  await started
  const { content, lost } = bytes ? openBook(bytes) : { content: emptyBook(), lost: [] }
  const book = new Book(content, name, new FormulaEngine())
  return {
    book,
    lost,
    save: async () => saveBook(book),
  }
}
