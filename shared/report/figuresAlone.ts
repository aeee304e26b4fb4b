import type { Indicator, Task } from '../register/register.ts'
import type { IndicatorFigures } from '../wire/consolidation.ts'
import { stateFigures } from './addedFigures.ts'
import { HELD_BACK, NOT_ACCEPTED, NOT_REPORTED, TEXT_MISSING } from './placeholders.ts'
import type { ReportInput } from './reportInput.ts'

/**
 * What is said of a task whose figures came without a text: the figures, and that the text is missing. A figure that a
 * unit not accepted yet has a part in is marked in the working report and left out of the formal one.
 */
export function figuresAlone(
  { register, pending, letterhead }: ReportInput,
  task: Task,
  indicators: readonly Indicator[],
  consolidated: ReadonlyMap<string, IndicatorFigures>,
): { readonly text: string; readonly leftOut: readonly string[] } {
  const told = indicators.filter(({ id }) => (consolidated.get(id)?.cumulative ?? null) !== null)
  if (told.length === 0) return { text: NOT_REPORTED, leftOut: [] }
  const waitsFor = (id: string): readonly string[] =>
    (consolidated.get(id)?.areas ?? [])
      .flatMap(({ sources }) => sources.map(({ reporter }) => reporter))
      .filter((reporter) => pending?.has(reporter) ?? false)
  const waiting = new Set(told.flatMap(({ id }) => waitsFor(id)))
  if (!letterhead) {
    const mark = waiting.size > 0 ? NOT_ACCEPTED : ''
    return { text: `${stateFigures(told, consolidated)}${TEXT_MISSING}${mark}`, leftOut: [] }
  }
  const accepted = told.filter(({ id }) => waitsFor(id).length === 0)
  const leftOut = register.units
    .filter(({ id }) => waiting.has(id))
    .map(({ name }) => `${task.id} ${name}的报送内容尚未审核通过，正式报告中暂略。`)
  return { text: accepted.length === 0 ? HELD_BACK : `${stateFigures(accepted, consolidated)}${TEXT_MISSING}`, leftOut }
}
