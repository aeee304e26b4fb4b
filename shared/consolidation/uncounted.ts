import { asScaled, type Scaled } from '../quantity/scaled.ts'
import type { Source } from '../wire/consolidation.ts'
import { sumOf } from './sumOf.ts'

/** A figure at a stage that is not counted: 基本完工 15. */
export interface Uncounted {
  /** As the row has it; a word that is no stage of this version stays as it is. */
  readonly stage: string
  readonly value: Scaled
}

/** What was reported at stages that are not counted, summed by stage; rates are not added up. */
export function uncounted(sources: readonly Source[], isRate = false): readonly Uncounted[] {
  const found = sources.flatMap(({ stage, counted, value }) =>
    counted || stage === null || value === null ? [] : [{ stage, value: asScaled(value) }],
  )
  if (isRate) return found
  return [...Map.groupBy(found, ({ stage }) => stage)].flatMap(([stage, figures]) => {
    const value = sumOf(figures.map((figure) => figure.value))
    return value === null ? [] : [{ stage, value }]
  })
}
