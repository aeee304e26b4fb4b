import type { CsvEncoding } from '../../../shared/grid/csv/csvEncoding.ts'
import type { CsvChoice, EncodingUnclear } from '../../../shared/grid/csv/readCsv.ts'
import type { CsvNotWritten } from '../../../shared/grid/csv/writeCsv.ts'
import type { FileFault } from '../../../shared/grid/files/fileFault.ts'
import type { PickedFile } from '../file/pickedFile.ts'
import type { OpenSheet } from '../sheet/openSheet.ts'
import type { UncomputedCell } from '../sheet/uncomputedCells.ts'

/** What the page says above the sheet, one thing at a time. */
export type Notice =
  | { readonly tag: 'notOpened'; readonly name: string; readonly fault: Exclude<FileFault, { tag: 'encodingUnclear' }> }
  /** Which of the readings of a text is the right one. */
  | { readonly tag: 'encodingUnclear'; readonly picked: PickedFile; readonly candidates: EncodingUnclear['candidates'] }
  /** A text has no way to write what a cell says. */
  | { readonly tag: 'notWritable'; readonly fault: CsvNotWritten; readonly encoding: CsvEncoding }
  /** The file is saved as another one, which lacks what was not read of it. */
  | { readonly tag: 'savesBeside'; readonly name: string }
  /** The code that opens files could not be fetched. */
  | { readonly tag: 'notFetched'; readonly picked: PickedFile }
  /** A cell could not be changed, and why. */
  | { readonly tag: 'refused'; readonly sentence: string }
  | { readonly tag: 'changedElsewhere' }
  | { readonly tag: 'wouldOverwrite' }
  | { readonly tag: 'notAllowed' }
  | { readonly tag: 'notWritten' }
  /** The file could not be read from where it lies. */
  | { readonly tag: 'notRead'; readonly name: string }
  /** A bug of ours: no file could be made of the workbook. */
  | { readonly tag: 'notMade' }
  | { readonly tag: 'downloaded'; readonly name: string }
  /** Saving leaves something out, which the person has not accepted yet. */
  | { readonly tag: 'lost'; readonly what: readonly string[] }
  /** Another file is to be opened over unsaved changes; null asks for it first. */
  | { readonly tag: 'unsaved'; readonly next: PickedFile | null }

/** The file that is open, as the bar shows it. */
export interface OpenFile {
  readonly name: string
  readonly sheet: OpenSheet
  /** What a person said of a text whose encoding was in doubt. */
  readonly choice: CsvChoice
  /** Where it is read again, and where it is saved: null where the browser gives no way back to it, or it is not to be written over. */
  readonly source: FileSystemFileHandle | null
  readonly handle: FileSystemFileHandle | null
}

/** What is true of the page. */
export interface PageState {
  /** The name of the file that is being opened. */
  readonly opening: string | null
  readonly open: OpenFile | null
  readonly saving: 'saved' | 'changed' | 'saving'
  /** Whether the saved file has our marks in its cells. */
  readonly withMarks: boolean
  readonly notice: Notice | null
  /** Formulas whose results do not follow what was changed. */
  readonly uncomputed: readonly UncomputedCell[]
  /** A file is dragged over the page. */
  readonly dragged: boolean
  /** The address of the pane; another `turn` is another pane. */
  readonly pane: { readonly address: string; readonly turn: number }
}
