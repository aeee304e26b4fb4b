import { HUNDRED_PERCENT } from '../quantity/percent.ts'
import type { Indicator } from '../register/register.ts'
import type { Source } from '../wire/consolidation.ts'
import { figure, textOf } from './areaFigure.ts'
import type { CityRows } from './cityRows.ts'
import type { FoldRow } from './foldRow.ts'
import { stageCounts } from './stageCounts.ts'

/** A row as a figure's source: who, when, which version, how far its report is, and the workbook's cell ("民生实事!E7") where the client sent it. */
export function sourceOf({ on, stateOf }: Pick<CityRows, 'on' | 'stateOf'>, indicator: Indicator, row: FoldRow): Source {
  const cumulative = figure(row, 'cumulative')
  const { reporter, area, part, version, seq, account, by, at, onBehalf, origin } = row
  const address = origin?.cells[cumulative === null ? 'statedPercent' : 'cumulative']
  const cell = origin === null || address === undefined ? null : `${origin.sheet}!${address}`
  const stage = textOf(row, 'stage')
  const counted = indicator.kind === 'milestone' ? isDone(row, indicator, on) : stageCounts(stage, indicator.countsStage)
  const stated = figure(row, 'statedPercent')
  const value = cumulative ?? stated
  return {
    reporter,
    area,
    part,
    version,
    seq,
    account,
    by,
    at,
    onBehalf,
    value,
    isPercent: cumulative === null && stated !== null,
    stage,
    counted,
    ...stateOf(row),
    cell,
  }
}

/** A node is done by its flag, its actual day (not one after `on`, where that is given) or its stage; the whole also by its figure: 1 of 1座, 100 %. */
export function isDone(row: FoldRow, { target }: Pick<Indicator, 'target'>, on?: string): boolean {
  const actual = textOf(row, 'actual')
  if (row.values.done === true || textOf(row, 'stage') === 'completed') return true
  if (actual !== null && (on === undefined || actual <= on)) return true
  if (row.part !== '') return false
  const [count, percent] = [figure(row, 'cumulative'), figure(row, 'statedPercent')]
  return (
    (percent !== null && percent >= HUNDRED_PERCENT) || (count !== null && target !== null && target.value > 0 && count >= target.value)
  )
}
