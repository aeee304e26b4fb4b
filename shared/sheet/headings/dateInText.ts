const FULL = /((?:19|20)\d{2})[-./年](\d{1,2})[-./月](\d{1,2})日?/u
const MONTH_DAY = /(\d{1,2})月(\d{1,2})日/u
const MONTH_END = /(?:((?:19|20)\d{2})年)?(\d{1,2})月(?:底|末|份|止)/u
const MONTH = /((?:19|20)\d{2})[-./年](\d{1,2})月?(?![\d.])/u
const SPAN = /(?:((?:19|20)\d{2})年)?1[-—–~～至到]+(\d{1,2})月/u
const SHORT = /(?<![\d.])(\d{1,2})[.](\d{1,2})(?![\d.%])/u

/**
 * The date that a line of words above a table states, ISO: a whole one, one without its year (taken from `year`), or a
 * month's end (5月底, 1-5月). Undefined where there is none.
 */
export function dateInText(text: string, year: number | undefined): string | undefined {
  const full = FULL.exec(text)
  if (full) return iso(Number(full[1]), Number(full[2]), Number(full[3]))
  const day = MONTH_DAY.exec(text)
  if (day && year !== undefined) return iso(year, Number(day[1]), Number(day[2]))
  const span = SPAN.exec(text)
  if (span) return monthEnd(span[1] ? Number(span[1]) : year, Number(span[2]))
  const end = MONTH_END.exec(text)
  if (end) return monthEnd(end[1] ? Number(end[1]) : year, Number(end[2]))
  const month = MONTH.exec(text)
  if (month) return monthEnd(Number(month[1]), Number(month[2]))
  const short = SHORT.exec(text)
  if (short && year !== undefined) return iso(year, Number(short[1]), Number(short[2]))
  return undefined
}

function iso(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const monthEnd = (year: number | undefined, month: number): string | undefined =>
  year === undefined || month < 1 || month > 12 ? undefined : iso(year, month, lastDay(year, month))

const lastDay = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
