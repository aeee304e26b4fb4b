import { unescapeText } from '../../../shared/grid/unescapeText.ts'
import type { TextRun } from '../cell.ts'
import { readRunFont } from './readStyles.ts'
import { childOf, inside, type Piece, rootOf, textOf } from './xml.ts'

/** A text of a cell; with fonts of its own where it has them. */
export interface FileText {
  readonly value: string
  readonly runs?: readonly TextRun[]
}

/** The texts that cells of a file share, by number. */
export const readStrings = (xml: string): readonly FileText[] => inside(xml, rootOf(xml)).map((piece) => readText(xml, piece))

/** A text in an element: its own, or of stretches. How it is pronounced is no part of it. */
export function readText(xml: string, piece: Piece): FileText {
  const parts = inside(xml, piece)
  if (!parts.some(({ name }) => name === 'r')) {
    return { value: parts.flatMap((one) => (one.name === 't' ? [unescapeText(textOf(xml, one))] : [])).join('') }
  }
  const runs = parts.flatMap((one) => (one.name === 'r' ? [readRun(xml, one)] : one.name === 't' ? [{ text: textOf(xml, one) }] : []))
  const value = runs.map(({ text }) => text).join('')
  return value === '' ? { value } : { value, runs }
}

function readRun(xml: string, piece: Piece): TextRun {
  const font = childOf(xml, piece, 'rPr')
  const text = unescapeText(textOf(xml, childOf(xml, piece, 't')))
  return { text, ...(font ? { font: readRunFont(xml, font) } : {}) }
}
