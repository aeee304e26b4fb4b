import type { RecognizedColumn } from '../../record/reading.ts'
import type { SheetView } from '../view/sheetView.ts'
import { timelessHeading } from './headingWords.ts'

/** The headings of a table, as a layout is known by them. */
export interface HeadedColumns {
  readonly view: SheetView
  /** The first and last row of headings. */
  readonly top: number
  readonly bottom: number
  readonly columns: readonly RecognizedColumn[]
}

/**
 * The fingerprint of a table's layout: of the headings over its columns in their order, times and numbers named by their
 * kind, and of the merges among them. Where in the sheet the table begins, how many rows it has and what is in its cells do
 * not matter. 16 hexadecimal digits, from which no heading can be read; "" where no column has a heading.
 */
export function layoutOf({ view, top, bottom, columns }: HeadedColumns): string {
  const headed = columns.filter(({ header }) => header !== '')
  const left = headed[0]?.column
  const right = headed.at(-1)?.column
  if (left === undefined || right === undefined) return ''
  const merges = view
    .mergesIn(top, bottom)
    .filter((area) => area.right >= left && area.left <= right)
    .map((area) => [Math.max(area.top, top) - top, area.left - left, Math.min(area.bottom, bottom) - top, area.right - left].join())
    .sort()
  return hashOf(JSON.stringify([headed.map(({ header, column }) => [column - left, timelessHeading(header)]), merges]))
}

const OFFSET = 0xcbf29ce484222325n
const PRIME = 0x100000001b3n
const MASK = 0xffffffffffffffffn

/** FNV-1a of 64 bits over UTF-16 units: equal texts have equal hashes, and others hardly ever. */
function hashOf(text: string): string {
  let hash = OFFSET
  for (let at = 0; at < text.length; at++) hash = ((hash ^ BigInt(text.charCodeAt(at))) * PRIME) & MASK
  return hash.toString(16).padStart(16, '0')
}
