import { fail, ok, type Result } from '../../shared/base/result.ts'
import { withTimeout } from '../patience/withTimeout.ts'
import type { ReaderMissing, Readers } from '../ports/readers.ts'

/** Half of the pane's code over a bad line; where it takes longer, the person is asked. */
const PATIENCE_MS = 60_000

/** The readers as chunks of the built pane; what was fetched once is not fetched again. */
export const fetchReaders: Readers = {
  sheet: () => fetched(async () => (await import('../../shared/pipeline/readSheet.ts')).readSheet),
  gaps: () => fetched(async () => (await import('../../shared/consolidation/gapsOf.ts')).gapsOf),
  register: () =>
    fetched(async () => {
      const [sheet, file, remarks] = await Promise.all([
        import('../../shared/register/sheet/readRegisterSheet.ts'),
        import('../../shared/register/readRegisterFile.ts'),
        import('../../shared/register/registerRemarks.ts'),
      ])
      return { readSheet: sheet.readRegisterSheet, readFile: file.readRegisterFile, remarksOn: remarks.registerRemarks }
    }),
}

async function fetched<T>(load: () => Promise<T>): Promise<Result<T, ReaderMissing>> {
  try {
    return ok(await withTimeout(load(), PATIENCE_MS, () => new Error('no answer')))
  } catch {
    return fail({ tag: 'readerMissing' })
  }
}
