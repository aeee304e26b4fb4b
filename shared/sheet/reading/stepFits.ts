import type { BodyFigures } from './bodyFigures.ts'

/** Two columns that make up a third: previous + this period = cumulative. */
export interface StepFit {
  readonly earlier: number
  readonly step: number
  readonly total: number
  readonly rows: number
}

const MOST_ROWS = 0.9
/** So many rows that fit are no chance beside a single slip: six counties and their total, of which one is wrong. */
const LEAST_BESIDE_SLIP = 5

/**
 * Columns of which two add up to a third in nearly every row. Rows in which a summand is 0 prove nothing; two that prove
 * something are asked for. The smaller summand is the step.
 *
 *     上期 | 本期 | 合计
 *     293 | 42  | 335      上期 + 本期 = 合计
 */
export function stepFits(figures: BodyFigures, columns: readonly number[]): readonly StepFit[] {
  const fits: StepFit[] = []
  for (const [i, one] of columns.entries())
    for (const other of columns.slice(i + 1))
      for (const total of columns) {
        if (total === one || total === other) continue
        const rows = fittingRows(figures, one, other, total)
        if (rows === undefined) continue
        const [earlier, step] = sumOf(figures, one) >= sumOf(figures, other) ? [one, other] : [other, one]
        fits.push({ earlier, step, total, rows })
      }
  return fits
}

const sumOf = (figures: BodyFigures, column: number): number =>
  (figures.columns.get(column)?.values ?? []).reduce<number>((sum, value) => sum + (value ?? 0), 0)

function fittingRows(figures: BodyFigures, one: number, other: number, total: number): number | undefined {
  const a = figures.columns.get(one)?.values ?? []
  const b = figures.columns.get(other)?.values ?? []
  const sums = figures.columns.get(total)?.values ?? []
  let proving = 0
  let fitting = 0
  sums.forEach((sum, i) => {
    const first = a[i]
    const second = b[i]
    if (sum === undefined || first === undefined || second === undefined || first === 0 || second === 0) return
    proving++
    if (Math.abs(first + second - sum) < 1e-6) fitting++
  })
  const nearlyAll = fitting >= proving * MOST_ROWS || (fitting >= LEAST_BESIDE_SLIP && fitting >= proving - 1)
  return proving >= 2 && nearlyAll ? fitting : undefined
}
