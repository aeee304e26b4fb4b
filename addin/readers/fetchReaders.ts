import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { ReaderMissing, Readers } from '../ports/readers.ts'

/** The readers as chunks of the built pane; what was fetched once is not fetched again. */
export const fetchReaders: Readers = {
  sheet: () => fetched(async () => (await import('../../shared/pipeline/readSheet.ts')).readSheet),
  register: () =>
    fetched(async () => {
      const [sheet, file] = await Promise.all([
        import('../../shared/register/sheet/readRegisterSheet.ts'),
        import('../../shared/register/readRegisterFile.ts'),
      ])
      return { readSheet: sheet.readRegisterSheet, readFile: file.readRegisterFile }
    }),
}

async function fetched<T>(load: () => Promise<T>): Promise<Result<T, ReaderMissing>> {
  try {
    return ok(await load())
  } catch {
    return fail({ tag: 'readerMissing' })
  }
}
