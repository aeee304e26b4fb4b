import type { ColumnField } from '../../record/columnFields.ts'
import type { RecognizedColumn } from '../../record/reading.ts'
import type { Indicator, Register } from '../../register/register.ts'
import type { ColumnCandidate, ColumnContext } from '../columns/columnCandidate.ts'
import { TOTAL_COLUMNS } from '../columns/columnWords.ts'
import { titleIndicator } from '../columns/otherFigures.ts'
import { stageOfPath } from '../columns/readColumnPath.ts'
import { columnAs } from '../columns/recognizedColumn.ts'
import { headingFields } from '../headings/headingFields.ts'
import { isMeasureAlone } from '../headings/isMeasureAlone.ts'
import { normaliseHeading } from '../headings/normaliseHeading.ts'
import { ownVerbs } from '../headings/ownVerbs.ts'
import { isTimeAlone, pathTime } from '../headings/pathTime.ts'
import { NO_FIGURES } from '../headings/timeWords.ts'
import { compactText } from '../view/compactText.ts'
import { isSaid, ROLES, type Role, type ValueColumn } from './valueColumn.ts'

/** Words of a higher heading say less of a column than its own. */
const HIGHER = 0.9

/**
 * The columns of figures of a table, with what every level of their headings says of role, time and stage. A column whose
 * cells are words, dates or money is none.
 */
export function valueColumns(
  candidates: readonly ColumnCandidate[],
  columns: readonly RecognizedColumn[],
  context: ColumnContext,
): readonly ValueColumn[] {
  const byColumn = new Map(columns.map((column) => [column.column, column]))
  const titled = titleIndicator(context)
  const found = candidates.flatMap((candidate): readonly ValueColumn[] => {
    const recognized = byColumn.get(candidate.path.column)
    if (!recognized) return []
    const said = isSaid(recognized)
    if (said ? roleOf(recognized.field) === undefined : !holdsFigures(candidate) || isOther(candidate, recognized)) return []
    const parts = candidate.path.parts.map(({ text }) => text)
    const words = withPrior(ofPlan(candidate, wordsOf(parts, context.register)), recognized)
    return [
      {
        column: recognized.column,
        group: groupOf(said ? asSaid(candidate, recognized) : candidate, parts, context.register),
        key: `${said ? `${recognized.field} ` : ''}${keyOf(candidate, parts)}`,
        words: candidate.derived && candidate.area === undefined ? {} : words,
        time: pathTime(parts, context.month),
        stage: stageOfPath(parts.map(normaliseHeading)),
        counted: 0,
        percent: percentShare(candidate) > 0.5,
        prior: recognized.aside || recognized.derived ? undefined : roleOf(recognized.field),
        said,
        recognized,
        bound: recognized.field === undefined ? columnAs(candidate, 'cumulative') : recognized,
      },
    ]
  })
  return found.map((one) => ({ ...one, counted: countedBy(one, found, indicatorOf(one, context.register) ?? titled) }))
}

const roleOf = (field: ColumnField | undefined): Role | undefined => ROLES.find((role) => role === field)

const holdsFigures = ({ content }: ColumnCandidate): boolean => {
  const { kinds, filled } = content
  const figures = (kinds.number ?? 0) + (kinds.percent ?? 0) + (content.bare ?? 0)
  return filled > 0 && figures >= (filled - (kinds.mark ?? 0) - (kinds.error ?? 0)) * 0.6 && figures > 0
}

const percentShare = ({ content: { kinds, filled } }: ColumnCandidate): number => (kinds.percent ?? 0) / Math.max(1, filled)

/**
 * Figures of another year, of a longer time or of another thing, percentages of another base and groups of another stage are
 * known for what they are, and parts of a figure (移动 | 联通 under 开通数) are none of its own.
 */
const DECIDED = new Set(['part_of_sum', 'other_year', 'other_base', 'stage_group', 'since_start', 'other_thing'])

/** Money, dates and serials; figures of a field that is no role, where the words say so plainly. */

const isOther = (candidate: ColumnCandidate, recognized: RecognizedColumn): boolean =>
  candidate.role === 'part' ||
  (recognized.aside === true && DECIDED.has(recognized.why.reason)) ||
  NO_FIGURES.pattern.test(recognized.header) ||
  (candidate.measure !== undefined && /^[万亿]?元$/u.test(candidate.measure)) ||
  (recognized.field !== undefined && roleOf(recognized.field) === undefined && recognized.field !== 'visual_progress')

/** What a heading says; where it is not known, what it says behind the quarter or half of the year that it begins with. */
function fieldsOf(part: string): ReturnType<typeof headingFields> {
  const own = headingFields(part)
  return own.length > 0 ? own : headingFields(compactText(part).replace(PART_OF_YEAR_FIRST, ''))
}
const PART_OF_YEAR_FIRST = /^(前?[一二三四1-4]?季度|[上下]?半年|[本当]季度?)/u

/** How well each level's words say each role; a level that names only a time or a measure says none. */
function wordsOf(parts: readonly string[], register: Register): Readonly<Partial<Record<Role, number>>> {
  const words: Partial<Record<Role, number>> = {}
  const byLevel = parts.map((part) => (isTimeAlone(part) || isMeasureAlone(part, register) ? [] : fieldsOf(part)))
  const lowest = byLevel.findLastIndex((fields) => fields.length > 0)
  byLevel.forEach((fields, level) => {
    for (const { field, score } of fields) {
      const role = roleOf(field)
      if (role === undefined) continue
      const worth = score * (level === parts.length - 1 ? 1 : HIGHER) * (level === lowest ? 1 : HIGHER)
      words[role] = Math.max(words[role] ?? 0, worth)
    }
  })
  return words
}

/** 完工里程 under 年度计划 is what is to be done, whatever its own words say. */
const ofPlan = ({ planned }: ColumnCandidate, words: ValueColumn['words']): ValueColumn['words'] =>
  planned ? { target: Math.max(words.target ?? 0, words.cumulative ?? 0) } : words

/** 4月累计 beside 5月累计: the recogniser knows last month's figure by its month, which the words alone do not say. */
const withPrior = (words: ValueColumn['words'], { field, aside }: RecognizedColumn): ValueColumn['words'] =>
  field === 'previous_cumulative' && !aside && words.previous_cumulative === undefined && words.cumulative !== undefined
    ? { ...words, previous_cumulative: words.cumulative }
    : words

/** The indicator and the area that a person gave the column, in place of those of its headings. */
function asSaid({ subject: _, area: __, ...candidate }: ColumnCandidate, { indicator, area, derived }: RecognizedColumn): ColumnCandidate {
  return {
    ...candidate,
    derived: derived === true,
    ...(indicator === undefined ? {} : { subject: indicator }),
    ...(area === undefined ? {} : { area }),
  }
}

/** The columns among which each role is once: those of one indicator and area, or under one heading that is no role's. */
function groupOf(candidate: ColumnCandidate, parts: readonly string[], register: Register): string {
  if (candidate.derived) return ''
  if (candidate.subject !== undefined || candidate.area !== undefined)
    return `${candidate.subject ?? ''}|${candidate.area ?? ''}|${candidate.batch ? candidate.header : ''}`
  return parts
    .slice(0, -1)
    .filter((part) => !saysRole(part, register) && !TOTAL_COLUMNS.pattern.test(normaliseHeading(part).core))
    .map(compactText)
    .join('/')
}

const saysRole = (part: string, register: Register): boolean =>
  isTimeAlone(part) ||
  isMeasureAlone(part, register) ||
  headingFields(part).length > 0 ||
  stageOfPath([normaliseHeading(part)]) !== undefined

/** What stands over the column besides its indicator and area: the lower levels, or the whole where there is one. */
const keyOf = (candidate: ColumnCandidate, parts: readonly string[]): string =>
  (candidate.subject !== undefined || candidate.area !== undefined) && parts.length > 1
    ? parts.slice(1).map(compactText).join('/')
    : compactText(candidate.header)

const indicatorOf = ({ recognized }: ValueColumn, register: Register): Indicator | undefined =>
  register.indicators.find(({ id }) => id === recognized.indicator)

/** Whether the column's headings name the stage that counts; the register's own verb goes before any other word. */
function countedBy(one: ValueColumn, all: readonly ValueColumn[], indicator: Indicator | undefined): -1 | 0 | 1 {
  const verbs = ownVerbs(indicator)
  const names = ({ recognized }: ValueColumn) => verbs.some((verb) => recognized.header.includes(verb))
  if (verbs.length > 0 && all.some(names)) return names(one) ? 1 : one.stage === undefined ? 0 : -1
  if (one.stage === undefined) return 0
  return one.stage === (indicator?.countsStage ?? 'completed') ? 1 : -1
}
