import type { Indicator } from '../register/register.ts'
import type { Source } from '../wire/consolidation.ts'
import { figure, textOf } from './areaFigure.ts'
import type { FoldRow } from './foldRow.ts'
import { stageCounts } from './stageCounts.ts'

/** A row as a figure's source: who, when, which version, and the workbook's cell ("民生实事!E7") where the client sent it. */
export function sourceOf(indicator: Indicator, row: FoldRow): Source {
  const cumulative = figure(row, 'cumulative')
  const { reporter, area, part, version, seq, account, by, at, origin } = row
  const address = origin?.cells[cumulative === null ? 'statedPercent' : 'cumulative']
  const cell = origin === null || address === undefined ? null : `${origin.sheet}!${address}`
  const stage = textOf(row, 'stage')
  const counted = indicator.kind === 'milestone' ? isDone(row) : stageCounts(stage, indicator.countsStage)
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
    value,
    isPercent: cumulative === null && stated !== null,
    stage,
    counted,
    cell,
  }
}

/** A node is done by its flag, its actual day or its stage. */
export const isDone = (row: FoldRow): boolean =>
  row.values.done === true || textOf(row, 'actual') !== null || textOf(row, 'stage') === 'completed'
