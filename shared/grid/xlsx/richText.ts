import { unescapeText } from '../unescapeText.ts'
import type { XmlTags } from './xmlTags.ts'

/**
 * The text of the element that was just opened (`si`, `is`), its runs in a row, and goes on to the tag that closes it.
 * Readings of Chinese or Japanese signs (`rPh`) are no part of it. White space at the ends is retained, whether or not
 * `xml:space` says so: a reader of sheets does not mind it, and a program that forgot the word meant it.
 */
export function richText(tags: XmlTags): string {
  if (tags.isEmpty) return ''
  const outside = tags.depth - 1
  let text = ''
  while (tags.next() && tags.depth > outside) {
    if (tags.opens('t')) text += tags.characters()
    else if (tags.opens('rPh') || tags.opens('rPr')) tags.skip()
  }
  return unescapeText(text)
}
