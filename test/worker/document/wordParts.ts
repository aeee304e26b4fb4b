import { unzipSync } from 'fflate'
import { XmlDocument, XmlElement } from 'libxml2-wasm'

/** Every part of a .docx as text, hidden ones among them. */
export const partsOf = (docx: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(docx)).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]))

/** A paragraph as a reader of Word files has it. */
export interface WordParagraph {
  /** "Heading1"; empty for one without a style. */
  readonly style: string
  readonly keepNext: boolean
  readonly text: string
}

const WORD = { w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' }

/** The paragraphs of a .docx outside and inside tables, read by an XML library. */
export function outlineOf(docx: Uint8Array): readonly WordParagraph[] {
  const document = XmlDocument.fromString(partsOf(docx)['word/document.xml'] ?? '')
  const paragraphs = document.find('//w:p', WORD).filter((node) => node instanceof XmlElement)
  const outline = paragraphs.map((paragraph) => ({
    style: paragraph.get('w:pPr/w:pStyle/@w:val', WORD)?.content ?? '',
    keepNext: paragraph.get('w:pPr/w:keepNext', WORD) !== null,
    text: paragraph
      .find('.//w:t', WORD)
      .map((one) => one.content)
      .join(''),
  }))
  document.dispose()
  return outline
}
