import { asScaled, type Scaled } from '../quantity/scaled.ts'
import type { NumberField } from '../record/columnFields.ts'
import type { Indicator } from '../register/register.ts'
import type { FoldField, FoldRow } from './foldRow.ts'
import { knownPercent } from './knownPercent.ts'
import { stageCounts } from './stageCounts.ts'
import { sumOf } from './sumOf.ts'

/** What one reporter states of an indicator for one area, made of its rows. */
export interface AreaFigure {
  readonly target: Scaled | null
  /** The figure at the stage that counts; for a percentage of counts its numerator. */
  readonly cumulative: Scaled | null
  readonly denominator: Scaled | null
  readonly percent: Scaled | null
  readonly asOf: string | null
  /** The rows that it was made of: the row without a part, else its batches. */
  readonly rows: readonly FoldRow[]
}

/**
 * Folds the rows of one reporter, indicator and area. The row without a part is the whole, and its batches are then not
 * added to it; without one that has a figure, batches add up. Nodes of a milestone never add up. A percentage is
 * cumulative ÷ denominator; where a row has no denominator it is the stated one.
 *
 * | whole | batches | |
 * | --- | --- | --- |
 * | 100 | 50, 60 | 100 |
 * | – | 50, 60 | 110 |
 * | its target alone | 50, 60 | 110 of that target |
 * | 92 at a stage that is not counted | 50 | 50 |
 */
export function areaFigure(indicator: Indicator, all: readonly FoldRow[]): AreaFigure {
  const whole = all.filter((row) => row.part === '')
  const batches = all.filter((row) => row.part !== '')
  const counts = (row: FoldRow): boolean => stageCounts(textOf(row, 'stage'), indicator.countsStage)
  const isWhole = whole.some((row) => hasFigure(row) && counts(row)) || !batches.some(hasFigure)
  // 开工92 of the whole beside a finished batch of 50 is shown, and hides nothing
  const rows = isWhole || indicator.kind === 'milestone' ? whole : [...whole.filter((row) => hasFigure(row) && !counts(row)), ...batches]
  const counting = rows.filter(counts)
  const cumulative = sumOf(counting.map((row) => figure(row, 'cumulative')))
  const denominator = sumOf(counting.map((row) => figure(row, 'denominator')))
  // The value of a rate that counts nothing, written in the column of what is done, is no count: 90 % and 80 % are not 170.
  const isRate = indicator.kind === 'percent' && indicator.countMeasure === undefined && denominator === null
  const target = sumOf(whole.map((row) => figure(row, 'target'))) ?? sumOf(rows.map((row) => figure(row, 'target')))
  return {
    target,
    cumulative: isRate ? null : cumulative,
    denominator,
    percent: indicator.kind === 'percent' ? rateOf(indicator, counting) : knownPercent(cumulative, target),
    asOf: latest(all.map((row) => textOf(row, 'asOf'))),
    rows: rows.length > 0 ? rows : all,
  }
}

/** Whether a row states a figure, at whatever stage. */
export const hasFigure = (row: FoldRow): boolean => figure(row, 'cumulative') !== null || figure(row, 'statedPercent') !== null

/** A field that holds a figure; null where the row has none. */
export function figure(row: FoldRow, field: NumberField & FoldField): Scaled | null {
  const value = row.values[field]
  return typeof value === 'number' ? asScaled(value) : null
}

/** A field that holds a text or a date; null where the row has none. */
export function textOf(row: FoldRow, field: 'asOf' | 'stage' | 'progressText' | 'planned' | 'actual'): string | null {
  const value = row.values[field]
  return typeof value === 'string' ? value : null
}

/** The latest of some ISO dates; null where there is none. */
function latest(dates: Iterable<string | null>): string | null {
  let last: string | null = null
  for (const date of dates) if (date !== null && (last === null || date > last)) last = date
  return last
}

function rateOf(indicator: Indicator, rows: readonly FoldRow[]): Scaled | null {
  if (rows.length > 0 && rows.every((row) => figure(row, 'cumulative') !== null && figure(row, 'denominator') !== null)) {
    const count = sumOf(rows.map((row) => figure(row, 'cumulative')))
    return knownPercent(count, sumOf(rows.map((row) => figure(row, 'denominator'))), indicator.target?.value)
  }
  const [only, ...others] = rows
  if (!only || others.length > 0) return null
  return figure(only, 'statedPercent') ?? (indicator.countMeasure === undefined ? figure(only, 'cumulative') : null)
}
