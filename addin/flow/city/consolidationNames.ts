import { extentOf } from '../../../shared/consolidation/completeness.ts'
import { COUNTIES } from '../../../shared/consolidation/disagreements.ts'
import { isInWords } from '../../../shared/consolidation/reported.ts'
import type { Register } from '../../../shared/register/register.ts'
import { areaName, indicatorById, unitById, unitName } from '../../../shared/register/registerIndex.ts'
import type { Consolidation, Disagreement } from '../../../shared/wire/consolidation.ts'
import type { ComparedWith, ConsolidationWords, ExcludedNames, UnitStanding } from './consolidationWords.ts'

/** "市交通运输局", or "各县（市、区）合计" of its rows or of the counties' own. */
export function sideName(register: Register, side: Disagreement['ofRecord'], words: ConsolidationWords): string {
  if (side.sum) return words.disagreements.sum(side.reporter === COUNTIES ? null : unitName(register, side.reporter))
  return unitName(register, side.reporter)
}

/** Which period the changes of an answer are counted from. */
export const comparedWith = ({ before, indicators }: Consolidation): ComparedWith =>
  before === null ? null : { period: before, isEmpty: !indicators.some(({ change }) => change.comparable === 'yes') }

/** The names of indicators, joined; an id that the register does not know stands for itself. */
export const indicatorNames = (register: Register, ids: readonly string[], separator = '、'): string =>
  ids.map((id) => indicatorById(register, id)?.name ?? id).join(separator)

/** What no rank counts, named by its reason; how many indicators no county has a target of its own of. */
export function excludedFromRanks({ excluded }: Consolidation['ranking'], register: Register, separator?: string): ExcludedNames {
  const of = (reason: (typeof excluded)[number]['reason']) =>
    excluded.filter((one) => one.reason === reason).map(({ indicator }) => indicator)
  return {
    noProgress: indicatorNames(register, of('noProgress'), separator),
    nothingToReach: indicatorNames(register, of('nothingToReach'), separator),
    notAllReported: indicatorNames(register, of('notAllReported'), separator),
    noCountyTarget: of('noCountyTarget').length,
  }
}

/** The days that two figures are as of, where both name one and it is not the same: then they need not be equal. */
export const differingDays = ({ ofRecord, other }: Disagreement): readonly [string, string] | null =>
  ofRecord.asOf !== null && other.asOf !== null && ofRecord.asOf !== other.asOf ? [ofRecord.asOf, other.asOf] : null

/** How a unit stands, of what the consolidated answer has of it. */
export const standingOf = (unit: Consolidation['reporters'][number]): UnitStanding => ({
  extent: extentOf(unit),
  returned: unit.returned,
  timeliness: unit.timeliness,
  deadline: unit.deadline,
  hasRows: unit.lastAt !== null,
})

/** What a unit lacks, by names: "新建农村公路（湖滨区）"; the city and the unit's own county go without a name, a task's text by its number. */
export function gapNames({ reporter, missing }: Consolidation['reporters'][number], register: Register, words: ConsolidationWords): string {
  const own = unitById(register, reporter)?.area ?? register.city
  const names = missing.map(({ subject, area, reported }) => {
    const indicator = indicatorById(register, subject)
    const name = indicator?.name ?? words.narrative(subject)
    const place = area === register.city || area === own ? name : `${name}（${areaName(register, area)}）`
    return words.gap(place, reported, indicator === undefined || isInWords(indicator))
  })
  return names.join('、')
}
