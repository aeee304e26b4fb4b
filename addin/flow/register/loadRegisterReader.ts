import { fail, ok, type Result } from '../../../shared/base/result.ts'
import type { readRegisterFile } from '../../../shared/register/readRegisterFile.ts'
import type { readRegisterSheet } from '../../../shared/register/sheet/readRegisterSheet.ts'

export interface RegisterReader {
  readonly readSheet: typeof readRegisterSheet
  readonly readFile: typeof readRegisterFile
}

/** The reader of registers, which administrators alone need, fetched when they do. */
export async function loadRegisterReader(): Promise<Result<RegisterReader, { readonly tag: 'readerMissing' }>> {
  try {
    const [sheet, file] = await Promise.all([
      import('../../../shared/register/sheet/readRegisterSheet.ts'),
      import('../../../shared/register/readRegisterFile.ts'),
    ])
    return ok({ readSheet: sheet.readRegisterSheet, readFile: file.readRegisterFile })
  } catch {
    return fail({ tag: 'readerMissing' })
  }
}
