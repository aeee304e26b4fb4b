import { measureFits } from '../../finding/measureFits.ts'
import { measureScale } from '../../quantity/measureScale.ts'
import type { ColumnField } from '../../record/columnFields.ts'
import { findArea } from '../../register/findArea.ts'
import { measureOf } from '../../register/measureOf.ts'
import { indicatorById } from '../../register/registerIndex.ts'
import { headingFields } from '../headings/headingFields.ts'
import { normaliseHeading } from '../headings/normaliseHeading.ts'
import { matchSubjects } from '../subjects/matchSubjects.ts'
import type { ColumnPath } from '../tables/columnPaths.ts'
import { compactText } from '../view/compactText.ts'
import type { BreakdownRole } from './draftTypes.ts'
import { type ColumnSetting, TOTAL } from './draftTypes.ts'

/**
 * Columns that break one figure down by words that say nothing of the register. Their sum is the figure; without a sum
 * none of them is, however many are beside each other.
 *
 *     开通数 / 移动 | 联通 | 电信 | 合计     合计 is the sum, the others parts
 *     开通数 / 移动 | 联通                  parts
 *     目标 / 湖滨区 | 陕州区 | 合计          none: areas
 *     农村公路 / 目标 | 完成                none: known headings
 */
export function breakdownColumns(paths: readonly ColumnPath[], setting: ColumnSetting): ReadonlyMap<ColumnPath, BreakdownRole> {
  const groups = new Map<string, ColumnPath[]>()
  for (const path of paths) {
    const parent = path.parts.at(-2)
    if (!parent) continue
    const key = `${parent.row}|${parent.column}`
    const group = groups.get(key)
    if (group) group.push(path)
    else groups.set(key, [path])
  }
  const roles = new Map<ColumnPath, BreakdownRole>()
  for (const group of groups.values()) {
    const leaf = (path: ColumnPath) => path.parts.at(-1)?.text ?? ''
    if (group.some((path) => isArea(setting, leaf(path)))) continue
    if (!isFigure(setting, group[0]?.parts.at(-2)?.text ?? '')) continue
    const sums = group.filter((path) => TOTAL.test(normaliseHeading(leaf(path)).core))
    const parts = group.filter((path) => !sums.includes(path) && isUnknown(setting, path))
    if (sums.length > 1 || parts.length < (sums.length === 1 ? 1 : 2)) continue
    // words of other fields beside them: the group is one of an object, not of a figure
    if (sums.length + parts.length < group.length && sums.length === 0) continue
    const counted = sums.length === 0 ? countedOf(setting, parts) : undefined
    for (const path of sums) roles.set(path, 'sum')
    for (const path of parts) roles.set(path, path === counted ? 'sum' : 'part')
  }
  return roles
}

/** 小区数（个） | 楼栋数（栋） | 户数（户）: the one of several measures that the title's indicator counts. */
function countedOf({ register, title }: ColumnSetting, parts: readonly ColumnPath[]): ColumnPath | undefined {
  const { indicators } = matchSubjects(register, title, { figures: true })
  const indicator = indicators.length === 1 ? indicatorById(register, indicators[0] ?? '') : undefined
  if (!indicator) return undefined
  const counted = parts.filter((path) =>
    normaliseHeading(path.parts.at(-1)?.text ?? '').hints.some((hint) => {
      const { base } = measureScale(hint)
      return base !== '' && measureOf(register, base) !== undefined && measureFits(register, base, indicator)
    }),
  )
  return counted.length === 1 ? counted[0] : undefined
}

const isArea = ({ register }: ColumnSetting, text: string): boolean =>
  !TOTAL.test(normaliseHeading(text).core) && findArea(register, compactText(text)) !== undefined

/** The group's heading alone says a figure (开通数, 计划投资), or an indicator. */
function isFigure({ register }: ColumnSetting, text: string): boolean {
  const guesses = headingFields(text)
  if (guesses.length > 0) return guesses.some(({ field }) => FIGURES.has(field))
  return matchSubjects(register, normaliseHeading(text).core).indicators.length === 1
}

const FIGURES: ReadonlySet<ColumnField> = new Set<ColumnField>([
  'target',
  'cumulative',
  'period_value',
  'previous_cumulative',
  'carry_over',
  'invest_plan',
  'invest_done',
])

/** A heading without a meaning of its own over numbers. */
function isUnknown(setting: ColumnSetting, path: ColumnPath): boolean {
  const text = path.parts.at(-1)?.text ?? ''
  const { core, month, year } = normaliseHeading(text)
  if (core === '' || month !== undefined || year !== undefined || headingFields(text).length > 0) return false
  if (/(第?[一二三四五六]批|[一二三四]期|[ABC]批)/u.test(core)) return false
  const match = matchSubjects(setting.register, core)
  if (match.indicators.length > 0 && match.confidence >= 0.6) return false
  const { kinds, filled } = setting.content(path.column)
  return filled > 0 && (kinds.number ?? 0) + (kinds.quantity ?? 0) + (kinds.mark ?? 0) + (kinds.error ?? 0) >= filled * 0.6
}
