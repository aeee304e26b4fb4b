import { isAnswered } from '../consolidation/reported.ts'
import { chineseDate } from '../quantity/dates/chineseDate.ts'
import type { CityFigures } from '../wire/consolidation.ts'
import type { Progress } from './reportedTask.ts'
import type { ReportInput } from './reportInput.ts'

/**
 * The opening: how many categories and tasks there are (counted, never typed), as of when, and how it goes. Without the
 * author's own words it is derived: the last as-of date, the spread of dates, and how many tasks have reported. `consolidation`
 * is what the report shows, `states` what became of each task.
 */
export function openingOf({ register, consolidation, opening, today, letterhead }: ReportInput, states: readonly Progress[]): string {
  const categories = new Set(register.tasks.map((task) => task.categoryNo)).size
  const counts = `${register.title}共涉及${categories}大类${register.tasks.length}项具体任务`
  const asOf = opening?.asOf ?? asOfPhrase(asOfDates(consolidation).filter((date) => today === undefined || date <= today))
  const overall = opening?.overall ?? overallPhrase(states, letterhead !== undefined)
  return `${counts}，${asOf}，${overall}。现将最新进展情况报告如下：`
}

/** The as-of dates that rows and texts state, in order, each once. */
function asOfDates({ narratives, indicators }: CityFigures): readonly string[] {
  const dates = [
    ...narratives.map(({ asOf }) => asOf),
    ...indicators.flatMap(({ areas }) => areas.flatMap(({ asOf, reported }) => (isAnswered(reported) ? [asOf] : []))),
  ]
  return [...new Set(dates.filter((date) => date !== null))].sort()
}

/** 截至目前; 截至2021年5月26日; or the last day with the spread, since units report as of different days. */
function asOfPhrase(dates: readonly string[]): string {
  const [first, last] = [dates[0], dates.at(-1)]
  if (first === undefined || last === undefined) return '截至目前'
  if (first === last) return `截至${chineseDate(last)}`
  const withYear = first.slice(0, 4) !== last.slice(0, 4)
  return `截至${chineseDate(last)}（各项数据截至日期为${chineseDate(first, withYear)}至${chineseDate(last, withYear)}）`
}

/** How many tasks are reported on, and of how many of these a figure is missing; how many not, and why: as in the text below. */
function overallPhrase(states: readonly Progress[], formal: boolean): string {
  const count = (wanted: Progress['state']) => states.filter(({ state }) => state === wanted).length
  const shown = count('shown')
  const lacking = states.filter(({ lacksFigures = false }) => lacksFigures).length
  const lacks = lacking === 0 ? '' : `（其中${lacking}项数据未报齐）`
  if (shown === states.length) return `${shown}项任务均已报送进展${lacks}`
  const others = NOT_SHOWN.map(([state, words, issued = words]) =>
    count(state) === 0 ? '' : `${formal ? issued : words}${count(state)}项`,
  )
  return [`已报送进展${shown}项${lacks}`, ...others].filter(Boolean).join('，')
}

/** In a working report, and where that is another thing in one that is issued. */
const NOT_SHOWN: readonly (readonly [state: Progress['state'], words: string, issued?: string])[] = [
  ['noProgress', '报称暂无进展', '暂无进展'],
  ['withheld', '本期未列'],
  ['othersOnly', '牵头单位暂未报送、其他单位已报送'],
  ['missing', '暂未报送'],
]
