import { oncePer } from '../base/oncePer.ts'
import type { Check, CheckFacts } from '../finding/facts.ts'
import type { Finding } from '../finding/finding.ts'
import { COLUMN_FIELDS } from '../record/columnFields.ts'
import { type FigureRecord, recordKeyText } from '../record/figureRecord.ts'
import { contradictions } from './lookups/contradictions.ts'
import { raise } from './lookups/raise.ts'

/**
 * DUPLICATE_ROW: two rows of a table report the same subject and area with different figures. Raised at the words that
 * name the later row; every record of all rows concerned is refused (`params.rows`), since nobody knows which row is
 * meant. Only a warning where the rows' own words differ or are one merged cell: then they may be parts that are not kept
 * apart; they are refused all the same until somebody says so.
 *
 *     rows                                    finding
 *     灵宝市 10400, 灵宝市 1040                 error at the second 灵宝市
 *     灵宝市 1040, 灵宝市 1040                  none (they agree)
 *     配网一批 92, 配网二批 128 (batches)        none (two parts)
 *     周转宿舍（一中）15, 周转宿舍（二中）27        warning at the second
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
      if (found.has(place)) continue
      const params = { subject: record.subject, area: record.area, rows }
      const severity = sameWords(facts, first, record) ? 'error' : 'warning'
      found.set(place, raise('DUPLICATE_ROW', { sheet, cell: naming, record: recordKeyText(record) }, params, { severity }))
    }
  }
  return [...found.values()]
}

/** Whether two rows name themselves alike; without cells, as in the worker, a key is a key. */
function sameWords(facts: CheckFacts, one: FigureRecord, other: FigureRecord): boolean {
  const first = one.origin.cells.subject
  const second = other.origin.cells.subject
  if (first === undefined || second === undefined || facts.cells.length === 0) return true
  const areas = one.origin.cells.area !== undefined && one.origin.cells.area !== other.origin.cells.area
  if (first === second) return areas
  const words = wordsOf(facts)
  return words.get(`${one.origin.sheet}!${first}`) === words.get(`${other.origin.sheet}!${second}`)
}

/** The words of the cells that name rows. */
const wordsOf = oncePer(
  (facts: CheckFacts): ReadonlyMap<string, string> =>
    new Map(
      facts.cells.flatMap((fact) =>
        COLUMN_FIELDS[fact.field].group === 'naming'
          ? [[`${fact.sheet}!${fact.cell}`, String(fact.value ?? '').replace(/\s/g, '')] as const]
          : [],
      ),
    ),
)
