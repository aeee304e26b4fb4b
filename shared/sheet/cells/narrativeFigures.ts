import { readNarrative } from '../../narrative/readNarrative.ts'
import type { NarrativeFigure, NarrativeReading } from '../../narrative/words/claims.ts'
import { narrativeTask } from '../../narrative/words/narrativeTask.ts'
import { findQuantities } from '../../quantity/findQuantities.ts'
import type { Scaled } from '../../quantity/scaled.ts'
import { sameMeasure } from '../../register/measureOf.ts'
import type { Indicator, Register } from '../../register/register.ts'
import { indicatorById } from '../../register/registerIndex.ts'

/** What a sheet without figure columns reports: read out of the words of 进展情况. */
export interface TextFigures {
  readonly figures: readonly NarrativeFigure[]
  readonly percents: NarrativeReading['statedPercents']
  readonly asOf: string | null
}

/** The progress figures of a text, one for each indicator and area; of several at different stages the one that counts. */
export function textFigures(register: Register, task: string, text: string, year: number): TextFigures {
  const known = narrativeTask(register, task)
  if (!known) return { figures: [], percents: [], asOf: null }
  const reading = readNarrative(text, { year, task: known, areas: register.areas })
  const chosen = new Map<string, NarrativeFigure>()
  for (const figure of reading.figures) {
    if (figure.role !== 'progress' || figure.indicator === null || figure.value === null) continue
    if (figure.partOf === 'total' && figure.area === null) continue
    const key = `${figure.indicator}|${figure.area ?? ''}`
    const before = chosen.get(key)
    if (!before || (!counts(register, before) && counts(register, figure))) chosen.set(key, figure)
  }
  return { figures: [...chosen.values()], percents: reading.statedPercents, asOf: reading.asOf }
}

const counts = (register: Register, figure: NarrativeFigure): boolean =>
  indicatorById(register, figure.indicator ?? '')?.countsStage === (figure.stage ?? 'completed')

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
