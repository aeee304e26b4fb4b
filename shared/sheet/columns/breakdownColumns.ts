import { measureFits } from '../../finding/measureFits.ts'
import { measureScale } from '../../quantity/measureScale.ts'
import { columnFieldsWhere } from '../../record/columnFields.ts'
import { findArea } from '../../register/findArea.ts'
import type { Register } from '../../register/register.ts'
import { indicatorById } from '../../register/registerIndex.ts'
import { headingFields } from '../headings/headingFields.ts'
import { isMeasureAlone } from '../headings/isMeasureAlone.ts'
import { isMeasure } from '../headings/measureBehind.ts'
import { normaliseHeading } from '../headings/normaliseHeading.ts'
import { isTimeAlone } from '../headings/pathTime.ts'
import { matchSubjects } from '../subjects/matchSubjects.ts'
import { NAMES_SUBJECT } from '../subjects/matchWeights.ts'
import type { ColumnPath } from '../tables/columnPaths.ts'
import { compactText } from '../view/compactText.ts'
import type { BreakdownRole, ColumnContext } from './columnCandidate.ts'
import { isMostly } from './columnContent.ts'
import { BATCH, KINDS_OF_WORK, SIZES, TOTAL_COLUMNS } from './columnWords.ts'
import { subjectOf } from './headingMeaning.ts'

/**
 * Columns that break one figure down by words that say nothing of the register. Their sum is the figure; without a sum
 * none of them is, however many there are.
 *
 *     开通数 / 移动 | 联通 | 电信 | 合计     合计 is the sum, the others parts
 *     开通数 / 移动 | 联通                  parts
 *     目标 / 湖滨区 | 陕州区 | 合计          none: areas
 *     农村公路 / 目标 | 完成                none: known headings
 *
 * Of kinds that have the same headings each, the columns of the sum are the figures: 刑事 / 已办结 | 未办结, 民事 / 已办结 | 未办结,
 * 合计 / 已办结 | 未办结.
 */
export function breakdownColumns(paths: readonly ColumnPath[], context: ColumnContext): ReadonlyMap<ColumnPath, BreakdownRole> {
  const roles = new Map<ColumnPath, BreakdownRole>()
  for (const { text, columns } of groupsOf(paths)) {
    if (columns.some((path) => isArea(context, ownHeading(path))) || !isFigure(context, text, columns)) continue
    const sums = columns.filter((path) => TOTAL_COLUMNS.pattern.test(normaliseHeading(ownHeading(path)).core))
    const hasOneSum = sums.length === 1
    const parts = columns.filter((path) => !sums.includes(path) && (isUnknown(context, path) || isKindOfWork(path, text)))
    if (sums.length > 1 || parts.length < (hasOneSum ? 1 : 2)) continue
    // words of other fields among them: the group is one of an object, not of a figure
    if (!hasOneSum && parts.length < columns.length) continue
    const counted = hasOneSum ? sums[0] : countedOf(context, parts)
    for (const path of [...sums, ...parts]) roles.set(path, roleOf(path, path.parts.length - 1, counted))
  }
  for (const [path, role] of rolesOfKinds(paths, context)) if (!roles.has(path)) roles.set(path, role)
  return roles
}

const roleOf = (path: ColumnPath, level: number, sum: ColumnPath | undefined): BreakdownRole =>
  path === sum ? { role: 'sum', level } : { role: 'part', level, ...(sum ? { sum } : {}) }

/** The columns of kinds beside their sum, each with the same headings, at whatever level the kinds stand. */
function rolesOfKinds(paths: readonly ColumnPath[], context: ColumnContext): ReadonlyMap<ColumnPath, BreakdownRole> {
  const roles = new Map<ColumnPath, BreakdownRole>()
  const depth = Math.max(0, ...paths.map(({ parts }) => parts.length))
  for (let level = 0; level < depth - 1; level++) {
    for (const kinds of Map.groupBy(groupsAt(paths, level), ({ above }) => above).values()) {
      const sums = kinds.filter(({ text }) => TOTAL_COLUMNS.pattern.test(normaliseHeading(text).core))
      const [sum, another] = sums
      if (!sum || another || sum.columns.length < 2) continue
      const parts = kinds.filter((kind) => kind !== sum && headingsBelow(kind, level) === headingsBelow(sum, level))
      if (parts.length < 2 || !parts.every((part) => namesKind(context, part))) continue
      for (const { columns } of [sum, ...parts])
        for (const [i, path] of columns.entries()) if (!roles.has(path)) roles.set(path, roleOf(path, level, sum.columns[i]))
    }
  }
  return roles
}

const namesKind = (context: ColumnContext, { text, columns }: Group): boolean =>
  !isArea(context, text) && columns.every((path) => isKind(context, text, path))

/** All headings below a level, column by column. */
const headingsBelow = ({ columns }: Group, level: number): string =>
  columns
    .map(({ parts }) =>
      parts
        .slice(level + 1)
        .map(({ text }) => compactText(text))
        .join('\t'),
    )
    .join('\n')

const ownHeading = (path: ColumnPath): string => path.parts.at(-1)?.text ?? ''

/** The columns below a heading that has headings below it, and its text. */
interface Group {
  readonly text: string
  readonly columns: readonly ColumnPath[]
}

function groupsOf(paths: readonly ColumnPath[]): readonly Group[] {
  const groups = Map.groupBy(
    paths.filter(({ parts }) => parts.length > 1),
    ({ parts }) => placeOf(parts.at(-2)),
  )
  return [...groups.values()].map((columns) => ({ text: columns[0]?.parts.at(-2)?.text ?? '', columns }))
}

/** The columns below each heading of a level, and the place of what stands above that heading. */
function groupsAt(paths: readonly ColumnPath[], level: number): readonly (Group & { readonly above: string })[] {
  const groups = Map.groupBy(
    paths.filter(({ parts }) => parts.length > level + 1),
    ({ parts }) => placeOf(parts[level]),
  )
  return [...groups.values()].map((columns) => {
    const parts = columns[0]?.parts ?? []
    return { text: parts[level]?.text ?? '', columns, above: parts.slice(0, level).map(placeOf).join('/') }
  })
}

const placeOf = (part: ColumnPath['parts'][number] | undefined): string => `${part?.row}|${part?.column}`

/** 小区数（个） | 楼栋数（栋） | 户数（户）: the one of several measures that the title's indicator counts. */
function countedOf({ register, title }: ColumnContext, parts: readonly ColumnPath[]): ColumnPath | undefined {
  const { indicators } = matchSubjects(register, title, { figures: true })
  const indicator = indicators.length === 1 ? indicatorById(register, indicators[0] ?? '') : undefined
  if (!indicator) return undefined
  const counted = parts.filter((path) =>
    normaliseHeading(ownHeading(path)).hints.some(
      (hint) => isMeasure(register, hint) && measureFits(register, measureScale(hint).base, indicator),
    ),
  )
  return counted.length === 1 ? counted[0] : undefined
}

const isArea = ({ register }: ColumnContext, text: string): boolean =>
  !TOTAL_COLUMNS.pattern.test(normaliseHeading(text).core) && findArea(register, compactText(text)) !== undefined

/** The group's heading alone says a figure (开通数, 计划投资), or an indicator; of 里程 and 数量 the heading above it says. */
function isFigure(context: ColumnContext, text: string, columns: readonly ColumnPath[]): boolean {
  const above = columns[0]?.parts.at(-3)
  if (SIZES.pattern.test(normaliseHeading(text).core) && above !== undefined) return saysFigure(context, above.text)
  return saysFigure(context, text)
}

function saysFigure({ register }: ColumnContext, text: string): boolean {
  const guesses = headingFields(text)
  if (guesses.length > 0) return guesses.some(({ field }) => CAN_BE_BROKEN_DOWN.has(field))
  const heading = normaliseHeading(text)
  return matchSubjects(register, heading.core).indicators.length === 1 || subjectOf(register, heading, undefined) !== undefined
}

/** 新建 and 改造 beside each other are the kinds of one work; under 投资 they are what was spent, each its own. */
const isKindOfWork = (path: ColumnPath, group: string): boolean =>
  KINDS_OF_WORK.pattern.test(normaliseHeading(ownHeading(path)).core) && !/投资|资金/u.test(group)

/** Fields whose figure is the sum of its parts. */
const CAN_BE_BROKEN_DOWN = columnFieldsWhere(({ group }) => group === 'figure')

/** A heading without a meaning of its own over numbers. */
const isUnknown = (context: ColumnContext, path: ColumnPath): boolean => isKind(context, ownHeading(path), path)

function isKind({ register, content }: ColumnContext, text: string, path: ColumnPath): boolean {
  const { core, month, year } = normaliseHeading(text)
  if (isTimeAlone(text) || isMeasureAlone(text, register)) return false
  if (core === '' || month !== undefined || year !== undefined || headingFields(text).length > 0 || BATCH.test(core)) return false
  return !namesSubject(register, core) && isMostly(content(path.column), 'number', 'quantity', 'mark', 'error')
}

function namesSubject(register: Register, text: string): boolean {
  const { indicators, confidence } = matchSubjects(register, text)
  return indicators.length > 0 && confidence >= NAMES_SUBJECT
}
