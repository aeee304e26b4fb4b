import { endOfMonth, isoDate } from '../../shared/quantity/dates/calendar.ts'
import { WrongUse } from './commandLine.ts'

/** Options of a command line by name; what was not given is undefined. */
type Given = Readonly<Record<string, string | undefined>>

/** Throws `WrongUse` where an option that was given is no day as 2021-05-31 that there is. */
export const askDays = (given: Given): void =>
  ask(given, 'a day as 2021-05-31', (text) => {
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
    return day !== undefined && isoDate(Number(year), Number(month), Number(day)) === text
  })

/** Throws `WrongUse` where an option that was given is no month as 2021-05. */
export const askMonths = (given: Given): void =>
  ask(given, 'a month as 2021-05', (text) => /^20\d\d-/.test(text) && endOfMonth(text) !== undefined)

/** Throws `WrongUse` where an option that was given is no year as 2021. */
export const askYears = (given: Given): void => ask(given, 'a year as 2021', (text) => /^20\d\d$/.test(text))

function ask(given: Given, kind: string, isSo: (text: string) => boolean): void {
  for (const [name, text] of Object.entries(given)) {
    if (text !== undefined && !isSo(text)) throw new WrongUse(`--${name} ${text} is not ${kind}.`)
  }
}
