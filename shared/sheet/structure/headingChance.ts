import { ROW_FEATURES, rowFeatures, type StructureArea, type StructureGrid } from './rowFeatures.ts'
import weights from './structureWeights.json' with { type: 'json' }

/**
 * How likely a row of a table is one of headings, by structure alone: types, lengths, merges and what is below, no words of
 * any trade. The weights are learnt by `npm run fit` from tables of annual reports; 0 to 1.
 */
export function headingChance(grid: StructureGrid, area: StructureArea, row: number): number {
  const features = rowFeatures(grid, area, row)
  let sum = weights.bias
  ROW_FEATURES.forEach((feature) => {
    sum += weights.weights[feature] * features[feature]
  })
  return 1 / (1 + Math.exp(-sum))
}

/** From here on structure alone says that a row is one of headings. */
export const SURELY_HEADING = 0.9
