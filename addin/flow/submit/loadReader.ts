import { fail, ok, type Result } from '../../../shared/base/result.ts'
import type { readSheet } from '../../../shared/pipeline/readSheet.ts'

export type ReadSheet = typeof readSheet

/**
 * The reader of sheets, half of the pane's code, fetched apart so that the pane opens without waiting for it. Where it
 * cannot be fetched there is no connection, or the server has been renewed since the pane was opened.
 */
export async function loadReader(): Promise<Result<ReadSheet, { readonly tag: 'readerMissing' }>> {
  try {
    return ok((await import('../../../shared/pipeline/readSheet.ts')).readSheet)
  } catch {
    return fail({ tag: 'readerMissing' })
  }
}
