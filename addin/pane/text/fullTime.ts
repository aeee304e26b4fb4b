import { chinaTime } from '../../../shared/quantity/dates/chinaDay.ts'

/** "2021-05-26 16:05" by the city's clock, wherever the person's computer thinks it is; what is no time stays as it is. */
export const fullTime = (iso: string): string => chinaTime(iso)
