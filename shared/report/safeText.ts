/** A reported text made fit for a document: its paragraphs, and how many characters were left out that no document takes. */
export interface SafeText {
  readonly paragraphs: readonly string[]
  readonly dropped: number
}

/** Control characters other than tabs and line breaks, and halves of surrogate pairs: XML takes neither. */
const NOT_IN_XML = '(?![\\t\\n\\v\\f\\r\\u0085])\\p{Cc}|\\p{Cs}'
/** Marks that turn the direction of writing: they make a text read otherwise than it is stored. */
const DIRECTION = '[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]'
/** Code points that are never characters; XML refuses the last two as well. */
const NO_CHARACTER = '[\\uFDD0-\\uFDEF\\uFFFE\\uFFFF]'
const UNFIT = new RegExp(`${NOT_IN_XML}|${DIRECTION}|${NO_CHARACTER}`, 'gu')

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
