import type { BodyFigures, FigureColumn } from './bodyFigures.ts'

/** A column of percentages that another pair of columns explains: P = C ÷ T in most rows. */
export interface PercentFit {
  readonly percent: number
  readonly done: number
  readonly whole: number
  /** Rows in which it holds, of those in which all three are figures that prove something. */
  readonly fitting: number
  readonly rows: number
}

/** Of 100 rows so many have to fit, so that one clerk's wrong percentage does not hide which columns it was made of. */
const MOST_ROWS = 0.75
/** 万 in one heading and not in the other. */
const SCALES: readonly number[] = [1, 10_000, 1 / 10_000]

/**
 * Which pairs of columns explain which percentages, each row checked at the digits that the percentage shows (rounded or
 * cut off). 0 % and 100 % prove nothing, since many pairs give them. One row proves little: two are asked for.
 *
 *     年度任务 | 前三季度计划 | 累计完成 | 完成率 | 总完成率
 *     7200    | 4800       | 4430    | 92.3  | 61.5       完成率 = 累计完成 ÷ 前三季度计划, 总完成率 = 累计完成 ÷ 年度任务
 */
export function percentFits(figures: BodyFigures, percents: readonly number[], named: readonly number[]): readonly PercentFit[] {
  const parts = named.filter((column) => hasFigures(figures.columns.get(column)))
  return percents.flatMap((percent) => {
    const stated = figures.columns.get(percent)
    if (!hasFigures(stated)) return []
    const points = inPoints(stated)
    return parts.flatMap((done) =>
      parts.flatMap((whole) => {
        if (done === whole || done === percent || whole === percent) return []
        const fit = SCALES.map((scale) => fitOf(points, figures.columns.get(done), figures.columns.get(whole), scale)).find(
          ({ fitting, rows }) => rows >= FEWEST_ROWS && fitting >= rows * MOST_ROWS,
        )
        return fit ? [{ percent, done, whole, ...fit }] : []
      }),
    )
  })
}

/** Whether two rows of a column can prove anything: a sheet may be thousands of blank columns wide. */
const hasFigures = (column: FigureColumn | undefined): column is FigureColumn =>
  column !== undefined && column.values.filter((value) => value !== undefined).length >= FEWEST_ROWS
const FEWEST_ROWS = 2

/** The column in percent points: fractions that are not shown as percentages (0.484) are taken as such. */
function inPoints(column: FigureColumn): Pick<FigureColumn, 'values' | 'decimals'> {
  const { values, decimals, percents } = column
  const fractions =
    percents === 0 &&
    values.some((value) => value !== undefined && value > 0) &&
    values.every((value) => value === undefined || value <= HIGHEST_FRACTION)
  if (!fractions) return column
  return {
    values: values.map((value) => (value === undefined ? undefined : value * 100)),
    decimals: decimals.map((digits) => Math.max(0, digits - 2)),
  }
}

/** A fraction of more than this would be 150 %: then the numbers are percent points. */
const HIGHEST_FRACTION = 1.5

function fitOf(
  stated: Pick<FigureColumn, 'values' | 'decimals'>,
  done: FigureColumn | undefined,
  whole: FigureColumn | undefined,
  scale: number,
): { readonly fitting: number; readonly rows: number } {
  let fitting = 0
  let rows = 0
  stated.values.forEach((percent, i) => {
    const part = done?.values[i]
    const base = whole?.values[i]
    if (percent === undefined || part === undefined || base === undefined || base === 0) return
    if (percent === 0 || percent === 100) return
    rows++
    const exact = (part / base) * scale * 100
    // a unit of the last digit shown: percentages are rounded, and often just cut off
    const unit = 10 ** -Math.min(stated.decimals[i] ?? 0, 4)
    if (Math.abs(exact - percent) < unit * 1.001) fitting++
  })
  return { fitting, rows }
}
