import { ROW_FEATURES, type RowFeature, rowFeatures } from '../../../shared/sheet/structure/rowFeatures.ts'
import type { MeasuredTable } from './labelledTables.ts'

/** A logistic model: the chance of a heading is 1 ÷ (1 + e^−(bias + Σ weight · feature)). */
export interface RowModel {
  readonly bias: number
  readonly weights: Readonly<Record<RowFeature, number>>
}

/** Rows further down teach nothing new: of a table the headings and the rows just below them count. */
const ROWS_A_TABLE = 8
/** Steps of plain gradient descent; the loss is convex, so the end does not depend on chance. */
const STEPS = 6_000
const PACE = 0.8
/** Keeps weights of features that nearly always go together from growing against each other. */
const RIDGE = 1e-3
/** Digits kept in the file, so that the last bits of a machine's arithmetic do not show. */
const DIGITS = 4

/** Fits the weights by full-batch gradient descent from zero: the same tables give the same weights. */
export function fitRows(tables: readonly MeasuredTable[]): RowModel {
  const samples = tables.flatMap(({ grid, area, headings }) =>
    headings.slice(0, ROWS_A_TABLE).map((isHeading, i) => {
      const features = rowFeatures(grid, area, i + 1)
      return { values: ROW_FEATURES.map((feature) => features[feature]), wanted: Number(isHeading) }
    }),
  )
  let bias = 0
  let weights = ROW_FEATURES.map(() => 0)
  for (let step = 0; step < STEPS; step++) {
    let biasSlope = 0
    const slopes = weights.map((weight) => RIDGE * weight)
    for (const { values, wanted } of samples) {
      const miss = chance(bias, weights, values) - wanted
      biasSlope += miss / samples.length
      values.forEach((value, i) => {
        slopes[i] = (slopes[i] ?? 0) + (miss * value) / samples.length
      })
    }
    bias -= PACE * biasSlope
    weights = weights.map((weight, i) => weight - PACE * (slopes[i] ?? 0))
  }
  const rounded = ROW_FEATURES.map((feature, i) => [feature, round(weights[i] ?? 0)] as const)
  return { bias: round(bias), weights: Object.fromEntries(rounded) as Record<RowFeature, number> }
}

/** Of some tables, how many headings are found exactly as deep as they are, and of those with several rows of headings. */
export function depthsFound(
  model: RowModel,
  tables: readonly MeasuredTable[],
): Readonly<Record<'right' | 'of' | 'deepRight' | 'deepOf', number>> {
  const found = { right: 0, of: 0, deepRight: 0, deepOf: 0 }
  for (const { grid, area, headings } of tables) {
    const depth = headings.indexOf(false) < 0 ? headings.length : headings.indexOf(false)
    const values = (row: number) => ROW_FEATURES.map((feature) => rowFeatures(grid, area, row)[feature])
    const weights = ROW_FEATURES.map((feature) => model.weights[feature])
    let guessed = 0
    while (guessed < headings.length && (guessed === 0 || chance(model.bias, weights, values(guessed + 1)) > 0.5)) guessed++
    found.of++
    if (guessed === depth) found.right++
    if (depth > 1) found.deepOf++
    if (depth > 1 && guessed === depth) found.deepRight++
  }
  return found
}

function chance(bias: number, weights: readonly number[], values: readonly number[]): number {
  let sum = bias
  for (let i = 0; i < weights.length; i++) sum += (weights[i] ?? 0) * (values[i] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}

const round = (value: number): number => Number(value.toFixed(DIGITS))
