const DAY = 86_400_000

/** Excel's day 0; it counts a 29 February 1900 that never was, so that days before March 1900 have one less. */
const DAY_0 = Date.UTC(1899, 11, 30)
const MARCH_1900 = 61
const DAY_0_OF_1904 = Date.UTC(1904, 0, 1)

/** 2021-05-26, 2021-05-26T08:30:00.5Z, 08:30:00; offsets are of no meaning in a workbook. */
const DATE = /^(\d{4})-(\d\d)-(\d\d)/
const TIME = /(?:^|[T ])(\d\d):(\d\d)(?::(\d\d(?:\.\d{1,9})?))?/

/** The serial number of a date or time as Strict files write it (ISO 8601); undefined where the text is neither. */
export function isoSerial(text: string, date1904: boolean): number | undefined {
  const date = DATE.exec(text)
  const time = TIME.exec(text)
  if (!date && !time) return undefined
  const part = time ? (Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0)) / 86_400 : 0
  if (!date) return part
  const at = Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3]))
  if (date1904) return (at - DAY_0_OF_1904) / DAY + part
  const days = (at - DAY_0) / DAY
  return (days < MARCH_1900 ? days - 1 : days) + part
}
