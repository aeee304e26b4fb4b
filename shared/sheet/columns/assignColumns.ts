import type { RecognizedColumn } from '../../record/reading.ts'
import type { Register } from '../../register/register.ts'
import { normaliseHeading } from '../headings/normaliseHeading.ts'
import { type ColumnPath, pathHeader } from '../tables/columnPaths.ts'
import { besideOfTask } from './besideOfTask.ts'
import { breakdownColumns } from './breakdownColumns.ts'
import { type ColumnCandidate, type ColumnContext, likeliest } from './columnCandidate.ts'
import { columnsAside } from './columnsAside.ts'
import { COLUMN_WEIGHTS } from './columnWeights.ts'
import { TOTAL_COLUMNS } from './columnWords.ts'
import { chooseFields } from './fieldChoice.ts'
import { nodeColumns } from './nodeColumns.ts'
import { otherBases } from './otherBases.ts'
import { otherFigures } from './otherFigures.ts'
import { otherTimes } from './otherTimes.ts'
import { plannedGroups } from './plannedGroups.ts'
import { preferCityTarget, preferCountedStage, readColumnPath } from './readColumnPath.ts'
import { recognizedColumn } from './recognizedColumn.ts'
import { settleColumns } from './settleColumns.ts'
import { spreadIndicators } from './spreadIndicators.ts'
import { stageGroups } from './stageGroups.ts'
import { wordsAside } from './wordsAside.ts'

/** What the headings of each column say by themselves and of their neighbours, before the columns are compared. */
export const columnCandidates = (paths: readonly ColumnPath[], context: ColumnContext): readonly ColumnCandidate[] =>
  plannedGroups(
    spreadIndicators(withTargetOfCity(withoutLoneCity(candidatesOf(paths, context), context.register), context.register), context),
  ).map((candidate) => preferCityTarget(preferCountedStage(candidate, context.register)))

/**
 * Decides for each column its field, and the indicator, area, measure and stage that its headings bind: compares the columns,
 * lets the best claim to each field have it, sets aside columns whose figures another one has, and settles what columns say
 * of one another.
 */
export function assignColumns(candidates: readonly ColumnCandidate[], context: ColumnContext): readonly RecognizedColumn[] {
  const times = new Map([...otherTimes(candidates, context), ...otherFigures(candidates, context)])
  const words = wordsAside(candidates, context)
  const bases = otherBases(candidates)
  const stages = stageGroups(candidates, context.register)
  const choice = chooseFields(candidates.filter((candidate) => ![times, words, bases, stages].some((known) => known.has(candidate))))
  const aside = columnsAside({ candidates, times, words, bases, stages, ...choice, register: context.register })
  return settleColumns(
    candidates.map((candidate) => aside.get(candidate) ?? recognizedColumn(candidate, choice.chosen.get(candidate))),
    context,
  )
}

function candidatesOf(paths: readonly ColumnPath[], context: ColumnContext): readonly ColumnCandidate[] {
  const roles = breakdownColumns(paths, context)
  const nodes = nodeColumns(paths, context)
  return besideOfTask(
    paths.map((path) => (nodes.has(path) ? nodeCandidate(path, context) : readColumnPath(path, context, roles.get(path)))),
    context.register,
  )
}

/** A column of a node's ticks. */
function nodeCandidate(path: ColumnPath, context: ColumnContext): ColumnCandidate {
  return {
    path,
    header: pathHeader(path),
    guesses: [{ field: 'completed_flag', ...COLUMN_WEIGHTS.node }],
    derived: false,
    batch: false,
    node: normaliseHeading(path.parts.at(-1)?.text ?? '').core,
    content: context.content(path.column),
  }
}

/**
 * 年度目标 | 全市完成 | 湖滨 | 陕州: where the counties have figures alone, the one target beside the city's figure is the city's,
 * compared with what they add up to, and no report of its own.
 */
function withTargetOfCity(candidates: readonly ColumnCandidate[], register: Register): readonly ColumnCandidate[] {
  const counties = candidates.filter(({ area, derived }) => area !== undefined && !derived)
  const areas = new Set(counties.map(({ area }) => area))
  const isDone = (one: ColumnCandidate) => likeliest(one)?.field === 'cumulative'
  const whole = candidates.some((one) => one.derived && one.area === register.city && isDone(one))
  if (!whole || areas.size < 2 || !counties.every(isDone)) return candidates
  const [target, another] = candidates.filter(
    (one) => likeliest(one)?.field === 'target' && one.area === undefined && one.subject === undefined,
  )
  if (!target || another) return candidates
  return candidates.map((one) => (one === target ? { ...one, area: register.city, derived: true } : one))
}

/** 全市目标 and 我市目标 are totals next to columns of counties; alone they are just the target. */
function withoutLoneCity(candidates: readonly ColumnCandidate[], register: Register): readonly ColumnCandidate[] {
  if (candidates.some(({ area }) => area !== undefined && area !== register.city)) return candidates
  return candidates.map((candidate) => {
    const { area, ...rest } = candidate
    const isTotal = candidate.path.parts.some(({ text }) => TOTAL_COLUMNS.pattern.test(normaliseHeading(text).core))
    return area !== register.city || isTotal ? candidate : { ...rest, derived: false }
  })
}
