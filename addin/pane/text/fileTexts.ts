import type { CsvEncoding } from '../../../shared/grid/csv/csvEncoding.ts'
import type { CsvNotWritten } from '../../../shared/grid/csv/writeCsv.ts'
import type { FileFault } from '../../../shared/grid/files/fileFault.ts'

/** What is said of files, in one language. Not a part of `Texts`: only those who open files fetch it. */
export interface FileTexts {
  /** Why a file cannot be read: what it is, and what to do. */
  fault(fault: FileFault): string
  /** Names of encodings, where a person chooses the one that reads right. */
  readonly encodings: Readonly<Record<CsvEncoding, string>>
  /** Why a text with separators cannot be saved as it was, and what to do. */
  notWritten(fault: CsvNotWritten, encoding: CsvEncoding): string
}
