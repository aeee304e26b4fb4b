const HOUR = 3_600_000
/** China has one time zone, UTC+8, and no summer time. */
const CHINA_OFFSET = 8 * HOUR
const PLAIN_DATE = '2021-05-31'.length

/** "2021-05-31 00:05": day and minute in China of an ISO time; what is no time stays as it is. */
export function chinaTime(at: string): string {
  const time = Date.parse(at)
  if (Number.isNaN(time)) return at
  return new Date(time + CHINA_OFFSET).toISOString().slice(0, '2021-05-31T00:05'.length).replace('T', ' ')
}

/** The day in China of an ISO time: 2021-05-31 of 2021-05-30T16:00:00Z. A plain date stays what it is. */
export const chinaDay = (at: string): string =>
  at.length <= PLAIN_DATE ? at : new Date(Date.parse(at) + CHINA_OFFSET).toISOString().slice(0, PLAIN_DATE)
