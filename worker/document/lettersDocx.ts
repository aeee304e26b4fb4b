import { TextRun } from 'docx'
import { safeText } from '../../shared/report/safeText.ts'
import type { DocumentLetter } from '../../shared/wire/document.ts'
import { officialDocx, officialParagraph } from './officialDocx.ts'
import { bodyParagraph } from './reportDocx.ts'

/**
 * Texts to units as a .docx with a page for each: the unit at the left edge, below it its own text and nobody else's. Without
 * one it has a page that says so in the words of `none`.
 */
export function lettersDocx(title: string, letters: readonly DocumentLetter[], none: string): Promise<Uint8Array> {
  const pages = letters.flatMap(({ text }, index) => {
    const [to = '', ...paragraphs] = safeText(text).paragraphs
    return [
      officialParagraph({ pageBreakBefore: index > 0, keepNext: true, children: [new TextRun(to)] }),
      ...paragraphs.map((paragraph) => bodyParagraph(new TextRun(paragraph))),
    ]
  })
  return officialDocx({ title, properties: {}, children: pages.length === 0 ? [bodyParagraph(new TextRun(none))] : pages })
}
