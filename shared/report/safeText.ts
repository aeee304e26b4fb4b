/** A reported text made fit for a document: its paragraphs, and how many characters no document can hold were left out. */
export interface SafeText {
  readonly paragraphs: readonly string[]
  readonly dropped: number
}

/** Control characters, direction overrides, noncharacters and halves of surrogate pairs: no XML or no reader takes them. */
const UNFIT = /(?![\t\n\v\f\r\u0085])\p{Cc}|\p{Cs}|[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFDD0-\uFDEF\uFFFE\uFFFF]/gu

/**
 * Splits a text at its line breaks, a table pasted as text too (a tab becomes a space), trims every line and drops empty
 * ones. Words are never changed.
 */
export function safeText(text: string): SafeText {
  let dropped = 0
  const fit = text.replace(UNFIT, () => {
    dropped++
    return ''
  })
  const paragraphs = fit
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => line.replaceAll('\t', ' ').trim())
    .filter((line) => line !== '')
  return { paragraphs, dropped }
}
