import { lastDay, type PeriodDays, type SendingClosed, sendingClosed, type UnitDays } from '../../consolidation/sendingDays.ts'
import { daysBetween } from '../../quantity/dates/calendar.ts'
import { chineseDate } from '../../quantity/dates/chineseDate.ts'
import { chineseMonth } from '../../quantity/dates/chineseMonth.ts'
import type { Register } from '../../register/register.ts'
import type { CityFigures } from '../../wire/consolidation.ts'
import { missingLines } from './missingLines.ts'

/** The text to send to one unit that has not reported all it must. */
export interface Reminder {
  readonly reporter: string
  readonly name: string
  readonly missing: number
  readonly text: string
}

/** A unit that lacks something and is not reminded: its deadline is not near yet, or it can send nothing. */
export interface NotReminded {
  readonly reporter: string
  readonly name: string
  readonly why: SendingClosed | 'notDue'
}

/** What reminders are made from. */
export interface RemindersInput {
  readonly register: Register
  readonly figures: Pick<CityFigures, 'period' | 'reporters'>
  readonly days: PeriodDays
  /** The units that have days of their own, by id. */
  readonly units: ReadonlyMap<string, UnitDays>
  /** China's day. */
  readonly today: string
}

/** From this many days before the deadline units are reminded. */
export const REMIND_WITHIN_DAYS = 3

/**
 * 催办: a text for each unit that lacks something it must report and can still send it, with the unit's own deadline, from three
 * days before that day; and, apart, the units that lack something and are not reminded, with the reason.
 */
export function buildReminders(input: RemindersInput): { reminders: readonly Reminder[]; notReminded: readonly NotReminded[] } {
  const reminders: Reminder[] = []
  const notReminded: NotReminded[] = []
  const common: UnitDays = { deadline: input.days.softDeadline, openUntil: null, locked: false }
  for (const status of input.figures.reporters) {
    if (status.missing.length === 0) continue
    const { reporter, name } = status
    const own = input.units.get(reporter) ?? common
    const early = daysBetween(input.today, own.deadline) > REMIND_WITHIN_DAYS
    const why = sendingClosed(input.days, own, input.today) ?? (early ? 'notDue' : null)
    if (why === null) reminders.push(reminderOf(input, status, own))
    else notReminded.push({ reporter, name, why })
  }
  return { reminders, notReminded }
}

type Status = RemindersInput['figures']['reporters'][number]

function reminderOf({ register, figures, days, today }: RemindersInput, { reporter, name, missing }: Status, own: UnitDays): Reminder {
  const lines = missingLines(register, { reporter, missing }).map((line, index) => `（${index + 1}）${line}`)
  const lack = missing.every(({ reported }) => reported === 'nothing') ? '未报送' : '未报送或没有报全'
  const about = `${chineseMonth(figures.period)}重点民生实事进展情况，贵单位尚有以下${lines.length}项${lack}`
  const text = [`${name}：`, `${about}，${dueText(own.deadline, lastDay(days, own), today)}：`, ...lines].join('\n')
  return { reporter, name, missing: missing.length, text }
}

/**
 * | today | |
 * | --- | --- |
 * | before the deadline | 请于2021年5月30日24时前报送 |
 * | on it | 今日（2021年5月30日）截止，请于今日24时前报送 |
 * | after it | 报送截止日期为2021年5月30日，现已逾期3天，请立即补报，最迟于2021年6月5日24时前报送 |
 */
function dueText(deadline: string, last: string | null, today: string): string {
  const daysLeft = daysBetween(today, deadline)
  if (daysLeft > 0) return `请于${chineseDate(deadline)}24时前报送`
  if (daysLeft === 0) return `今日（${chineseDate(deadline)}）截止，请于今日24时前报送`
  const until = last === null ? '' : last === today ? '，最迟于今日24时前报送' : `，最迟于${chineseDate(last)}24时前报送`
  return `报送截止日期为${chineseDate(deadline)}，现已逾期${-daysLeft}天，请立即补报${until}`
}
