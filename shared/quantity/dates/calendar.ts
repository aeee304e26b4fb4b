/** The number of days of a month (1 to 12). */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** "2021-05-26"; undefined where there is no such day. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The day of an Excel serial: 44342 is 2021-05-26, and 1,462 days later where the workbook counts from 1904. */
export function isoFromSerial(serial: number, date1904: boolean): string | undefined {
  const days = Math.floor(serial) + (date1904 ? 1462 : 0)
  // Before 61 Excel counts a 29 February 1900 that never was.
  if (days < 61 || days > 109_000) return undefined
  return isoFromDays(days - DAYS_TO_1970)
}

/** Days from `from` to `to` (both ISO), negative where `to` is earlier. */
export const daysBetween = (from: string, to: string): number => daysOf(to) - daysOf(from)

/** The last day of the month of "2021-05". */
export function endOfMonth(period: string): string | undefined {
  const match = /^(\d{4})-(\d{2})$/.exec(period)
  return match ? isoDate(Number(match[1]), Number(match[2]), daysInMonth(Number(match[1]), Number(match[2]))) : undefined
}

/** The serial of 1970-01-01 in a workbook that counts from 1900. */
const DAYS_TO_1970 = 25_569

/** Days since 1970-01-01 in the proleptic Gregorian calendar, by counting years from March on. */
function daysOf(iso: string): number {
  const [y = 1970, month = 1, day = 1] = iso.split('-').map(Number)
  const year = month <= 2 ? y - 1 : y
  const era = Math.floor(year / 400)
  const ofEra = year - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

function isoFromDays(days: number): string | undefined {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const ofEra = shifted - era * 146_097
  const year = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365)
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
  const month = Math.floor((5 * ofYear + 2) / 153)
  const day = ofYear - Math.floor((153 * month + 2) / 5) + 1
  const civil = month < 10 ? month + 3 : month - 9
  return isoDate(year + era * 400 + (civil <= 2 ? 1 : 0), civil, day)
}
