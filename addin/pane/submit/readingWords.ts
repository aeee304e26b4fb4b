import { readingEn } from '../text/readingEn.ts'
import type { ReadingTexts } from '../text/readingTexts.ts'
import { readingZhCN } from '../text/readingZhCN.ts'
import type { Texts } from '../text/texts.ts'

/** The words for how a sheet was understood, those that other screens have too among them. */
export const readingWords = (texts: Texts): Texts['reading'] & ReadingTexts => ({
  ...texts.reading,
  ...(texts.language === 'en' ? readingEn : readingZhCN),
})
