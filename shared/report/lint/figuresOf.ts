import { type FoundQuantity, findQuantities } from '../../quantity/findQuantities.ts'
import { sameMeasure } from '../../register/measureOf.ts'
import type { Indicator, Register } from '../../register/register.ts'
import type { ParsedReport, ParsedTask, Part } from './parseReport.ts'

/** A paragraph of progress with its task, the figures in it, and the task's quantified indicators. */
export interface ProgressPart extends Part {
  readonly task: ParsedTask
  readonly figures: readonly FoundQuantity[]
  readonly indicators: readonly Indicator[]
}

const known = new WeakMap<ParsedReport, readonly ProgressPart[]>()

/** Every paragraph of 进展情况 with its figures; titles in 《》 are blanked out, their numbers are no figures. */
export function progressParts(report: ParsedReport, register: Register): readonly ProgressPart[] {
  const cached = known.get(report)
  if (cached) return cached
  const byTask = Map.groupBy(register.indicators, (indicator) => indicator.taskId)
  const parts = report.categories.flatMap((category) =>
    category.tasks.flatMap((task) =>
      task.progress.map(({ line, text }) => ({
        line,
        text,
        task,
        figures: findQuantities(text.replace(/《[^》]*》/g, (title) => '　'.repeat(title.length))),
        indicators: (byTask.get(task.id) ?? []).filter((indicator) => indicator.target !== null && indicator.kind !== 'milestone'),
      })),
    ),
  )
  known.set(report, parts)
  return parts
}

/** The indicator with a target that a figure can speak of: by its measure, and by words where several share it. */
export function indicatorOf(register: Register, part: ProgressPart, figure: FoundQuantity): Indicator | undefined {
  const measure = figure.quantity.measure
  if (measure === null) return undefined
  const fitting = part.indicators.filter((one) => one.measure !== null && sameMeasure(register, one.measure, measure, one.id))
  if (fitting.length < 2) return fitting[0]
  const from = part.figures.findLast((one) => one.end <= figure.at)?.end ?? Math.max(0, figure.at - 24)
  const around = part.text.slice(from, figure.end + 8)
  const shared = (indicator: Indicator) =>
    [...new Set(indicator.name)].filter((letter) => around.includes(letter)).length / indicator.name.length
  return [...fitting].sort((a, b) => shared(b) - shared(a))[0]
}

/** The sentence's part that a position lies in, from one 。 or ； to the next. */
export function segmentAt(text: string, at: number): { readonly start: number; readonly end: number; readonly text: string } {
  const before = Math.max(text.lastIndexOf('。', at - 1), text.lastIndexOf('；', at - 1)) + 1
  const ends = ['。', '；'].map((mark) => text.indexOf(mark, at)).filter((end) => end >= 0)
  const end = ends.length === 0 ? text.length : Math.min(...ends)
  return { start: before, end, text: text.slice(before, end) }
}
