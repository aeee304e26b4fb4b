import { withTimeout } from '../../patience/withTimeout.ts'
import type { Texts } from './texts.ts'
import { zhCN } from './zh-CN.ts'

const PATIENCE_MS = 10_000

/** The sentences for a language tag; Chinese where a language has none, and where its own could not be fetched (`missing`). */
export async function loadTexts(
  language: string,
  // Most people here read Chinese: English is a chunk of its own.
  fetchEnglish: () => Promise<Texts> = async () => (await import('./en.ts')).en,
): Promise<{ readonly texts: Texts; readonly missing: boolean }> {
  if (!/^en\b/i.test(language)) return { texts: zhCN, missing: false }
  try {
    return { texts: await withTimeout(fetchEnglish(), PATIENCE_MS, () => new Error('no answer')), missing: false }
  } catch {
    return { texts: zhCN, missing: true }
  }
}
