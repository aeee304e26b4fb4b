import type { Result } from '../../shared/base/result.ts'
import type { gapsOf } from '../../shared/consolidation/gapsOf.ts'
import type { readSheet } from '../../shared/pipeline/readSheet.ts'
import type { readRegisterFile } from '../../shared/register/readRegisterFile.ts'
import type { registerRemarks } from '../../shared/register/registerRemarks.ts'
import type { readRegisterSheet } from '../../shared/register/sheet/readRegisterSheet.ts'

export type ReadSheet = typeof readSheet

/** Reads a register from the grid of a sheet, or from the text of a JSON file. */
export interface RegisterReader {
  readonly readSheet: typeof readRegisterSheet
  readonly readFile: typeof readRegisterFile
  /** What a person should look at in a register that was read. */
  readonly remarksOn: typeof registerRemarks
}

/** The code of a reader could not be fetched: there is no connection, or the server was renewed since the pane was opened. */
export interface ReaderMissing {
  readonly tag: 'readerMissing'
}

/** Readers, fetched apart so that the pane opens without waiting for them. */
export interface Readers {
  /** The reader of sheets, half of the pane's code. */
  sheet(): Promise<Result<ReadSheet, ReaderMissing>>
  /** What finds gaps in a unit's report. */
  gaps(): Promise<Result<typeof gapsOf, ReaderMissing>>
  /** The reader of registers, which administrators alone need. */
  register(): Promise<Result<RegisterReader, ReaderMissing>>
}
