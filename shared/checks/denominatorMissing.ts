import type { Check, CheckFacts } from '../finding/facts.ts'
import type { Finding } from '../finding/finding.ts'
import { type FigureRecord, recordKeyText } from '../record/figureRecord.ts'
import { percentDecimals } from './lookups/percentDecimals.ts'
import { placeOf, raise } from './lookups/raise.ts'
import { indicatorOf } from './lookups/truth.ts'

/**
 * DENOMINATOR_MISSING: coverage rates without the number that they are percentages of; such rates cannot be averaged. One
 * finding an indicator, with the cells of all its rates. Where the rates of an area can only be parts of one whole number
 * it is named: a single rate proves nothing (5例, 100 % would make it 5), two counts that differ and agree on it do.
 *
 *     figures                                      finding
 *     4405例 71.36 %, of another indicator 4607例 74.63 %   warning each, implied 6173
 *     4405例 71.36 % alone                          warning, nothing implied
 *     of six counties                              one warning with six cells
 *     4405例 of 6173例, 71.36 %                     none
 *     a count's 完成率                              none
 *     a rate of the whole city, no count            none (nothing is averaged)
 */
export const denominatorMissing: Check = (facts) => {
  const bare = facts.records.filter((record) => isBareRate(facts, record))
  if (bare.length === 0) return []
  const implied = new Map<string, number>()
  for (const [area, records] of Map.groupBy(bare, ({ area }) => area)) {
    const whole = impliedDenominator(facts, records)
    if (whole !== undefined) implied.set(area, whole)
  }
  return [...Map.groupBy(bare, ({ subject }) => subject).values()].flatMap((records) => ofIndicator(records, implied))
}

function ofIndicator(records: readonly FigureRecord[], implied: ReadonlyMap<string, number>): readonly Finding[] {
  const [first] = records
  if (!first) return []
  const places = records.map((record) => placeOf(record, 'statedPercent'))
  const { sheet, cell } = placeOf(first, 'statedPercent')
  const known = [...new Set(records.map(({ area }) => area))].filter((area) => implied.has(area))
  const params = {
    indicator: first.subject,
    ...(known.length > 0 && { area: known, implied: known.map((area) => String(implied.get(area))) }),
  }
  const several = { cells: places.map((place) => place.cell), records: places.map((place) => place.record) }
  const one = { sheet, cell, record: recordKeyText(first) }
  const field = 'statedPercent'
  return [
    records.length === 1
      ? raise('DENOMINATOR_MISSING', one, params, { field })
      : raise('DENOMINATOR_MISSING', { sheet, cell }, params, { field, ...several }),
  ]
}

function isBareRate(facts: CheckFacts, record: FigureRecord): boolean {
  const indicator = indicatorOf(facts, record)
  const { statedPercent, denominator, cumulative } = record.values
  if (indicator?.kind !== 'percent' || statedPercent == null || denominator != null) return false
  return cumulative != null || record.area !== indicator.area
}

/** The only whole number of which the counts can be the stated percentages; undefined where none or several are, or all counts are the same. */
function impliedDenominator(facts: CheckFacts, records: readonly FigureRecord[]): number | undefined {
  let low = 1
  let high = Number.MAX_SAFE_INTEGER
  const counts = new Set<number>()
  for (const record of records) {
    const { cumulative, statedPercent } = record.values
    if (cumulative == null || statedPercent == null || cumulative <= 0 || statedPercent <= 0) continue
    const half = 5 * 10 ** (3 - Math.min(percentDecimals(facts, record), 3))
    counts.add(cumulative)
    low = Math.max(low, Math.ceil((cumulative * 100) / (statedPercent + half)))
    high = Math.min(high, Math.floor((cumulative * 100) / Math.max(statedPercent - half, 1)))
  }
  return counts.size > 1 && low === high ? low : undefined
}
