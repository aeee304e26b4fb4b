import type { FoldRow } from '../../../shared/consolidation/foldRow.ts'
import { asScaled } from '../../../shared/quantity/scaled.ts'
import type { Indicator, Register } from '../../../shared/register/register.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { COUNTIES, row } from './row.ts'

/** The register of 2021 with targets of counties, by indicator and county, in the base measure; and with other words of an indicator. */
export const withCountyTargets = (
  targets: Readonly<Record<string, Readonly<Record<string, number>>>>,
  changes: Readonly<Record<string, Partial<Indicator>>> = {},
): Register => ({
  ...register2021,
  indicators: register2021.indicators.map((indicator) => {
    const given = targets[indicator.id]
    const scaled = Object.entries(given ?? {}).map(([area, value]) => [area, asScaled(value * 10_000)] as const)
    return { ...indicator, ...(given === undefined ? {} : { countyTargets: Object.fromEntries(scaled) }), ...changes[indicator.id] }
  }),
})

/** 湖滨区 and 陕州区 have four targets each, 渑池县 two, the others none. */
export const rankedRegister = withCountyTargets({
  '3.a': { '411202': 10, '411203': 20 },
  '4.b': { '411202': 100, '411203': 50, '411221': 80 },
  '7.1.a': { '411202': 20, '411203': 60, '411221': 60 },
  '7.1.b': { '411202': 12, '411203': 40 },
})
/** 50, 100 (overshot), 50, 50: 62.5; and 100, 20, 75, nothing: 48.75. */
export const ranked = [
  row('jiaoyu', '3.a', '411202', { cumulative: 5 }),
  row('gongan', '4.b', '411202', { cumulative: 300 }),
  row('jiaotong', '7.1.a', '411202', { cumulative: 10 }),
  row('jiaotong', '7.1.b', '411202', { cumulative: 6 }),
  row('jiaoyu', '3.a', '411203', { cumulative: 20 }),
  row('gongan', '4.b', '411203', { cumulative: 10 }),
  row('jiaotong', '7.1.a', '411203', { cumulative: 45 }),
  row('jiaotong', '7.1.a', '411221', { cumulative: 60 }),
]

/** The register as it would be where each county's government reports the county's figures of some indicators. */
export const byGovernments = (of: Register, subjects: readonly string[]): Register => {
  const governments = of.units.flatMap(({ id, area }) => (area !== null && COUNTIES.some((code) => code === area) ? [{ id, area }] : []))
  const others = of.assignments.filter(({ subject, ofRecord }) => !(ofRecord && subjects.includes(subject)))
  const own = subjects.flatMap((subject) =>
    governments.map(({ id, area }) => ({ subject, reporter: id, ofRecord: true, required: true, areas: [area] })),
  )
  return { ...of, assignments: [...others, ...own] }
}
/** Rows as the counties' own governments would have sent them. */
export const sentByGovernments = (of: Register, rows: readonly FoldRow[]): FoldRow[] =>
  rows.map((one) => ({ ...one, reporter: of.units.find(({ area }) => area === one.area)?.id ?? one.reporter }))

const SUBJECTS = ['1.b', '1.c', '3.a', '4.b', '7.1.a', '7.1.b']
/** The same targets and figures, where the counties' governments are to report them. */
export const rankedByGovernments = byGovernments(rankedRegister, SUBJECTS)
export const rankedOfGovernments = sentByGovernments(rankedRegister, ranked)
