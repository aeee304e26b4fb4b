import { isRecord } from '../base/keysOf.ts'
import type { Source } from '../wire/consolidation.ts'
import type { ServerRecord } from '../wire/sync.ts'
import { figure } from './areaFigure.ts'

/** A row as a figure's source: who, when, which version, and the workbook's cell. */
export function sourceOf(row: ServerRecord): Source {
  const cumulative = figure(row, 'cumulative')
  const { reporter, area, part, version, seq, by, at } = row
  const cell = cellOf(row.origin, cumulative === null ? 'statedPercent' : 'cumulative')
  return { reporter, area, part, version, seq, by, at, value: cumulative ?? figure(row, 'statedPercent'), cell }
}

/** "民生实事!E7", where the client sent sheet and cell; "E7" without a sheet, null without a cell. */
function cellOf(origin: unknown, field: string): string | null {
  if (!isRecord(origin) || !isRecord(origin.cells)) return null
  const cell = origin.cells[field]
  if (typeof cell !== 'string') return null
  return typeof origin.sheet === 'string' ? `${origin.sheet}!${cell}` : cell
}
