import type { Check } from '../finding/facts.ts'
import type { FigureRecord } from '../record/figureRecord.ts'
import { factIndex } from './lookups/factIndex.ts'
import { placeOf, raise } from './lookups/raise.ts'

/**
 * INDICATOR_SPLIT: the words of one row name it once, and its figures went to two or more registered indicators.
 *
 *     row                                    finding
 *     新增社区办公用房 (湖滨区 6, 陕州区 2)      info: 1.b, 1.c
 *     counties as rows, two indicators side by side   none (headings name each)
 */
export const indicatorSplit: Check = (facts) => {
  if (factIndex(facts).areas.length > 0 && facts.tables.every((table) => table.orientation === 'counties_as_rows')) return []
  const rows = new Map<string, FigureRecord[]>()
  let last: FigureRecord | undefined
  facts.records.forEach((record) => {
    const before = last
    last = record
    // Records come row by row: one alone in its row splits nothing.
    if (before?.origin.row !== record.origin.row || before.subject === record.subject) return
    for (const one of [before, record]) add(rows, one)
  })
  return [...rows.values()].flatMap((records) => {
    const subjects = [...new Set(records.map((record) => record.subject))].filter((subject) => /[a-z]$/.test(subject))
    const [first] = records
    const place = first && placeOf(first, 'subject')
    return place && subjects.length > 1
      ? [raise('INDICATOR_SPLIT', { sheet: place.sheet, cell: place.cell }, { indicators: subjects })]
      : []
  })
}

function add(rows: Map<string, FigureRecord[]>, record: FigureRecord): void {
  if (record.origin.cells.subject === undefined || !record.subject.includes('.') || record.values.cumulative == null) return
  const key = `${record.origin.sheet}!${record.origin.cells.subject}`
  const there = rows.get(key)
  if (there) there.push(record)
  else rows.set(key, [record])
}
