/** What a field of a text with separators means as a cell. */
export interface CsvValue {
  readonly value: string | number | null
  /** Excel's number format, where the field is a number that was written with one. */
  readonly format?: string
}

/** Excel keeps so many digits of a number. */
const DIGITS = 15
/** 146, -0.5, 48.670; no leading zeros */
const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/
/** 1,460 and -12,345,678.5 */
const GROUPED = /^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/
/** 5.30 and 12.10, which are days as well: the number 5.3 would no longer say whether it was the third or the thirtieth */
const TENTH_DAY = /^(?:[1-9]|1[0-2])\.[123]0$/
/** ="001": a text that Excel is to leave as it is */
const KEPT_TEXT = /^="(.*)"$/s

/**
 * The value of a field. A CSV has no types: a plain number is a number, since a figure of such a file was never "stored as
 * text" by anybody, and so is one with separators of thousands, which Excel writes of cells with that format. All others stay
 * the texts that they are, so that nothing is changed that only looks like a number:
 *
 * | field | value |
 * | --- | --- |
 * | 146, -0.5, 48.670 | a number |
 * | 1,460 | a number, #,##0 |
 * | 007, 411202001 0, 1.23E+17 | a text: a code, a phone, what Excel made of a long number |
 * | 5.30 | a text: it may be a day, of which the number 5.3 would forget the zero |
 * | more than 15 digits | a text: a number would lose the last ones |
 * | 48.67%, 2021/5/26, 1/2 | a text, as somebody wrote it; percentages and dates are read out of texts |
 * | ="001" | the text 001 |
 */
export function csvValue(field: string): CsvValue {
  if (field === '') return { value: null }
  if (PLAIN.test(field)) return { value: isExact(field) && !TENTH_DAY.test(field) ? Number(field) : field }
  if (GROUPED.test(field)) {
    const plain = field.replaceAll(',', '')
    const decimals = plain.split('.')[1]?.length ?? 0
    return isExact(plain) ? { value: Number(plain), format: decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0' } : { value: field }
  }
  const kept = KEPT_TEXT.exec(field)?.[1]
  return { value: kept === undefined ? field : kept.replaceAll('""', '"') }
}

const isExact = (plain: string): boolean => plain.replace(/^-?0*\.?0*|\./g, '').length <= DIGITS

/** A new value of a field in the way the field was written: ="001" stays of that kind. */
export const csvText = (value: string, before: string): string => (KEPT_TEXT.test(before) ? `="${value.replaceAll('"', '""')}"` : value)
