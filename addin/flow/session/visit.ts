import { chinaDay } from '../../../shared/quantity/dates/chinaDay.ts'
import type { Register } from '../../../shared/register/register.ts'
import type { PeriodInfo } from '../../../shared/wire/period.ts'
import type { Account } from '../../../shared/wire/session.ts'
import type { PeriodContext } from '../periodContext.ts'

/** Nobody's account: it reads for no unit and sends nothing. */
const VISITOR: Account = { id: '', name: '', role: 'reader', reporter: null, reporterName: null }

/** Until this day of a month most people still report the month before. */
const BEFORE_DAYS = 10

/** The months of a register's year, newest first: a visitor checks for any of them. Deadlines are the server's to say. */
export function visitedPeriods({ id, year, version }: Register): readonly PeriodInfo[] {
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(12 - i).padStart(2, '0')}`)
  return months.map((month) => ({
    id: month,
    registerId: id,
    registerVersion: version,
    epoch: 0,
    state: 'open',
    softDeadline: `${month}-28`,
    hardDeadline: `${month}-28`,
  }))
}

/** The month that a visitor most likely has a sheet of: in its first days the one before, in another year its last. */
export function likelyPeriod(periods: readonly PeriodInfo[], now: string): PeriodInfo | undefined {
  const [year = '', month = '', day = ''] = chinaDay(now).split('-')
  const count = Number(year) * 12 + Number(month) - 1 - (Number(day) <= BEFORE_DAYS ? 1 : 0)
  const wanted = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
  return periods.find(({ id }) => id <= wanted) ?? periods.at(-1)
}

/** What a visitor's sheet is checked by: the register as anybody may read it, and no month before. */
export const visitedContext = (register: Register, period: PeriodInfo): PeriodContext => ({
  account: VISITOR,
  period,
  register,
  earlier: [],
})
