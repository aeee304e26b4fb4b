import { ok, type Result } from '../../../shared/base/result.ts'
import type { CsvEncoding } from '../../../shared/grid/csv/csvEncoding.ts'
import type { CsvChoice } from '../../../shared/grid/csv/readCsv.ts'
import type { CsvNotWritten } from '../../../shared/grid/csv/writeCsv.ts'
import type { FileFault } from '../../../shared/grid/files/fileFault.ts'
import { Book } from '../../book/book.ts'
import type { FormulaEngine } from '../../book/formulaEngine.ts'
import { autofit } from '../../book/sheetSize.ts'
import { withTimeout } from '../../patience/withTimeout.ts'
import type { Workbook } from '../../ports/workbook.ts'
import { type FileKind, type OpenedFormat, openFormats } from '../formats/openFormats.ts'
import { bookWorkbook } from '../workbook/bookWorkbook.ts'
import { isMarked, unmarkSheet } from '../workbook/markSheet.ts'
import { type ShownSheet, type ShowOptions, showSheet } from './showSheet.ts'
import { EVERYWHERE, type UncomputedCell, uncomputedCells } from './uncomputedCells.ts'

/** A file that is open on the page. */
export interface OpenSheet extends ShownSheet {
  readonly kind: FileKind
  /** Of a text. */
  readonly encoding: CsvEncoding
  readonly workbook: Workbook
  /** Whether marks of ours were in the file. */
  readonly cameMarked: boolean
  /** What saving leaves out, in words. */
  readonly lost: readonly string[]
  /** The file's bytes now, with our marks in it or without; of a file that is neither .xlsx nor text, those of an .xlsx. */
  save(withMarks: boolean): Promise<Result<Uint8Array, CsvNotWritten>>
  /** Hears of every change of what would be saved, with the formulas whose results do not follow it; marks are no change. */
  onChanged(listener: (uncomputed: readonly UncomputedCell[]) => void): void
}

/** How a file is opened and shown. */
export interface OpenOptions extends ShowOptions {
  /** What a person said of a text that was in doubt. */
  readonly choice: CsvChoice
}

/** Results of formulas are worth a wait; without them the sheet is read and reported all the same. */
const ENGINE_MS = 20_000

/** Opens the bytes of a file and shows its sheets. */
export async function openSheet(bytes: Uint8Array, name: string, options: OpenOptions): Promise<Result<OpenSheet, FileFault>> {
  const [opened, engine] = await Promise.all([openFormats(bytes, name, options.choice), fetchEngine()])
  if (!opened.ok) return opened
  const { kind, encoding, content, lost } = opened.value
  const book = new Book(content, name, engine)
  if (kind !== 'xlsx') for (const sheet of book.sheets) autofit(sheet, EVERYWHERE)
  return ok({
    ...showSheet(book, options),
    kind,
    encoding,
    workbook: bookWorkbook(book),
    cameMarked: book.sheets.some(isMarked),
    lost,
    save: (withMarks) => (withMarks ? opened.value.save(book) : saveUnmarked(book, opened.value)),
    onChanged: (listener) => {
      const edited = uncomputedCells(book)
      book.listen((event) => {
        // rows that came or went have moved what else was changed
        if (event.kind === 'edited') listener(edited(event.sheet, event.change === undefined ? event.area : EVERYWHERE))
        if (event.kind === 'added' || event.kind === 'deleted') listener(edited(event.sheet, EVERYWHERE))
      })
    },
  })
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
async function saveUnmarked(book: Book, { save }: OpenedFormat): Promise<Result<Uint8Array, CsvNotWritten>> {
  const before = book.sheets.map((sheet) => ({ sheet, rules: sheet.content.rules }))
  for (const { sheet } of before) unmarkSheet(sheet)
  const bare = new Map(before.map(({ sheet }) => [sheet, sheet.content.rules]))
  try {
    return await save(book)
  } finally {
    // what was marked meanwhile is later than what was there before
    for (const { sheet, rules } of before) if (sheet.content.rules === bare.get(sheet)) sheet.content.rules = rules
  }
}
