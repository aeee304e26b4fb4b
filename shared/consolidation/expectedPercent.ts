import { daysBetween } from '../quantity/dates/calendar.ts'
import { asScaled, type Scaled } from '../quantity/scaled.ts'
import type { PlanPoint } from '../register/register.ts'
import { knownPercent } from './knownPercent.ts'

/**
 * How much should be done by a day, in percent points of the target: the last point of the plan that is due, else the
 * part of the year that has passed, the day itself counted whole (41.37 on 31 May).
 */
export function expectedPercent(on: string, plan?: readonly PlanPoint[]): Scaled {
  if (plan && plan.length > 0) {
    const due = plan.filter((point) => point.date <= on).sort((a, b) => (a.date < b.date ? -1 : 1))
    return due.at(-1)?.percent ?? NOTHING
  }
  const year = on.slice(0, 4)
  const newYear = `${year}-01-01`
  return knownPercent(daysBetween(newYear, on) + 1, daysBetween(newYear, `${Number(year) + 1}-01-01`)) ?? NOTHING
}

const NOTHING = asScaled(0)
