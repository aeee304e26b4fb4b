import { Book } from '../../book/book.ts'
import { openBook } from '../../book/file/openBook.ts'
import type { FormulaEngine } from '../../book/formulaEngine.ts'
import { saveBook } from '../../book/save/saveBook.ts'
import { withTimeout } from '../../patience/withTimeout.ts'
import type { Workbook } from '../../ports/workbook.ts'
import { bookWorkbook } from '../workbook/bookWorkbook.ts'
import { isMarked, unmarkSheet } from '../workbook/markSheet.ts'
import { type ShownSheet, type ShowOptions, showSheet } from './showSheet.ts'
import { EVERYWHERE, type UncomputedCell, uncomputedCells } from './uncomputedCells.ts'

/** A file that is open on the page. */
export interface OpenSheet extends ShownSheet {
  readonly workbook: Workbook
  /** Whether marks of ours were in the file. */
  readonly cameMarked: boolean
  /** What saving leaves out, in words. */
  readonly lost: readonly string[]
  /** The file's bytes now, with our marks in it or without. */
  save(withMarks: boolean): Promise<Uint8Array>
  /** Hears of every change of what would be saved, with the formulas whose results do not follow it; marks are no change. */
  onChanged(listener: (uncomputed: readonly UncomputedCell[]) => void): void
}

/** Results of formulas are worth a wait; without them the sheet is read and reported all the same. */
const ENGINE_MS = 20_000

/** Opens the bytes of a workbook and shows it. Throws where they are none. */
export async function openSheet(bytes: ArrayBuffer, name: string, options: ShowOptions): Promise<OpenSheet> {
  const [{ content, lost }, engine] = await Promise.all([openBook(bytes), fetchEngine()])
  const book = new Book(content, name, engine)
  return {
    ...showSheet(book, options),
    workbook: bookWorkbook(book),
    cameMarked: book.sheets.some(isMarked),
    lost,
    save: async (withMarks) => (withMarks ? saveBook(book) : saveUnmarked(book)),
    onChanged: (listener) => {
      const edited = uncomputedCells(book)
      book.listen((event) => {
        // rows that came or went have moved what else was changed
        if (event.kind === 'edited') listener(edited(event.sheet, event.change === undefined ? event.area : EVERYWHERE))
        if (event.kind === 'added' || event.kind === 'deleted') listener(edited(event.sheet, EVERYWHERE))
      })
    },
  }
}

/** The engine that computes formulas; undefined where it does not come, or this browser cannot run it. */
async function fetchEngine(): Promise<FormulaEngine | undefined> {
  try {
    const start = async () => (await import('./startEngine.ts')).startEngine()
    return await withTimeout(start(), ENGINE_MS, () => new Error('no answer'))
  } catch (error) {
    console.error(error)
    return undefined
  }
}

/** The marks are off while the file is made, and on again afterwards: nothing is drawn in between. */
function saveUnmarked(book: Book): Uint8Array {
  const before = book.sheets.map((sheet) => ({ sheet, rules: sheet.content.rules }))
  for (const { sheet } of before) unmarkSheet(sheet)
  const bare = new Map(before.map(({ sheet }) => [sheet, sheet.content.rules]))
  try {
    return saveBook(book)
  } finally {
    // what was marked meanwhile is later than what was there before
    for (const { sheet, rules } of before) if (sheet.content.rules === bare.get(sheet)) sheet.content.rules = rules
  }
}
