import wasm from '@ironcalc/wasm/wasm_bg.wasm?url'
import { Book } from '../book.ts'
import { openBook } from '../file/openBook.ts'
import { FormulaEngine, startFormulaEngine } from '../formulaEngine.ts'
import { saveBook } from '../save/saveBook.ts'
import { emptyBook } from '../sheetContent.ts'

/** A workbook that is open, and how it becomes a file again. */
export interface OpenDocument {
  readonly book: Book
  /** What a saved file leaves out, in words. */
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
    get lost() {
      return lostNow(book, lost)
    },
    save: async () => saveBook(book),
  }
}

/** What a file loses that is saved now: charts that were made since among it. */
function lostNow(book: Book, lost: readonly string[]): readonly string[] {
  const made = book.sheets.reduce((sum, { content }) => sum + content.charts.length, 0)
  return made > 0 ? [`新建的图表 ${made}`, ...lost] : lost
}
