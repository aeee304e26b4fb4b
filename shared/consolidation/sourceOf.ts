import type { Source } from '../wire/consolidation.ts'
import { figure } from './areaFigure.ts'
import type { FoldRow } from './foldRow.ts'

/** A row as a figure's source: who, when, which version, and the workbook's cell ("民生实事!E7") where the client sent it. */
export function sourceOf(row: FoldRow): Source {
  const cumulative = figure(row, 'cumulative')
  const { reporter, area, part, version, seq, account, by, at, origin } = row
  const address = origin?.cells[cumulative === null ? 'statedPercent' : 'cumulative']
  const cell = origin === null || address === undefined ? null : `${origin.sheet}!${address}`
  return { reporter, area, part, version, seq, account, by, at, value: cumulative ?? figure(row, 'statedPercent'), cell }
}
