import { chosenFigures } from '../../narrative/chosenFigures.ts'
import { readNarrative } from '../../narrative/readNarrative.ts'
import type { NarrativeFigure, NarrativeReading } from '../../narrative/words/claims.ts'
import { narrativeTask } from '../../narrative/words/narrativeTask.ts'
import { taskWords } from '../../narrative/words/taskWords.ts'
import { findQuantities } from '../../quantity/findQuantities.ts'
import type { Scaled } from '../../quantity/scaled.ts'
import { sameMeasure } from '../../register/measureOf.ts'
import type { Indicator, Register } from '../../register/register.ts'

/** What a sheet without figure columns reports: read out of the words of 进展情况. */
export interface TextFigures {
  readonly figures: readonly NarrativeFigure[]
  readonly percents: NarrativeReading['statedPercents']
  readonly asOf: string | null
}

/** A text of 进展情况 with what is known of the row that it is in. */
export interface RowText {
  readonly task: string
  readonly text: string
  readonly year: number
  /** The indicators that the row itself names; figures of no object are theirs. Empty where it names none. */
  readonly about: readonly string[]
}

/** The progress figures of a text, one for each indicator and area of which it is certain. */
export function textFigures(register: Register, { task, text, year, about }: RowText): TextFigures {
  const known = narrativeTask(register, task)
  if (!known) return { figures: [], percents: [], asOf: null }
  const reading = readNarrative(text, { year, task: known, areas: register.areas, about })
  const figures = chosenFigures(reading, taskWords(known)).flatMap(({ figure }) => figure ?? [])
  return { figures, percents: reading.statedPercents, asOf: reading.asOf }
}

/**
 * The target that the words of a task state (新建农村公路300公里): the figure that is the registered target, or the only
 * one of the indicator's measure. Undefined where there is none.
 */
export function targetInWords(register: Register, indicator: Indicator, words: string): Scaled | undefined {
  const { measure, target } = indicator
  if (measure === null) return undefined
  const fitting = findQuantities(words)
    .map((found) => found.quantity)
    .filter((quantity) => quantity.measure !== null && sameMeasure(register, quantity.measure, measure, indicator.id))
  const registered = fitting.find((quantity) => quantity.value === target?.value)
  return registered?.value ?? (fitting.length === 1 ? fitting[0]?.value : undefined)
}
