/** The city's own date (China has one time zone, UTC+8, without summer time), for deadlines. */
export const cityToday = (now: Date): string => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
