import { strToU8, zipSync } from 'fflate'
import { fail, ok, type Result } from '../../base/result.ts'
import { decodeBytes } from '../format/decodeBytes.ts'
import type { Grid } from '../grid.ts'
import { catching } from '../xlsx/catching.ts'
import { PartFault } from '../xlsx/fault.ts'
import { neededText, openPackage } from '../xlsx/xlsxPackage.ts'
import { XmlTags } from '../xlsx/xmlTags.ts'
import { type FileFault, partFault } from './fileFault.ts'
import { readOtherBook } from './readOtherBook.ts'

/** The sheets of an OpenDocument file: a zip (.ods), or one text (.fods). */
export async function readOpenDocument(bytes: Uint8Array): Promise<Result<readonly Grid[], FileFault>> {
  const parts = bytes[0] === P ? zippedParts(bytes) : ok({ content: decodeBytes(bytes, 'utf-8'), styles: undefined })
  if (!parts.ok) return parts
  const { content, styles } = parts.value
  const rows = surveyRows(content)
  if (rows.places > MOST_PLACES) return fail({ tag: 'tooLarge', what: 'cells' })
  const read = await readOtherBook(styles === undefined ? mended(content) : zipOf({ content, styles }))
  if (!read.ok) return read
  return ok(read.value.map((grid, index) => ({ ...grid, hiddenRows: rowsWithin(rows.hidden[index] ?? [], grid.cells.length) })))
}

const P = 0x50

/** The library makes an object of each cell, and a copy of one that is repeated. */
const MOST_PLACES = 4_000_000

interface Parts {
  readonly content: string
  readonly styles: string | undefined
}

function zippedParts(bytes: Uint8Array): Result<Parts, FileFault> {
  const opened = openPackage(bytes)
  const parts = opened.ok
    ? catching((): Parts => {
        const files = opened.value
        if (files.text('META-INF/manifest.xml')?.includes('encryption-data')) throw new PartFault({ tag: 'encrypted' })
        return { content: neededText(files, 'content.xml'), styles: files.text('styles.xml') ?? '' }
      })
    : opened
  return parts.ok ? parts : fail(partFault(parts.fault))
}

/** With no more than the library wants to see: what else lies in the file has not been looked at. */
const zipOf = ({ content, styles = '' }: Parts): Uint8Array =>
  zipSync(
    { 'META-INF/manifest.xml': strToU8(MANIFEST), 'content.xml': strToU8(mended(content)), 'styles.xml': strToU8(mended(styles)) },
    { level: 0 },
  )
const MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'

/** Conditions within number formats, which the library can only complain of; and days without a length, which are short. */
const mended = (xml: string): string =>
  xml.replace(/<style:map\s[^<]*?>/g, '').replace(/<number:(day|hours|minutes|seconds)\s*\/>/g, '<number:$1 number:style="short"/>')

interface Survey {
  /** How many cells have content, those that are repeated each time. */
  readonly places: number
  /** The stretches of hidden rows of each table, first and last. */
  readonly hidden: readonly (readonly (readonly [first: number, last: number])[])[]
}

/** Counts what the library would make of a text, and finds what it does not say: which rows are hidden. */
function surveyRows(content: string): Survey {
  const tags = new XmlTags(content)
  const hidden: [number, number][][] = []
  let [places, row, repeated] = [0, 0, 1]
  while (tags.next()) {
    if (tags.isClosing) continue
    if (tags.is('table')) {
      hidden.push([])
      row = 0
    } else if (tags.is('table-row')) {
      repeated = countOf(tags.prefixedAttribute('number-rows-repeated'))
      if ((tags.prefixedAttribute('visibility') ?? 'visible') !== 'visible') hidden.at(-1)?.push([row + 1, row + repeated])
      row += repeated
    } else if (tags.is('table-cell') && (!tags.isEmpty || tags.prefixedAttribute('value-type') !== undefined)) {
      places += repeated * countOf(tags.prefixedAttribute('number-columns-repeated'))
    }
  }
  return { places, hidden }
}

const countOf = (repeated: string | undefined): number => Math.max(1, Math.trunc(Number(repeated ?? 1)) || 1)

/** Only rows that the sheet has: all those below are often hidden at once. */
const rowsWithin = (stretches: Survey['hidden'][number], rows: number): readonly number[] =>
  stretches.flatMap(([first, last]) => Array.from({ length: Math.max(0, Math.min(last, rows) - first + 1) }, (_, at) => first + at))
