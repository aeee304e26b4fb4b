import { firstFrom } from '../../base/ascending.ts'
import { oncePer } from '../../base/oncePer.ts'
import { type FoundQuantity, findQuantities } from '../../quantity/findQuantities.ts'
import { sameMeasure } from '../../register/measureOf.ts'
import type { Indicator, Register } from '../../register/register.ts'
import type { LintPlace } from './lintFinding.ts'
import type { ParsedReport, ParsedTask } from './parseReport.ts'
import { TextPlaces } from './textPlaces.ts'

/** A paragraph of 进展情况 with its task, the figures in it, and the task's quantified indicators. */
export interface ProgressPart {
  readonly place: LintPlace
  readonly text: string
  readonly places: TextPlaces
  readonly task: ParsedTask
  /** Of the unit's own words, in the order of the text. */
  readonly figures: readonly FoundQuantity[]
  /** Of the sentence that a report adds (经汇总，…): it is nobody's words to correct. */
  readonly added: readonly FoundQuantity[]
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
      task.progress.map(({ line, text, ours }) => {
        const figures = findQuantities(blankTitles(text))
        const own = ours ?? addedFrom(text, byTask.get(task.id) ?? [])
        return {
          place: { line, task: task.id },
          text,
          places: new TextPlaces(text),
          task,
          figures: figures.filter(({ at }) => at < own),
          added: figures.filter(({ at }) => at >= own),
          indicators: (byTask.get(task.id) ?? []).filter((indicator) => indicator.target !== null && indicator.kind !== 'milestone'),
        }
      }),
    ),
  )
  cache.set(report, parts)
  return parts
}

/**
 * Where the sentence begins that a report adds to a text, in a report that somebody hands in: its last but for marks and what it says
 * is missing, of indicators by their registered names; the text's end where none is. A unit may close with 经汇总，… itself.
 */
function addedFrom(text: string, indicators: readonly Indicator[]): number {
  const at = text.lastIndexOf(ADDED)
  if (at < 0 || !/^[。）\s]?$/.test(text.charAt(at - 1))) return text.length
  const [, figures] = /^([^。]*)。(?:文字材料[^。]*。)?(?:（督查室尚未采纳）)?$/.exec(text.slice(at + ADDED.length)) ?? []
  const isOurs = figures?.split('；').every((piece) => indicators.some(({ name }) => piece.startsWith(name)))
  return isOurs ? at : text.length
}

const ADDED = '经汇总，'

/**
 * The text with every title in 《》 blanked out, its length unchanged: a number or name in a title is neither figure nor unit.
 * No title is longer than 120 characters: where marks do not close, the rest of the text is not searched from each of them.
 */
export const blankTitles = (text: string): string => text.replace(/《[^》]{0,120}》/g, (title) => '　'.repeat(title.length))

/** "43.34%" among the figures of a text. */
export const isPercentage = ({ quantity }: FoundQuantity): boolean => quantity.measure === '%'

/** How much of the text on each side of a figure decides between indicators of one measure. */
const LETTERS_BEFORE = 24
const LETTERS_AFTER = 8

/** Several checks ask of each figure; a figure is of one paragraph. */
const tied = new WeakMap<FoundQuantity, Indicator | 'none'>()

/**
 * The indicator with a target that a figure can be about: by its measure; where several indicators share the measure,
 * the one whose name has most of its letters in the words since the figure before.
 */
export function indicatorOf(register: Register, part: ProgressPart, figure: FoundQuantity): Indicator | undefined {
  const known = tied.get(figure) ?? likeliest(register, part, figure) ?? 'none'
  tied.set(figure, known)
  return known === 'none' ? undefined : known
}

function likeliest(register: Register, part: ProgressPart, figure: FoundQuantity): Indicator | undefined {
  const measure = figure.quantity.measure
  if (measure === null) return undefined
  const fitting = part.indicators.filter((one) => one.measure !== null && sameMeasure(register, one.measure, measure, one.id))
  if (fitting.length < 2) return fitting[0]
  const ends = endsOf(part)
  const from = ends[firstFrom(ends, figure.at + 1) - 1] ?? Math.max(0, figure.at - LETTERS_BEFORE)
  const around = part.text.slice(from, figure.end + LETTERS_AFTER)
  const likeness = ({ name }: Indicator) => [...new Set(name)].filter((letter) => around.includes(letter)).length / name.length
  return [...fitting].sort((a, b) => likeness(b) - likeness(a))[0]
}

/** Where the figures of a paragraph end, in order. */
const endsOf = oncePer((part: ProgressPart): readonly number[] => part.figures.map(({ end }) => end))
