import { measureFits } from '../../finding/measureFits.ts'
import { measureScale } from '../../quantity/measureScale.ts'
import { measureAt } from '../../quantity/measureWords.ts'
import type { Stage } from '../../quantity/stage.ts'
import type { Register } from '../../register/register.ts'
import { indicatorById } from '../../register/registerIndex.ts'
import type { FieldGuess } from '../headings/headingFields.ts'
import { isMeasureAlone } from '../headings/isMeasureAlone.ts'
import { isMeasure } from '../headings/measureBehind.ts'
import { type Heading, normaliseHeading } from '../headings/normaliseHeading.ts'
import { type ColumnPath, pathHeader } from '../tables/columnPaths.ts'
import { type BreakdownRole, type ColumnCandidate, type ColumnContext, type ScoredField, STAGED_FIELDS } from './columnCandidate.ts'
import { COLUMN_WEIGHTS } from './columnWeights.ts'
import { HEADING_STAGES, OTHER_LEVELS } from './columnWords.ts'
import { fieldGuesses } from './guessFields.ts'
import { headingMeaning } from './headingMeaning.ts'

/**
 * What the headings over a column say of it; of a group and a heading below it the lower one counts.
 *
 *     农村公路（公里） / 累计完成     7.1.a, in 公里, cumulative
 *     湖滨区 / 年度目标             area 411202, target
 *     4月累计, reported in May     previous_cumulative
 *     开工数                      cumulative at the stage started
 *     合计                        a total of the city, compared and not stored
 */
export function readColumnPath(path: ColumnPath, context: ColumnContext, role?: BreakdownRole): ColumnCandidate {
  const { register } = context
  const headings = path.parts.map(({ text }) => normaliseHeading(text))
  const content = context.content(path.column)
  const isInGroup = headings.length > 1
  let bound: Pick<ColumnCandidate, 'subject' | 'area' | 'derived' | 'batch' | 'measure'> = { derived: false, batch: false }
  const fields: (readonly FieldGuess[])[] = []
  headings.forEach((heading, i) => {
    const measure = measureOfHeading(register, heading, isInGroup) ?? bound.measure
    const { fields: own, ...meaning } = headingMeaning({
      register,
      text: path.parts[i]?.text ?? '',
      heading,
      isPart: role !== undefined && i === role.level,
      isOverSomething: isInGroup || content.filled > 0,
      isInGroup,
      measure,
    })
    bound = { ...bound, ...(measure ? { measure } : {}), ...meaning }
    fields.push(own)
  })
  const { area, derived, measure } = bound
  const subject = subjectByMeasure(register, bound)
  const countsOther =
    subject !== undefined && (measure === undefined ? headings.some(countsUnregistered) : !fitsIndicator(register, measure, subject))
  const guesses = fieldGuesses(fields, headings, content, {
    isOfSubject: subject !== undefined || area !== undefined || derived,
    measure,
    countsOther,
  })
  const stage = stageOf(headings.filter(({ core }) => !saysNoMore(core, register)))
  const month = headings.map((heading) => heading.month).findLast((found) => found !== undefined && !found.range)
  return {
    path,
    ...(role ? { role: role.role } : {}),
    ...(role?.sum ? { sum: role.sum } : {}),
    header: pathHeader(path),
    guesses: guessesOfMonth(guesses, headings, context.month),
    ...bound,
    ...(subject ? { subject } : {}),
    ...(stage ? { stage } : {}),
    ...(month ? { month: month.last } : {}),
    content,
  }
}

/** Installed and 个 below 安装到位 say the same once more, or in what. */
const saysNoMore = (core: string, register: Register): boolean => /^[A-Za-z .]+$/u.test(core) || isMeasureAlone(core, register)

/** 线路（条）: its brackets count something in which nothing registered is counted. */
const countsUnregistered = ({ hints }: Heading): boolean => hints.some((hint) => measureAt(hint, 0, true) === hint)

/** The measure in a heading's brackets (农村公路（公里）), or a heading that is nothing else (万户 under 完成). */
const measureOfHeading = (register: Register, heading: Heading, isInGroup: boolean): string | undefined =>
  heading.hints.findLast((hint) => isMeasure(register, hint)) ??
  (isInGroup && isMeasureAlone(heading.core, register) ? heading.core : undefined)

/**
 * 农村公路建设 over 村数（个） and 里程（公里）: where a group's words name one indicator of a task and the measure below is
 * another's alone, the measure decides.
 */
function subjectByMeasure(register: Register, { subject, measure }: Pick<ColumnCandidate, 'subject' | 'measure'>): string | undefined {
  if (subject === undefined || measure === undefined || fitsIndicator(register, measure, subject)) return subject
  const { base } = measureScale(measure)
  if (base === '' || base === '元') return subject
  const task = indicatorById(register, subject)?.taskId
  const fitting = register.indicators.filter(
    (indicator) => indicator.taskId === task && indicator.kind === 'count' && measureFits(register, base, indicator),
  )
  return fitting.length === 1 ? fitting[0]?.id : subject
}

/** Whether the measure of a heading may count the indicator: 建立档案（份） does not count 人. */
function fitsIndicator(register: Register, measure: string, subject: string): boolean {
  const indicator = indicatorById(register, subject)
  return !indicator || measureFits(register, measureScale(measure).base, indicator)
}

/** 4月累计 next to 5月累计 is the previous one; a single month that is not the reported one is not a cumulative figure. */
function guessesOfMonth(guesses: readonly ScoredField[], headings: readonly Heading[], month: number | undefined): readonly ScoredField[] {
  const named = headings.map((heading) => heading.month).findLast((found) => found !== undefined)
  if (!named || month === undefined || named.last >= month) return guesses
  return guesses.map((guess): ScoredField => (guess.field === 'cumulative' ? { ...guess, field: 'previous_cumulative' } : guess))
}

/** Of 市定目标 and 县定目标 the city's is the target. */
export const preferCityTarget = (column: ColumnCandidate): ColumnCandidate =>
  OTHER_LEVELS.pattern.test(column.header) ? withMore(column, ({ field }) => field === 'target', COLUMN_WEIGHTS.otherLevel) : column

/** Of 开工数 and 完工数 the one is the cumulative figure that the indicator counts; 已完成改造户数 goes before 改造户数. */
export function preferCountedStage(column: ColumnCandidate, register: Register): ColumnCandidate {
  const isStaged = ({ field }: ScoredField) => STAGED_FIELDS.has(field)
  if (column.stage === undefined) return SAYS_DONE.test(column.header) ? withMore(column, isStaged, COLUMN_WEIGHTS.saysDone) : column
  return withMore(column, isStaged, isCounted(column, register) ? COLUMN_WEIGHTS.countedStage : COLUMN_WEIGHTS.otherStage)
}

const SAYS_DONE = /已|累计|完成|实际/u

/** Whether the stage that a column names, if it names one, is the one that its indicator counts. */
export const isCounted = ({ stage, subject }: ColumnCandidate, register: Register): boolean =>
  stage === undefined || stage === (indicatorById(register, subject ?? '')?.countsStage ?? 'completed')

const withMore = (column: ColumnCandidate, which: (guess: ScoredField) => boolean, more: number): ColumnCandidate => ({
  ...column,
  guesses: column.guesses.map((guess) => (which(guess) ? { ...guess, score: guess.score + more } : guess)),
})

/** The stage that any level of the headings names, the lowest first. */
export const stageOfPath = (headings: readonly Heading[]): Stage | undefined => {
  for (let level = headings.length; level > 0; level--) {
    const stage = stageOf(headings.slice(0, level))
    if (stage !== undefined) return stage
  }
  return undefined
}

/** The stage that a column's own heading names; a rate of it or a question whether is not a figure of the stage. */
function stageOf(headings: readonly Heading[]): Stage | undefined {
  const own = headings.at(-1)
  if (!own || /率$|是否/u.test(own.core)) return undefined
  return HEADING_STAGES.find(({ words }) => words.pattern.test(own.core))?.stage
}
