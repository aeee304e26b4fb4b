import { fail, ok, type Result } from '../../base/result.ts'
import { address, parseAddress } from '../a1.ts'
import { byteOffsets } from './byteOffsets.ts'
import { csvText } from './csvValue.ts'
import { encodeText } from './encodeText.ts'
import type { CsvFile } from './readCsv.ts'
import { type CsvField, type CsvLine, fieldText } from './scanFields.ts'

export type CsvNotWritten =
  /** The file's encoding has no bytes for a character; the cell that would need it. */
  | { readonly tag: 'notEncodable'; readonly cell: string; readonly character: string }
  /** The file has bytes that mean nothing in its encoding: they cannot be left as they are and read. */
  | { readonly tag: 'damagedText' }

/**
 * The file with some cells changed, by address ("E7"), to the texts that they shall say. Encoding, mark, separator, quotes and
 * line ends stay as they are, and every byte of what is not changed. Cells beyond a line's end make it longer, rows beyond the
 * last one are appended. One thing is mended on the way: a field that begins with a quote which nothing closed is quoted
 * properly, since any further quote might close it.
 */
export function writeCsv(file: CsvFile, changes: ReadonlyMap<string, string>): Result<Uint8Array, CsvNotWritten> {
  const offsetOf = byteOffsets(file)
  if (!offsetOf) return fail({ tag: 'damagedText' })
  const parts: Uint8Array[] = []
  let done = 0
  for (const { start, end, text, cell } of replacementsOf(file, changes)) {
    const encoded = encodeText(text, file.encoding)
    if (!encoded.ok) return fail({ tag: 'notEncodable', cell, character: encoded.fault.character })
    parts.push(file.bytes.subarray(done, offsetOf(start)), encoded.value)
    done = offsetOf(end)
  }
  return ok(joined([...parts, file.bytes.subarray(done)]))
}

/** A stretch of the file's text that is replaced, for a cell. */
interface Replacement {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly cell: string
}

/** What a line of the file is to say in some of its columns. */
type Wanted = ReadonlyMap<number, string>

function replacementsOf(file: CsvFile, changes: ReadonlyMap<string, string>): readonly Replacement[] {
  const rows = new Map<number, Map<number, string>>()
  for (const [cell, text] of changes) {
    const at = parseAddress(cell)
    if (at) rows.set(at.row, (rows.get(at.row) ?? new Map<number, string>()).set(at.column, text))
  }
  const quote = quoting(file)
  const inLines = file.lines.flatMap((line, r) => {
    const wanted = rows.get(r + 1)
    return wanted ? lineReplacements({ file, line, row: r + 1, quote }, wanted) : []
  })
  const found = [...inLines, ...rowsBehind(file, rows, quote)].map((one) =>
    joinsLineEnds(file.text, one) ? { ...one, text: `""${one.text}` } : one,
  )
  if (found.length === 0) return found
  const places = new Set(found.map(({ start, end }) => (end > start ? start : -1)))
  const mended = looseQuotes(file, quote).filter(({ start }) => !places.has(start))
  return mended.length === 0 ? found : [...found, ...mended].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Whether nothing, or a blank line, comes between a CR and an LF that end two lines: together they would end one. */
const joinsLineEnds = (whole: string, { start, end, text }: Replacement): boolean =>
  whole[start - 1] === '\r' && `${text}${whole[end] ?? ''}`.startsWith('\n')

/** Fields that begin with a quote without being quoted, as they should be written. */
const looseQuotes = ({ text, lines }: CsvFile, quote: Quote): readonly Replacement[] =>
  lines.flatMap(({ fields }, r) =>
    fields.flatMap((field, c) => {
      const { start, end, quoted } = field
      if (quoted || text[start] !== '"') return []
      return [{ start, end, text: quote(fieldText(text, field), field), cell: address(r + 1, c + 1) }]
    }),
  )

interface PlaceOfLine {
  readonly file: CsvFile
  readonly line: CsvLine
  readonly row: number
  readonly quote: Quote
}

function lineReplacements({ file, line, row, quote }: PlaceOfLine, wanted: Wanted): readonly Replacement[] {
  const columns = [...wanted.keys()].sort((a, b) => a - b)
  const found = columns.flatMap((column): Replacement[] => {
    const field = line.fields[column - 1]
    if (!field) return []
    const before = fieldText(file.text, field)
    const text = csvText(wanted.get(column) ?? '', before)
    return text === before ? [] : [{ start: field.start, end: field.end, text: quote(text, field), cell: address(row, column) }]
  })
  const last = columns.at(-1) ?? 0
  const missing = last - line.fields.length
  if (missing <= 0) return found
  const end = line.fields.at(-1)?.end ?? 0
  const texts = Array.from({ length: missing }, (_, index) => quote(wanted.get(line.fields.length + 1 + index) ?? ''))
  const text = texts.map((one) => file.separator + one).join('')
  return [...found, { start: end, end, text, cell: address(row, last) }]
}

/** Lines for the rows behind the last one, ending as the others do: with a line end, or without one. */
function rowsBehind({ lines, text, separator }: CsvFile, rows: ReadonlyMap<number, Wanted>, quote: Quote): readonly Replacement[] {
  const lineEnd = lines.find((line) => line.lineEnd !== '')?.lineEnd ?? '\r\n'
  const isOpen = lines.at(-1)?.lineEnd === ''
  const last = Math.max(0, ...rows.keys())
  return Array.from({ length: Math.max(0, last - lines.length) }, (_, index) => {
    const row = lines.length + 1 + index
    const wanted: Wanted = rows.get(row) ?? new Map()
    const width = Math.max(1, ...wanted.keys())
    const line = Array.from({ length: width }, (_cell, column) => quote(wanted.get(column + 1) ?? '')).join(separator)
    return { start: text.length, end: text.length, text: isOpen ? lineEnd + line : line + lineEnd, cell: address(row, width) }
  })
}

/** A text as a field; `before` is the field that it replaces. */
type Quote = (text: string, before?: CsvField) => string

/** Quotes what was quoted, what needs it, and everything where the file does so with all that it says. */
function quoting({ lines, separator }: CsvFile): Quote {
  const filled = lines.flatMap(({ fields }) => fields.filter(({ start, end }) => end > start))
  const quotesAll = filled.length > 0 && filled.every(({ quoted }) => quoted)
  return (text, before) => {
    const needed = text.includes(separator) || /^"|[\r\n]/.test(text)
    const wanted = needed || (before && before.end > before.start ? before.quoted : quotesAll && text !== '')
    return wanted ? `"${text.replaceAll('"', '""')}"` : text
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
