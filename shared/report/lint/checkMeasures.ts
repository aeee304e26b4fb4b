import { measureOf } from '../../register/measureOf.ts'
import { type LintPlace, lintFinding, type ReportCheck } from './lintFinding.ts'
import { progressParts } from './progressParts.ts'

/** Measures of length, area and weight, where two spellings of one are a slip; counters (个, 座) go with their nouns. */
const PHYSICAL: ReadonlySet<string> = new Set(['公里', '平方米', '亩', '吨', '米', '公顷'])

/** MEASURE_MIXED: one physical measure spelt in two ways (公里, 千米), at the last place of the spelling that came last. */
export const checkMeasures: ReportCheck = (report, { register }) => {
  const spellings = new Map<string, Map<string, LintPlace>>()
  for (const { place, figures } of progressParts(report, register)) {
    for (const { quantity } of figures) {
      const measure = quantity.measure === null ? undefined : measureOf(register, quantity.measure)
      if (!measure || quantity.measure === null || !PHYSICAL.has(measure.name)) continue
      const words = spellings.get(measure.name) ?? new Map<string, LintPlace>()
      spellings.set(measure.name, words)
      words.set(quantity.measure, place)
    }
  }
  return [...spellings].flatMap(([measure, words]) => {
    const last = [...words.values()].at(-1)
    return words.size > 1 && last ? [lintFinding('MEASURE_MIXED', last, [...words.keys()].join('、'), { measure })] : []
  })
}
