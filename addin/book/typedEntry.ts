import { isDateFormat, parseValue } from 'numfmt'
import type { Scalar } from './cellValue.ts'

/** What entering a text makes of a cell, as Excel decides it. */
export type Entry =
  | { readonly kind: 'formula'; readonly formula: string; readonly value?: undefined }
  | { readonly kind: 'value'; readonly value: Scalar; readonly numberFormat?: string }

/** Built-in number formats by their id in a file, as a Chinese Excel shows them. */
const FORMATS: Readonly<Record<number, string>> = {
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'mm-dd-yy',
  16: 'm"月"d"日"',
  17: 'yyyy"年"m"月"',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  31: 'yyyy"年"m"月"d"日"',
}

/**
 * Text typed by a person, or written by Office.js.
 *
 *     cell is "@"              the text as it is
 *     'text                    the text without the apostrophe
 *     = … + … - … @ …          a formula, unless it is a number
 *     12  1,234.5  48%  TRUE   number, percent, truth value
 *     2021-05-20  5月20日      a date's serial number (month and day: of `year`)
 */
export function typedEntry(text: string, numberFormat: string, year: number): Entry {
  if (numberFormat === '@') return { kind: 'value', value: text }
  if (text.startsWith("'")) return { kind: 'value', value: text.slice(1) }
  const trimmed = text.trim()
  if (trimmed === '') return { kind: 'value', value: text }
  const date = chineseDate(trimmed, year)
  const parsed = parseValue(date ?? trimmed, { locale: 'zh-CN' })
  if (parsed) {
    const own = date ? FORMATS[31] : FORMATS[parsed.formatId ?? 0]
    return own && numberFormat === 'General'
      ? { kind: 'value', value: parsed.value, numberFormat: own }
      : { kind: 'value', value: parsed.value }
  }
  if (trimmed.length > 1 && /^[=+\-@]/.test(trimmed)) {
    return { kind: 'formula', formula: trimmed.startsWith('=') || trimmed.startsWith('@') ? trimmed.slice(1) : trimmed }
  }
  return { kind: 'value', value: text }
}

/** The text a person edits: a formula, a percent as percent, a date as date. */
export function editText(value: Scalar, numberFormat: string, shown: string): string {
  if (typeof value === 'number' && (isDateFormat(numberFormat) || numberFormat.includes('%'))) return shown
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value)
}

function chineseDate(text: string, year: number): string | undefined {
  const match = /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]$/.exec(text)
  return match ? `${match[1] ?? year}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}` : undefined
}
