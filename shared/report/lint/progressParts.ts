import { type FoundQuantity, findQuantities } from '../../quantity/findQuantities.ts'
import { sameMeasure } from '../../register/measureOf.ts'
import type { Indicator, Register } from '../../register/register.ts'
import type { LintPlace } from './lintFinding.ts'
import type { ParsedReport, ParsedTask } from './parseReport.ts'

/** A paragraph of 进展情况 with its task, the figures in it, and the task's quantified indicators. */
export interface ProgressPart {
  readonly place: LintPlace
  readonly text: string
  readonly task: ParsedTask
  readonly figures: readonly FoundQuantity[]
  readonly indicators: readonly Indicator[]
}

/** Six checks ask for the same paragraphs; the figures of a report are searched for once. */
const cache = new WeakMap<ParsedReport, readonly ProgressPart[]>()

/** Every paragraph of 进展情况 with its figures; a number in a title (《…2021…》) is not a figure. */
export function progressParts(report: ParsedReport, register: Register): readonly ProgressPart[] {
  const cached = cache.get(report)
  if (cached) return cached
  const byTask = Map.groupBy(register.indicators, (indicator) => indicator.taskId)
  const parts = report.categories.flatMap((category) =>
    category.tasks.flatMap((task) =>
      task.progress.map(({ line, text }) => ({
        place: { line, task: task.id },
        text,
        task,
        figures: findQuantities(blankTitles(text)),
        indicators: (byTask.get(task.id) ?? []).filter((indicator) => indicator.target !== null && indicator.kind !== 'milestone'),
      })),
    ),
  )
  cache.set(report, parts)
  return parts
}

/** The text with every title in 《》 blanked out, its length unchanged: a number or name in a title is neither figure nor unit. */
export const blankTitles = (text: string): string => text.replace(/《[^》]*》/g, (title) => '　'.repeat(title.length))

/** "43.34%" among the figures of a text. */
export const isPercentage = ({ quantity }: FoundQuantity): boolean => quantity.measure === '%'

/** How much of the text on each side of a figure decides between indicators of one measure. */
const LETTERS_BEFORE = 24
const LETTERS_AFTER = 8

/**
 * The indicator with a target that a figure can be about: by its measure; where several indicators share the measure,
 * the one whose name has most of its letters in the words since the figure before.
 */
export function indicatorOf(register: Register, part: ProgressPart, figure: FoundQuantity): Indicator | undefined {
  const measure = figure.quantity.measure
  if (measure === null) return undefined
  const fitting = part.indicators.filter((one) => one.measure !== null && sameMeasure(register, one.measure, measure, one.id))
  if (fitting.length < 2) return fitting[0]
  const from = part.figures.findLast((one) => one.end <= figure.at)?.end ?? Math.max(0, figure.at - LETTERS_BEFORE)
  const around = part.text.slice(from, figure.end + LETTERS_AFTER)
  const likeness = ({ name }: Indicator) => [...new Set(name)].filter((letter) => around.includes(letter)).length / name.length
  return [...fitting].sort((a, b) => likeness(b) - likeness(a))[0]
}

/** The part of a sentence that a position lies in, from one 。 or ； to the next. */
export function segmentAt(text: string, at: number): { readonly start: number; readonly end: number; readonly text: string } {
  const before = Math.max(text.lastIndexOf('。', at - 1), text.lastIndexOf('；', at - 1)) + 1
  const ends = ['。', '；'].map((mark) => text.indexOf(mark, at)).filter((end) => end >= 0)
  const end = ends.length === 0 ? text.length : Math.min(...ends)
  return { start: before, end, text: text.slice(before, end) }
}
