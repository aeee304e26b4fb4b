import { chosenFigures } from '../../narrative/chosenFigures.ts'
import { readNarrative } from '../../narrative/readNarrative.ts'
import type { NarrativeFigure, NarrativeReading } from '../../narrative/words/claims.ts'
import { narrativeTasks } from '../../narrative/words/narrativeTask.ts'
import { taskWords } from '../../narrative/words/taskWords.ts'
import { findQuantities } from '../../quantity/findQuantities.ts'
import type { Scaled } from '../../quantity/scaled.ts'
import { reaches } from '../../quantity/stage.ts'
import { sameMeasure } from '../../register/measureOf.ts'
import type { Indicator, Register } from '../../register/register.ts'
import { indicatorById } from '../../register/registerIndex.ts'
import { actReached } from './statementRole.ts'
import { statementsOf } from './statements.ts'

/** What a sheet without figure columns reports: read out of the words of 进展情况. */
export interface TextFigures {
  readonly figures: readonly NarrativeFigure[]
  /** Indicators of which the text has nothing but what is of a month or a part: 本月210个. */
  readonly open: readonly string[]
  readonly percents: NarrativeReading['statedPercents']
  /** What the text calls the target (目标300公里，已完成204公里), in the base measure. */
  readonly targets: readonly NarrativeFigure[]
  /** What was done in the month alone, beside the figure of the year (本月完成27公里，累计187公里). */
  readonly ofMonth: readonly NarrativeFigure[]
  readonly asOf: string | null
}

/** A text of 进展情况 with what is known of the rows that it is in. */
export interface RowText {
  readonly tasks: readonly string[]
  readonly text: string
  readonly year: number
  /** The indicators that the rows themselves name; figures of no object are theirs. Empty where they name none. */
  readonly about: readonly string[]
}

/** The progress figures of a text, one for each indicator and area of which it is certain. */
export function textFigures(register: Register, { tasks, text, year, about }: RowText): TextFigures {
  const known = narrativeTasks(register, tasks)
  if (!known) return { figures: [], open: [], percents: [], targets: [], ofMonth: [], asOf: null }
  const { figures, statedPercents, asOf } = readNarrative(text, { year, task: known, areas: register.areas, about })
  const chosen = chosenFigures({ figures: atCountedStage(register, figures, text), statedPercents }, taskWords(known))
  const settled = new Set(chosen.map(({ indicator }) => indicator))
  const open = figures.flatMap(({ role, indicator }) =>
    role === 'progress' && indicator !== null && !settled.has(indicator) ? [indicator] : [],
  )
  return {
    figures: chosen.flatMap(({ figure }) => figure ?? []),
    open: [...new Set(open)],
    percents: statedPercents,
    targets: figures.filter((figure) => isCalledTarget(figure, text)),
    ofMonth: figures.filter(
      ({ incrementOf, start }) => incrementOf !== undefined && IN_MONTH.test(text.slice(Math.max(0, start - 16), start)),
    ),
    asOf,
  }
}

/** 目标700人, 全年任务数：7000个, 全区计划新建农村公路58公里, 占年度任务126名; not 目标任务已完成3150个, 下月计划新建20公里. */
const isCalledTarget = ({ role, value, measure, start }: NarrativeFigure, text: string): boolean =>
  role === 'context' &&
  value !== null &&
  measure !== null &&
  [CALLED_TARGET, PLANNED_WORK, OF_YEARS_TASK].some((words) => words.test(text.slice(Math.max(0, start - BEFORE), start)))
const BEFORE = 24
/** A clause that begins with 计划: what is to be done in the year, and no day or month is named. */
const PLANNED_WORK = /(?:^|[。；;，,])(?:全[市县区])?(?:今年|本年|年度|全年)?共?计划(?!.*计划)[^\d，。；、,;月周日旬季底]{2,14}$/u
const OF_YEARS_TASK = /(?:今年|年度|全年)\p{Script=Han}{0,4}任务(?:数)?$/u
/** Of this month, and not of a week or of another month that the text names. */
const IN_MONTH = /(?:[本当]月|本期)[^，。；、\n]*$/u
const CALLED_TARGET = /(?:^|[，。；、,;\s（(])(?:年度|全年|今年|市定|省定)?(?:目标|任务|目标任务)数?(?:为|是|[:：])?\s?$/u

/**
 * The figures with what the act by which the register counts, and a whole that does not count, make of them:
 *
 *     建成214个，其中163个已开通    开通5G基站     163个 is no part but the figure, 214个 is context
 *     建成214个                   开通5G基站     at a stage before the counted one
 *     受理2100件（办结1850件）      法律援助案件    1850件 is no part: its whole does not count
 *     本月210个，累计整治5210个     any           5210个 is no part, whatever it goes on with
 */
function atCountedStage(register: Register, figures: readonly NarrativeFigure[], text: string): readonly NarrativeFigure[] {
  const words = new Map(statementsOf(text).map((one) => [one.at, `${one.before}${one.behind}${one.remark}`]))
  const claims = figures.map((figure): Claim => {
    const indicator = figure.role === 'progress' && figure.indicator !== null ? indicatorById(register, figure.indicator) : undefined
    const said = words.get(figure.start) ?? ''
    return { figure, indicator, said, act: indicator && actReached(indicator, said) }
  })
  const groups = Map.groupBy(claims, ({ figure, indicator }) => (indicator ? `${indicator.id}|${figure.area ?? ''}` : ''))
  return claims.map((claim) => {
    const { figure, indicator } = claim
    return indicator ? counted(claim, groups.get(`${indicator.id}|${figure.area ?? ''}`) ?? []) : figure
  })
}

interface Claim {
  readonly figure: NarrativeFigure
  /** The one that it is progress of. */
  readonly indicator: Indicator | undefined
  readonly said: string
  readonly act: ReturnType<typeof actReached>
}

function counted({ figure, indicator, said, act }: Claim, group: readonly Claim[]): NarrativeFigure {
  if (act === 'own') return { ...figure, stage: indicator?.countsStage ?? figure.stage, partOf: null }
  if (group.some((other) => other.act === 'own')) return { ...figure, role: 'context', indicator: null }
  if (act === 'before') return { ...figure, stage: 'basically_completed', stageWords: null }
  const isNoPart = figure.partOf !== null && (said.includes('累计') || isPartThatCounts(figure, group))
  return isNoPart ? { ...figure, partOf: null } : figure
}

/** It is at a stage that counts, and the whole that it is named as a part of is at none. */
function isPartThatCounts(figure: NarrativeFigure, group: readonly Claim[]): boolean {
  const counts = group.some((one) => one.figure === figure && figure.stage !== null && isCounted(one))
  const wholes = group.filter((one) => one.figure.partOf === null)
  return counts && wholes.length > 0 && !wholes.some(isCounted)
}

const isCounted = ({ figure, indicator }: Claim): boolean =>
  indicator !== undefined && reaches(figure.stage ?? 'completed', indicator.countsStage)

/**
 * The target that the words of a task state (新建农村公路300公里): the figure that is the registered target, or the only
 * one of the indicator's measure. Undefined where there is none.
 */
export function targetInWords(register: Register, indicator: Indicator, words: string): Scaled | undefined {
  const { measure, target } = indicator
  if (measure === null) return undefined
  const fitting = findQuantities(words)
    .map((found) => found.quantity)
    .filter((quantity) => quantity.measure !== null && sameMeasure(register, quantity.measure, measure, indicator.id))
  const registered = fitting.find((quantity) => quantity.value === target?.value)
  return registered?.value ?? (fitting.length === 1 ? fitting[0]?.value : undefined)
}
