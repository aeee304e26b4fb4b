import { recordKeyText } from '../sheet/figureRecord.ts'
import { contradictions } from './contradictions.ts'
import type { Check } from './facts.ts'
import type { Finding } from './finding.ts'
import { raise } from './raise.ts'

/**
 * DUPLICATE_ROW: two rows of a table report the same subject and area with different figures. Said at the words that
 * name the later row; every record of all rows concerned is refused (`params.rows`), since nobody knows which row is meant.
 *
 *     rows                                    finding
 *     灵宝市 10400, 灵宝市 1040                 error at the second 灵宝市
 *     灵宝市 1040, 灵宝市 1040                  none (they agree)
 *     配网一批 92, 配网二批 128 (batches)        none (two parts)
 */
export const duplicateRow: Check = (facts) => {
  const found = new Map<string, Finding>()
  for (const group of contradictions(facts)) {
    const [first, ...later] = group
    if (!first) continue
    for (const record of later) {
      const { sheet, row, cells } = record.origin
      const naming =
        cells.area !== undefined && cells.area !== first.origin.cells.area ? cells.area : (cells.subject ?? cells.area ?? `A${row}`)
      const rows = [String(first.origin.row), String(row)]
      const place = `${sheet}!${naming}`
      if (!found.has(place))
        found.set(
          place,
          raise(
            'DUPLICATE_ROW',
            { sheet, cell: naming, record: recordKeyText(record) },
            { subject: record.subject, area: record.area, rows },
          ),
        )
    }
  }
  return [...found.values()]
}
