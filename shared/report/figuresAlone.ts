import { stateFigures } from './figureSentences.ts'
import { NOT_ACCEPTED, NOT_REPORTED, TEXT_MISSING, WITHHELD, withheldNote } from './placeholders.ts'
import type { Progress, ReportedTask } from './reportedTask.ts'
import type { ReportInput } from './reportInput.ts'
import { pendingReporters } from './shownFigures.ts'

/**
 * What is said of a task that has no text: its figures, and that the text is missing. A figure to which a unit not
 * accepted yet contributes is marked in the working report and withheld from the formal one.
 */
export function figuresAlone({ register, pending, letterhead }: ReportInput, { task, indicators, figures }: ReportedTask): Progress {
  const withFigure = indicators.filter(({ id }) => (figures.get(id)?.cumulative ?? null) !== null)
  if (withFigure.length === 0) return { state: 'missing', paragraphs: [NOT_REPORTED], leftOut: [] }
  const pendingUnits = (id: string): readonly string[] => {
    const found = figures.get(id)
    return found === undefined ? [] : pendingReporters(found, pending ?? new Set())
  }
  const waiting = new Set(withFigure.flatMap(({ id }) => pendingUnits(id)))
  if (!letterhead) {
    const mark = waiting.size > 0 ? NOT_ACCEPTED : ''
    return { state: 'shown', paragraphs: [`${stateFigures(withFigure, figures)}${TEXT_MISSING}${mark}`], leftOut: [] }
  }
  const accepted = withFigure.filter(({ id }) => pendingUnits(id).length === 0)
  return {
    state: accepted.length === 0 ? 'withheld' : 'shown',
    paragraphs: [accepted.length === 0 ? WITHHELD : `${stateFigures(accepted, figures)}${TEXT_MISSING}`],
    leftOut: register.units.filter(({ id }) => waiting.has(id)).map(({ name }) => withheldNote(task.id, name)),
  }
}
