import type { CellFact } from '../../finding/facts.ts'
import { asScaled, type Scaled } from '../../quantity/scaled.ts'
import type { ColumnPlan } from './columnPlan.ts'
import { keyOf, type RecordDraft } from './recordDraft.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
const FIGURES = ['cumulative', 'periodValue', 'previous', 'carryOver'] as const

/**
 * One label for targets in 万人 and completed figures in 人: under 万 a figure that is thousands of times its target
 * fits it only without the scale. Such figures are read in the base measure and their cells say so by `readScale`.
 *
 *     label 万人, target 0.55, completed 1480 → 5,500 and 1,480
 *     label 人,   target 0.55, completed 1480 → 5,500 and 1,480
 */
export function settleScales(drafts: readonly RecordDraft[], facts: readonly Mutable<CellFact>[], _unit: ColumnPlan | undefined): void {
  for (const draft of drafts) {
    const target = draft.values.target
    if (typeof target !== 'number' || target <= 0 || !hasFarFigure(draft.values, target)) continue
    for (const field of FIGURES) {
      const figure = draft.values[field]
      if (typeof figure !== 'number' || figure <= 0) continue
      const ratio = figure / target
      if (ratio >= 500 && whole(figure, 10_000) && ratio / 10_000 <= 3) {
        const scaledFact = factOf(facts, draft, field)
        // the label gave both a scale: the figure was written without it
        if (scaledFact?.measure && scaledFact.measure.scale > 1) {
          draft.values[field] = asScaled(Math.round(figure / scaledFact.measure.scale))
          scaledFact.readScale = 1
        } else if (isFraction(target)) {
          draft.values.target = asScaled(target * 10_000) as Scaled
          const targetFact = factOf(facts, draft, 'target')
          if (targetFact) targetFact.readScale = 10_000
        }
      }
    }
  }
}

/** Whether any figure is so far above the target that scales may be at odds; looked at for every row. */
function hasFarFigure({ cumulative, periodValue, previous, carryOver }: RecordDraft['values'], target: number): boolean {
  const far = target * 500
  const isFar = (figure: typeof cumulative) => typeof figure === 'number' && figure >= far
  return isFar(cumulative) || isFar(periodValue) || isFar(previous) || isFar(carryOver)
}

const whole = (figure: number, by: number): boolean => figure % by === 0
const isFraction = (figure: number): boolean => figure % 10_000 !== 0

function factOf(
  facts: readonly Mutable<CellFact>[],
  draft: RecordDraft,
  field: 'target' | (typeof FIGURES)[number],
): Mutable<CellFact> | undefined {
  const cell = draft.cells[field]
  const key = keyOf(draft)
  return facts.find((fact) => fact.cell === cell && fact.record === key)
}
