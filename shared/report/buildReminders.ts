import { daysBetween } from '../quantity/calendar.ts'
import { chineseDate } from '../quantity/chineseDate.ts'
import type { Register } from '../register/register.ts'
import { areaName } from '../register/registerIndex.ts'
import type { CityFigures } from '../wire/consolidation.ts'

/** The text to send to one unit that has not reported all it must. */
export interface Reminder {
  readonly reporter: string
  readonly name: string
  readonly missing: number
  readonly text: string
}

/** From this many days before the deadline units are reminded. */
export const REMIND_WITHIN_DAYS = 3

/**
 * 催办: a text for each unit that lacks something it must report, and for nobody else; none earlier than three days
 * before the deadline, and a sharper one after it (逾期).
 */
export function buildReminders(register: Register, consolidation: CityFigures, deadline: string, today: string): readonly Reminder[] {
  const left = daysBetween(today, deadline)
  if (left > REMIND_WITHIN_DAYS) return []
  const names = new Map([
    ...register.tasks.map((task) => [task.id, '进展情况（文字）'] as const),
    ...register.indicators.map((one) => [one.id, one.name] as const),
  ])
  const month = `${Number(consolidation.period.slice(0, 4))}年${Number(consolidation.period.slice(5))}月`
  return consolidation.reporters
    .filter((reporter) => reporter.missing.length > 0)
    .map(({ reporter, name, missing }) => {
      const bySubject = Map.groupBy(missing, (one) => one.subject)
      const lines = [...bySubject].map(([subject, rows], index) => {
        const where = rows.map((row) => row.area).filter((area) => area !== register.city)
        const places = where.length === 0 ? '' : `（${where.map((area) => areaName(register, area)).join('、')}）`
        return `（${index + 1}）${subject} ${names.get(subject) ?? ''}${places}`
      })
      const due =
        left >= 0 ? `请于${chineseDate(deadline)}前报送` : `报送截止日期为${chineseDate(deadline)}，现已逾期${-left}天，请立即补报`
      const text = [`${name}：`, `${month}重点民生实事进展情况，贵单位尚有以下${lines.length}项未报送，${due}：`, ...lines].join('\n')
      return { reporter, name, missing: missing.length, text }
    })
}
