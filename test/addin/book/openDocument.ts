import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Workbook } from 'exceljs'
import { Book } from '../../../addin/book/book.ts'
import { openBook } from '../../../addin/book/file/openBook.ts'
import { FormulaEngine, startFormulaEngine } from '../../../addin/book/formulaEngine.ts'
import { saveBook } from '../../../addin/book/save/saveBook.ts'

const require = createRequire(import.meta.url)
let started: Promise<void> | undefined

export interface OpenedDocument {
  readonly book: Book
  save(): Promise<Uint8Array>
}

/** Opens the bytes of an .xlsx as the preview does. */
export async function openBytes(bytes: ArrayBuffer | Uint8Array): Promise<OpenedDocument> {
  started ??= startFormulaEngine(readFileSync(require.resolve('@ironcalc/wasm/wasm_bg.wasm')))
  await started
  const { content } = openBook(bytes)
  const book = new Book(content, 'test.xlsx', new FormulaEngine())
  return { book, save: async () => saveBook(book) }
}

/** Saves a workbook made with ExcelJS and opens its file. */
export const openWorkbook = async (workbook: Workbook): Promise<OpenedDocument> =>
  openBytes((await workbook.xlsx.writeBuffer()) as ArrayBuffer)
