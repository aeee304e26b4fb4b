import { type ColumnField, columnFieldsWhere } from '../../record/columnFields.ts'
import { normaliseHeading } from '../headings/normaliseHeading.ts'
import { type ColumnCandidate, likeliest, type ScoredField } from './columnCandidate.ts'

/**
 * Columns under a heading of the plan that name what is planned by the act alone: they are what is to be done, where other
 * columns report what is.
 *
 *     2021年目标 / 开工里程 | 完工里程 | 完成投资, 进度 / 已完工里程      targets and planned money, by stage
 *     年度任务 / 计划数 | 完成数                                   as they are: the group has what was done too
 *     目标完成情况 / 完工里程                                      as it is: the group is of what was done
 */
export function plannedGroups(candidates: readonly ColumnCandidate[]): readonly ColumnCandidate[] {
  const planned = new Set<ColumnCandidate>()
  for (const members of Map.groupBy(candidates.filter(isUnderPlan), groupOf).values())
    if (members.every(saysActAlone)) for (const one of members) planned.add(one)
  const isReported = candidates.some((one) => !planned.has(one) && likeliest(one)?.field === 'cumulative')
  return planned.size === 0 || !isReported ? candidates : candidates.map((one) => (planned.has(one) ? asPlanned(one) : one))
}

const upperOf = ({ path }: ColumnCandidate) => path.parts.slice(0, -1).map(({ text }) => normaliseHeading(text).core)

const isUnderPlan = (one: ColumnCandidate): boolean => upperOf(one).some((core) => OF_PLAN.test(core))

const groupOf = (one: ColumnCandidate): string => upperOf(one).join('/')

/** 项目建设目标, 年度计划任务数; not 目标完成情况, nor 自然村通硬化路任务, which is what the figures are of. */
const PLAN = '目标|计划|任务'
const OF_ANY_WORK = '本?年度?|全年|今年|当年|总|项目|工程|工作|建设|实施|下达'
const OF_PLAN = new RegExp(`^(?:${OF_ANY_WORK}|${PLAN})*(?:${PLAN})(?:数|量|值)?$`, 'u')

/** 完工里程, 完成投资, 开工项目个数; not 已完工, 实际完成 or 计划数. */
function saysActAlone(one: ColumnCandidate): boolean {
  const own = normaliseHeading(one.path.parts.at(-1)?.text ?? '').core
  return IS_DONE.has(likeliest(one)?.field) && !SAYS_WHICH.test(own)
}

const IS_DONE = columnFieldsWhere((row) => row.staged === true || row.fills === 'investDone')
const SAYS_WHICH = /已|累计|实际|目前|计划|目标|任务|率$|[本当上]月|其中/u

const PLANNED: ReadonlyMap<ColumnField, ColumnField> = new Map<ColumnField, ColumnField>([
  ['cumulative', 'target'],
  ['period_value', 'target'],
  ['invest_done', 'invest_plan'],
])

const asPlanned = (one: ColumnCandidate): ColumnCandidate => ({
  ...one,
  planned: true,
  guesses: one.guesses.flatMap((guess): readonly ScoredField[] => {
    const field = PLANNED.get(guess.field)
    return field === undefined ? [] : [{ ...guess, field }]
  }),
})
