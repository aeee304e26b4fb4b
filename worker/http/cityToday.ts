import { chinaDay } from '../../shared/quantity/dates/chinaDay.ts'

/** The city's own date (China has one time zone, UTC+8, without summer time), for deadlines. */
export const cityToday = (now: Date): string => chinaDay(now.toISOString())
