import { chineseDate } from '../../quantity/chineseDate.ts'
import { findDates } from '../../quantity/findDates.ts'
import type { ParsedReport } from './parseReport.ts'
import { type Remark, type ReportCheck, remark } from './remark.ts'

const FORECAST = /(?:预计|计划|拟|将)于?$/
const AS_OF = /截[至止](?:到)?\s*(目前|现在|[^，。；、]{2,12})/g

/** As-of dates that differ from unit to unit, and forecasts whose day has come by the day of the report. */
export const checkDates: ReportCheck = (report, { register, on }) => {
  const remarks: Remark[] = []
  const phrases: { line: number; task: string; words: string; date: string | undefined }[] = []
  for (const { line, text, id } of progressOf(report)) {
    for (const match of text.matchAll(AS_OF)) {
      const words = match[1] ?? ''
      phrases.push({ line, task: id, words: `截至${words}`, date: findDates(words, { year: register.year })[0]?.date.date })
    }
  }
  const dates = new Set(phrases.map((phrase) => phrase.date ?? ''))
  const first = phrases[0]
  if (dates.size > 1 && first) {
    const list = [...Map.groupBy(phrases, (phrase) => phrase.words)].map(([words, all]) => `${words}×${all.length}`).join('、')
    remarks.push(
      remark('AS_OF_MIXED', first.line, null, list, {
        dates: [...dates]
          .filter((date) => date !== '')
          .sort()
          .join('、'),
      }),
    )
  }
  const day = on ?? [...dates].sort().at(-1)
  if (day === undefined || day === '') return remarks
  for (const { line, text, id } of progressOf(report)) {
    for (const { at, end, date } of findDates(text, { year: register.year })) {
      if (date.date === undefined || date.date > day || !FORECAST.test(text.slice(0, at))) continue
      remarks.push(remark('DATE_PAST', line, id, `预计${text.slice(at, end + 8).split(/[，。；]/)[0] ?? ''}`, { on: chineseDate(day) }))
    }
  }
  return remarks
}

const progressOf = (report: ParsedReport) =>
  report.categories.flatMap((category) => category.tasks.flatMap((task) => task.progress.map((part) => ({ ...part, id: task.id }))))
