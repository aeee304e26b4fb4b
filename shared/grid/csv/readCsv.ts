import { fail, ok, type Result } from '../../base/result.ts'
import { address } from '../a1.ts'
import { decodeBytes } from '../format/decodeBytes.ts'
import type { CellValue, Grid } from '../grid.ts'
import { type CsvEncoding, hasMark } from './csvEncoding.ts'
import { csvValue } from './csvValue.ts'
import { type EncodingCandidate, recognizeEncoding } from './recognizeEncoding.ts'
import { type CsvSeparator, namedSeparator, recognizeSeparator } from './recognizeSeparator.ts'
import { type CsvLine, fieldText, scanFields } from './scanFields.ts'

/** A text file with separators as it was read, and all that is needed to save it as it was. */
export interface CsvFile {
  readonly bytes: Uint8Array
  readonly encoding: CsvEncoding
  /** Whether it begins with a byte order mark. */
  readonly mark: boolean
  readonly separator: CsvSeparator
  /** Without the mark. */
  readonly text: string
  readonly lines: readonly CsvLine[]
}

/** The encoding of a file is not certain: a person has to say which of the samples is right. */
export interface EncodingUnclear {
  readonly tag: 'encodingUnclear'
  readonly candidates: readonly EncodingCandidate[]
}

/** What a person said of a file that was in doubt. */
export interface CsvChoice {
  readonly encoding?: CsvEncoding
  readonly separator?: CsvSeparator
}

/** Reads bytes as lines of fields. Never throws: bytes that mean nothing in the encoding become U+FFFD. */
export function readCsv(bytes: Uint8Array, choice: CsvChoice = {}): Result<CsvFile, EncodingUnclear> {
  const recognized = choice.encoding ? { encoding: choice.encoding } : recognizeEncoding(bytes)
  if ('candidates' in recognized) return fail({ tag: 'encodingUnclear', candidates: recognized.candidates })
  const { encoding } = recognized
  const text = decodeBytes(bytes, encoding).replace(/^\uFEFF/, '')
  const named = namedSeparator(text)
  const separator = choice.separator ?? named?.separator ?? recognizeSeparator(text)
  const lines = scanFields(text, separator, named?.length)
  return ok({ bytes, encoding, mark: hasMark(bytes, encoding), separator, text, lines })
}

/** The file as a sheet: a line a row. Numbers written in another way than Excel would show them have that as their text. */
export function gridOfCsv({ text, lines }: CsvFile, sheetName: string): Grid {
  const texts: Record<string, string> = {}
  const formats: Record<string, string> = {}
  const cells = lines.map(({ fields }, r) =>
    fields.map((field, c): CellValue => {
      const written = fieldText(text, field)
      const { value, format } = csvValue(written)
      if (typeof value !== 'number') return value
      if (format) formats[address(r + 1, c + 1)] = format
      if (String(value) !== written) texts[address(r + 1, c + 1)] = written
      return value
    }),
  )
  return { sheetName, cells, texts, formats, merges: [], formulas: {}, hiddenRows: [], date1904: false }
}
