/** A field of a text with separators; `start` and `end` are where it stands in the text, quotes included. */
export interface CsvField {
  readonly start: number
  readonly end: number
  /** Whether it stands in quotes. */
  readonly quoted: boolean
}

/** A line of fields: a line break inside quotes does not end it. */
export interface CsvLine {
  readonly fields: readonly CsvField[]
  /** "\r\n", "\n", "\r", or "" where the text ends. */
  readonly lineEnd: string
}

/**
 * Splits a text into lines and fields (RFC 4180, with every line end). A quote that is not closed before a separator, a line
 * end or the end of the text quotes nothing: it is a character like others, and swallows no lines.
 */
export function scanFields(text: string, separator: string, from = 0): readonly CsvLine[] {
  const lines: CsvLine[] = []
  let fields: CsvField[] = []
  let start = from
  while (start < text.length || fields.length > 0) {
    const quotedEnd = text[start] === '"' ? endOfQuoted(text, start, separator) : undefined
    const end = quotedEnd ?? endOfPlain(text, start, separator)
    fields.push({ start, end, quoted: quotedEnd !== undefined })
    if (text[end] === separator) {
      start = end + 1
      continue
    }
    const lineEnd = text[end] === '\r' && text[end + 1] === '\n' ? '\r\n' : (text[end] ?? '')
    lines.push({ fields, lineEnd })
    fields = []
    start = end + lineEnd.length
  }
  return lines
}

/** What a field says, without its quotes. */
export const fieldText = (text: string, { start, end, quoted }: CsvField): string =>
  quoted ? text.slice(start + 1, end - 1).replaceAll('""', '"') : text.slice(start, end)

/** Behind the quote that closes a field, where one does. */
function endOfQuoted(text: string, start: number, separator: string): number | undefined {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] === '"') continue
    return endsField(text[at + 1], separator) ? at + 1 : undefined
  }
  return undefined
}

function endOfPlain(text: string, start: number, separator: string): number {
  let at = start
  while (!endsField(text[at], separator)) at++
  return at
}

const endsField = (char: string | undefined, separator: string): boolean =>
  char === undefined || char === separator || char === '\n' || char === '\r'
