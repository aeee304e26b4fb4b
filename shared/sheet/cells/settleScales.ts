import { asScaled, SCALE } from '../../quantity/scaled.ts'
import { NUMBER_FIELDS, VALUES } from '../../record/columnFields.ts'
import type { Cell } from '../parsing/row.ts'
import type { FactBuilder } from '../tally/factBuilder.ts'
import { keyOf, type RecordBuilder } from '../tally/recordBuilder.ts'

/** Figures in the indicator's own measure, besides the target that they are compared with. */
const FIGURES = NUMBER_FIELDS.filter((field) => VALUES[field].unit === 'measure' && field !== 'target')
/** 万, the scale that labels give. */
const WAN = 10_000
/** From here on a figure is so far above its target that the two are at different scales. */
const FAR = 500
/** At one scale a figure is this many times its target at most. */
const PLAUSIBLE = 3

/**
 * One label for targets in 万人 and completed figures in 人: under 万 a figure that is thousands of times its target
 * fits it only without the scale. Such figures are read in the base measure and their cells say so by `readScale`.
 *
 *     label 万人, target 0.55, completed 1480 → 5,500 and 1,480
 *     label 人,   target 0.55, completed 1480 → 5,500 and 1,480
 */
export function settleScales(builders: readonly RecordBuilder[], cells: readonly Cell[]): void {
  for (const builder of builders) {
    const { target } = builder.values
    if (target == null || target <= 0 || !hasFarFigure(builder.values, target)) continue
    for (const field of FIGURES) {
      const figure = builder.values[field]
      if (figure == null || figure <= 0) continue
      const ratio = figure / target
      if (ratio < FAR || isFraction(figure) || ratio / WAN > PLAUSIBLE) continue
      const fact = factOf(cells, builder, field)
      // the label gave both a scale: the figure was written without it
      if (fact?.measure && fact.measure.scale > 1) {
        builder.values[field] = asScaled(Math.round(figure / fact.measure.scale))
        fact.readScale = 1
      } else if (isFraction(target)) {
        builder.values.target = asScaled(target * WAN)
        const targetFact = factOf(cells, builder, 'target')
        if (targetFact) targetFact.readScale = WAN
      }
    }
  }
}

/** Whether any figure is so far above the target that scales may be at odds; looked at for every row. */
function hasFarFigure({ cumulative, periodValue, previous, carryOver }: RecordBuilder['values'], target: number): boolean {
  const far = target * FAR
  const isFar = (figure: typeof cumulative) => typeof figure === 'number' && figure >= far
  return isFar(cumulative) || isFar(periodValue) || isFar(previous) || isFar(carryOver)
}

/** Of scaled figures: 0.55, not 5500. */
const isFraction = (figure: number): boolean => figure % SCALE !== 0

function factOf(cells: readonly Cell[], builder: RecordBuilder, field: 'target' | (typeof FIGURES)[number]): FactBuilder | undefined {
  const address = builder.cells[field]
  const key = keyOf(builder)
  return cells.find((cell) => cell.address === address && cell.fact.record === key)?.fact
}
