import type { RecognizedColumn } from '../../record/reading.ts'
import type { Register } from '../../register/register.ts'
import { compactText } from '../view/compactText.ts'
import { type ColumnCandidate, likeliest, type ScoredField, STAGED_FIELDS } from './columnCandidate.ts'
import { COLUMN_WEIGHTS } from './columnWeights.ts'
import { OTHER_LEVELS } from './columnWords.ts'
import { type FieldChoice, placeOf } from './fieldChoice.ts'
import type { OtherFigure } from './otherFigures.ts'
import type { OtherTime } from './otherTimes.ts'
import { isCounted } from './readColumnPath.ts'
import { confidenceOf, recognizedColumn } from './recognizedColumn.ts'
import type { WordsAside } from './wordsAside.ts'

interface ChosenColumns extends FieldChoice {
  readonly candidates: readonly ColumnCandidate[]
  readonly times: ReadonlyMap<ColumnCandidate, OtherTime | OtherFigure>
  readonly words: ReadonlyMap<ColumnCandidate, WordsAside>
  readonly bases: ReadonlySet<ColumnCandidate>
  readonly stages: ReadonlyMap<ColumnCandidate, ColumnCandidate>
  readonly register: Register
}

/**
 * Columns whose field is known, and whose figures are not stored, since another column has the figure that counts.
 *
 *     2020年完成 | 2021年累计完成        other_year
 *     在建 | 累计完成                   other_stage
 *     在建线路 / 里程 | 完成线路 / 里程        stage_group, with all columns of the group
 *     开通数 / 移动 | 联通 | 合计         part_of_sum (移动, 联通)
 *     市定目标 | 县定目标                other_target (县定目标)
 *     8月计划进度 | 进展情况              plan, where it holds words
 *     累计完成 | 环比增长（%）              other_base
 *     总投资 | 年度计划投资                whole_project (总投资)
 *     自开工累计完工 | 其中2021年完工         since_start
 *     已完工 | 在建 | 完工里程（公里）         other_thing (已完工, 在建)
 */
export function columnsAside(columns: ChosenColumns): ReadonlyMap<ColumnCandidate, RecognizedColumn> {
  const aside = new Map<ColumnCandidate, RecognizedColumn>()
  for (const candidate of columns.candidates) {
    const column =
      ofWords(columns, candidate) ??
      ofOtherTime(columns, candidate) ??
      ofOtherBase(columns, candidate) ??
      ofStageGroup(columns, candidate) ??
      ofWholeProject(columns, candidate) ??
      ofEarlierStage(columns, candidate) ??
      ofOtherPlace(columns, candidate)
    if (column) aside.set(candidate, column)
  }
  return aside
}

const setAside = (candidate: ColumnCandidate, guess: ScoredField, reason: string, heading: string): RecognizedColumn => ({
  ...recognizedColumn(candidate, guess),
  aside: true,
  why: { confidence: confidenceOf(guess), reason, params: { heading } },
})

/** A plan of a part of the year, or what was reported of another one, in words. */
function ofWords({ words }: ChosenColumns, candidate: ColumnCandidate): RecognizedColumn | undefined {
  const found = words.get(candidate)
  return found && setAside(candidate, found.guess, found.reason, found.heading)
}

/** A column of another year or an earlier month. */
function ofOtherTime({ times }: ChosenColumns, candidate: ColumnCandidate): RecognizedColumn | undefined {
  const reason = times.get(candidate)
  const best = reason === 'other_thing' ? PART_OF_FIGURE : (likeliest(candidate) ?? PART_OF_FIGURE)
  return reason && setAside(candidate, best, reason, candidate.header)
}

/** A percentage of something else than the year's target. */
function ofOtherBase({ bases }: ChosenColumns, candidate: ColumnCandidate): RecognizedColumn | undefined {
  return bases.has(candidate) ? setAside(candidate, PERCENTAGE, 'other_base', candidate.header) : undefined
}

const PERCENTAGE: ScoredField = { field: 'percent', words: 1, score: 1 }

/** Any column of a group at a stage that does not count, beside the same column of the one that does. */
function ofStageGroup({ stages }: ChosenColumns, candidate: ColumnCandidate): RecognizedColumn | undefined {
  const counted = stages.get(candidate)
  return counted && setAside(candidate, likeliest(candidate) ?? PART_OF_FIGURE, 'stage_group', counted.header)
}

/** The money of a whole project, of several years perhaps, where another column has what this year is planned. */
function ofWholeProject({ candidates, chosen }: ChosenColumns, candidate: ColumnCandidate): RecognizedColumn | undefined {
  const guess = chosen.get(candidate)
  if (guess?.field !== 'invest_plan' || !WHOLE_PROJECT.test(ownHeading(candidate))) return undefined
  const ofYear = candidates.find(
    (other) =>
      chosen.get(other)?.field === 'invest_plan' && other.subject === candidate.subject && other.content.filled > 0 && isOfYear(other),
  )
  return ofYear && setAside(candidate, guess, 'whole_project', ofYear.header)
}

const WHOLE_PROJECT = /^(?:项目|工程|[概估预][算计]|计划)?总投资/u
const isOfYear = ({ path }: ColumnCandidate): boolean => path.parts.some(({ text }) => OF_YEAR.test(compactText(text)))
const OF_YEAR = /年度|全年|[本当今]年|^(?:19|20)\d{2}年(?!.*底)|^年.*投资/u
const ownHeading = ({ path }: ColumnCandidate): string => compactText(path.parts.at(-1)?.text ?? '')

/** 在建小区数 next to 累计完成 / 户数: a stage before the one that counts, whatever group it is in. */
function ofEarlierStage({ chosen, register }: ChosenColumns, candidate: ColumnCandidate): RecognizedColumn | undefined {
  const guess = chosen.get(candidate)
  if (!guess || !STAGED_FIELDS.has(guess.field) || candidate.derived || isCounted(candidate, register)) return undefined
  for (const [other, { field }] of chosen) {
    if (field !== guess.field || other === candidate || other.derived || other.month !== candidate.month) continue
    if (!isSamePlace(other, candidate) || !isCounted(other, register)) continue
    const column = setAside(candidate, guess, 'other_stage', other.header)
    return { ...column, why: { ...column.why, confidence: guess.score } }
  }
  return undefined
}

const isSamePlace = (a: ColumnCandidate, b: ColumnCandidate): boolean => a.subject === b.subject && a.area === b.area && a.batch === b.batch

/** A column whose place another has: the sum of what it is a part of, another stage, or the target of another level. */
function ofOtherPlace({ candidates, chosen, taken }: ChosenColumns, candidate: ColumnCandidate): RecognizedColumn | undefined {
  const isPart = candidate.role === 'part'
  // 未办结 says no field: of a part it is enough to know what it is a part of
  const best = likeliest(candidate) ?? (isPart ? PART_OF_FIGURE : undefined)
  if (!best || chosen.has(candidate) || candidate.derived) return undefined
  const other = isPart ? sumOf(candidates, candidate) : taken.get(placeOf(candidate, best.field) ?? '')
  if (!other || other.header === candidate.header) return undefined
  const isStaged = STAGED_FIELDS.has(best.field) && candidate.stage !== undefined && candidate.stage !== other.stage
  const isOfTarget = best.field === 'target'
  const isLevelled = isOfTarget && [candidate, other].some(({ header }) => OTHER_LEVELS.pattern.test(header))
  const isPlannedStage = isOfTarget && candidate.stage !== undefined && candidate.stage !== other.stage
  if (isPart) return setAside(candidate, best, 'part_of_sum', other.header)
  if (isStaged) return setAside(candidate, best, 'other_stage', other.header)
  return isLevelled || isPlannedStage ? setAside(candidate, best, 'other_target', other.header) : undefined
}

const PART_OF_FIGURE: ScoredField = { field: 'cumulative', words: 0, score: COLUMN_WEIGHTS.ofSubject }

/** The column that is the sum of what this one is a part of. */
const sumOf = (candidates: readonly ColumnCandidate[], { sum }: ColumnCandidate): ColumnCandidate | undefined =>
  sum && candidates.find(({ path }) => path === sum)
