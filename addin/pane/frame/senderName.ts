import { onBehalfEn } from '../text/onBehalfEn.ts'
import type { OnBehalfTexts } from '../text/onBehalfTexts.ts'
import { onBehalfZhCN } from '../text/onBehalfZhCN.ts'
import type { Texts } from '../text/texts.ts'

/** The words for what was sent on behalf: fetched with what shows it. */
export const onBehalfWords = ({ language }: Pick<Texts, 'language'>): OnBehalfTexts => (language === 'en' ? onBehalfEn : onBehalfZhCN)

/** Who wrote a version of a row, under the name that tells people apart; what the office sent for the unit is called so. */
export const senderName = (texts: Pick<Texts, 'language'>, { onBehalf }: { readonly onBehalf: boolean }, name: string): string =>
  onBehalf ? onBehalfWords(texts).sender(name) : name
