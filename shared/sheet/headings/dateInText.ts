import { daysInMonth, isoDate } from '../../quantity/dates/calendar.ts'

interface DateForm {
  readonly example: string
  readonly pattern: RegExp
  /** Its year is the one that is given, or it is not a date. */
  readonly needsYear?: true
  readonly date: (found: RegExpExecArray, year: number | undefined) => string | undefined
}

/** The forms of dates, in the order in which a text is searched for them: a whole date goes before a part of one. */
export const DATE_FORMS: readonly DateForm[] = [
  {
    example: '2021年5月26日',
    pattern: /((?:19|20)\d{2})[-./年](\d{1,2})[-./月](\d{1,2})日?/u,
    date: ([, year, month, day]) => dayOf(Number(year), month, day),
  },
  {
    example: '5月26日',
    pattern: /(\d{1,2})月(\d{1,2})日/u,
    needsYear: true,
    date: ([, month, day], year) => dayOf(year, month, day),
  },
  {
    example: '1-5月',
    pattern: /(?:((?:19|20)\d{2})年)?1[-—–~～至到]+(\d{1,2})月/u,
    date: ([, own, month], year) => endOf(own ? Number(own) : year, month),
  },
  {
    example: '5月底',
    pattern: /(?:((?:19|20)\d{2})年)?(\d{1,2})月(?:底|末|份|止)/u,
    date: ([, own, month], year) => endOf(own ? Number(own) : year, month),
  },
  {
    example: '2021.5',
    pattern: /((?:19|20)\d{2})[-./年](\d{1,2})月?(?![\d.])/u,
    date: ([, year, month]) => endOf(Number(year), month),
  },
  {
    // not 48.67% or 1.2万, nor a part of 1.2.3
    example: '5.26',
    pattern: /(?<![\d.])(\d{1,2})[.](\d{1,2})(?![\d.%万亿])/u,
    needsYear: true,
    date: ([, month, day], year) => dayOf(year, month, day),
  },
]

/**
 * The date that a line of words above a table states, ISO: a whole one, one without its year (taken from `year`), or a
 * month's end (5月底, 1-5月). Undefined where it states none, or one that no calendar has (2月30日).
 */
export function dateInText(text: string, year: number | undefined): string | undefined {
  for (const { pattern, needsYear, date } of DATE_FORMS) {
    const found = pattern.exec(text)
    if (found && !(needsYear && year === undefined)) return date(found, year)
  }
  return undefined
}

const dayOf = (year: number | undefined, month: string | undefined, day: string | undefined): string | undefined =>
  year === undefined ? undefined : isoDate(year, Number(month), Number(day))

/** The last day of a month: a report of May is as of its end. */
const endOf = (year: number | undefined, month: string | undefined): string | undefined =>
  year === undefined ? undefined : isoDate(year, Number(month), daysInMonth(year, Number(month)))
