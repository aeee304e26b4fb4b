import type { Check, CheckFacts } from '../finding/facts.ts'
import { columnLetters } from '../grid/a1.ts'
import { decimalFromScaled } from '../quantity/scaled.ts'
import type { FigureRecord } from '../record/figureRecord.ts'
import { percentDecimals } from './lookups/percentDecimals.ts'
import { placeOf, raise } from './lookups/raise.ts'
import { headingsOver } from './lookups/tableAt.ts'
import { indicatorOf } from './lookups/truth.ts'

/**
 * DENOMINATOR_MISSING: a coverage rate without the number that it is a percentage of; such rates cannot be averaged. Where one
 * whole number fits all rates of an area and table, the finding names it.
 *
 *     figures                           finding
 *     4405例 71.36 %, 4607例 74.63 % …   warning each, implied 6173
 *     4405例 of 6173例, 71.36 %          none
 *     a count's 完成率                   none
 *     a rate of the whole city, no count none (nothing is averaged)
 */
export const denominatorMissing: Check = (facts) => {
  const bare = facts.records.filter((record) => isBareRate(facts, record))
  const byArea = new Map<string, FigureRecord[]>()
  for (const record of bare) byArea.set(record.area, [...(byArea.get(record.area) ?? []), record])
  const columns = new Set<string>()
  return bare.map((record) => {
    const place = placeOf(record, 'statedPercent')
    const column = `${place.sheet}!${columnLetters(place.cell)}`
    const headings = columns.has(column) ? [] : headingsOver(facts.tables, place.cell)
    columns.add(column)
    const implied = impliedDenominator(facts, byArea.get(record.area) ?? [])
    const stated = record.values.statedPercent
    return raise(
      'DENOMINATOR_MISSING',
      place,
      { ...(stated != null && { percent: decimalFromScaled(stated) }), ...(implied !== undefined && { implied: String(implied) }) },
      { field: 'statedPercent', ...(headings.length > 0 && { cells: [place.cell, ...headings] }) },
    )
  })
}

function isBareRate(facts: CheckFacts, record: FigureRecord): boolean {
  const indicator = indicatorOf(facts, record)
  const { statedPercent, denominator, cumulative } = record.values
  if (indicator?.kind !== 'percent' || statedPercent == null || denominator != null) return false
  return cumulative != null || record.area !== indicator.area
}

/** The only whole number of which all counts are the stated percentages; undefined where none or several fit. */
function impliedDenominator(facts: CheckFacts, records: readonly FigureRecord[]): number | undefined {
  let low = 1
  let high = Number.MAX_SAFE_INTEGER
  let counted = 0
  for (const record of records) {
    const { cumulative, statedPercent } = record.values
    if (cumulative == null || statedPercent == null || cumulative <= 0 || statedPercent <= 0) continue
    const half = 5 * 10 ** (3 - Math.min(percentDecimals(facts, record), 3))
    counted++
    low = Math.max(low, Math.ceil((cumulative * 100) / (statedPercent + half)))
    high = Math.min(high, Math.floor((cumulative * 100) / Math.max(statedPercent - half, 1)))
  }
  return counted > 0 && low === high ? low : undefined
}
