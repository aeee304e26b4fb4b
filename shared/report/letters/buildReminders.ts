import { daysBetween } from '../../quantity/dates/calendar.ts'
import { chineseDate } from '../../quantity/dates/chineseDate.ts'
import { chineseMonth } from '../../quantity/dates/chineseMonth.ts'
import type { Register } from '../../register/register.ts'
import { areaName, indicatorById, taskById } from '../../register/registerIndex.ts'
import type { CityFigures } from '../../wire/consolidation.ts'

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
  const daysLeft = daysBetween(today, deadline)
  if (daysLeft > REMIND_WITHIN_DAYS) return []
  return consolidation.reporters
    .filter(({ missing }) => missing.length > 0)
    .map(({ reporter, name, missing }) => {
      const lines = missingLines(register, missing)
      const about = `${chineseMonth(consolidation.period)}重点民生实事进展情况，贵单位尚有以下${lines.length}项未报送`
      const text = [`${name}：`, `${about}，${dueText(deadline, daysLeft)}：`, ...lines].join('\n')
      return { reporter, name, missing: missing.length, text }
    })
}

/** "（1）3.b 新建教师周转宿舍（湖滨区、陕州区）": a line for each subject, with the counties that lack it. */
function missingLines(register: Register, missing: CityFigures['reporters'][number]['missing']): readonly string[] {
  return [...Map.groupBy(missing, ({ subject }) => subject)].map(([subject, rows], index) => {
    const counties = rows.map(({ area }) => area).filter((area) => area !== register.city)
    const places = counties.length === 0 ? '' : `（${counties.map((area) => areaName(register, area)).join('、')}）`
    return `（${index + 1}）${subject} ${subjectName(register, subject)}${places}`
  })
}

function subjectName(register: Register, subject: string): string {
  const indicator = indicatorById(register, subject)
  if (indicator) return indicator.name
  return taskById(register, subject) ? '进展情况（文字）' : ''
}

const dueText = (deadline: string, daysLeft: number): string =>
  daysLeft >= 0 ? `请于${chineseDate(deadline)}24时前报送` : `报送截止日期为${chineseDate(deadline)}，现已逾期${-daysLeft}天，请立即补报`
