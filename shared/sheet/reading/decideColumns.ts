import { type AsideReason, isOutdone, isRole, ROLES, type Role, saidInstead, type ValueColumn } from './valueColumn.ts'
import { type Assignment, asideReason, type ColumnFacts, isShare, type Weighed, weigh } from './weighColumns.ts'
import { BY_FIGURES, CLEAR_MARGIN, GATE, LEAST_WORDS } from './weights.ts'

/** The roles that were decided for a component of columns, and what else they might be. */
export interface Decided {
  readonly chosen: Weighed
  /** How much better it is than the best reading that would send other figures. */
  readonly margin: number
  /** True where the chosen reading departs from the one by words alone. */
  readonly departed: boolean
  /**
   * Readings that would send other figures and are about as likely, best first: a person says which is right. Where the
   * figures say clearly another thing than the words (target and figure exchanged, 完成率 made from 已开工), that reading
   * alone: it is an error of the clerk's or of ours, and only a person can know.
   */
  readonly rivals: readonly Weighed[]
}

/** Components of more columns than this keep the reading by words: searching would take too long to be worth it. */
const MOST_COLUMNS = 16

/**
 * Of all ways to give the target, the figure that counts and the percentage to columns of one component the best, where it
 * is clearly better than the reading by words; the rest follows from what is left. Nothing is decided for columns that no
 * evidence speaks of.
 */
export function decideColumns(columns: readonly ValueColumn[], facts: ColumnFacts): Decided {
  const prior = weigh(columns, new Map(columns.map((one) => [one.column, priorRole(one, columns, facts)])), facts)
  if (columns.length > MOST_COLUMNS) return { chosen: prior, margin: Number.POSITIVE_INFINITY, departed: false, rivals: [] }
  const exchanged = exchangedRoles(prior.roles, facts)
  if (exchanged) return { chosen: prior, margin: 0, departed: false, rivals: [weigh(columns, exchanged, facts)] }
  const readings = [prior, ...assignments(columns, facts).map((roles) => weigh(columns, roles, facts))].sort((a, b) => b.score - a.score)
  const best = readings[0] ?? prior
  const departed = best.score - prior.score >= GATE
  const replaced = departed ? replacedRole(prior.roles, best.roles) : undefined
  if (replaced !== undefined)
    return { chosen: prior, margin: prior.score - best.score, departed: false, rivals: replaced === 'cumulative' ? [best] : [] }
  const chosen = departed ? best : prior
  const others = readings.filter((one) => sendsOthers(one.roles, chosen.roles) && !vacates(one.roles, chosen.roles))
  const margin = chosen.score - (others[0]?.score ?? Number.NEGATIVE_INFINITY)
  const near = others.filter(({ score, roles }) => chosen.score - score < CLEAR_MARGIN && namesItsTarget(columns, roles))
  return { chosen, margin, departed, rivals: distinct(near).slice(0, MOST_RIVALS) }
}

/** Whether words call the column of targets so: nobody is asked whether 已开工 is the target. */
const namesItsTarget = (columns: readonly ValueColumn[], roles: Assignment): boolean =>
  columns.every(({ column, words }) => roles.get(column) !== 'target' || (words.target ?? 0) >= LEAST_WORDS)

/** Of readings that send the same figures the best. */
const distinct = (readings: readonly Weighed[]): readonly Weighed[] =>
  readings.filter((one, i) => !readings.slice(0, i).some((better) => !sendsOthers(one.roles, better.roles)))

/** Nobody weighs more than three readings at a glance. */
const MOST_RIVALS = 2

/**
 * The role by words, and a person's word before them. Of two columns for one figure (本年完成, 开工以来完成) the better named has
 * it, the other stays unread. A column that was set aside before keeps its reason; one that was not recognised stays unread.
 */
function priorRole(one: ValueColumn, columns: readonly ValueColumn[], facts: ColumnFacts): Role | AsideReason | undefined {
  if (one.said) return one.prior ?? 'said'
  if (saidInstead(one, columns)) return 'said'
  if (isOutdone(one, columns)) return undefined
  if (isShare(one, facts)) return 'other_base'
  return one.prior ?? (one.recognized.aside ? (asideReason(one, columns, facts) ?? 'other_target') : undefined)
}

/** Every choice of target, cumulative and percentage among the columns that may be it, each completed by what is left. */
function assignments(columns: readonly ValueColumn[], facts: ColumnFacts): readonly Assignment[] {
  const may = (role: Role) => {
    const said = columns.find((one) => one.said && one.prior === role)
    return said ? [said] : [undefined, ...columns.filter((one) => !one.said && candidate(one, role, facts) >= LEAST_WORDS)]
  }
  const found: Assignment[] = []
  for (const target of may('target'))
    for (const done of may('cumulative'))
      for (const percent of may('percent')) {
        if (target !== undefined && (target === done || target === percent)) continue
        if (done !== undefined && done === percent) continue
        found.push(completed(columns, facts, { target, cumulative: done, percent }))
      }
  return found
}

/** How well words, and figures where words are silent, allow a column a role. */
function candidate(one: ValueColumn, role: Role, facts: ColumnFacts): number {
  const words = one.words[role] ?? 0
  if (words >= LEAST_WORDS) return words
  if (role === 'percent') return one.percent || facts.percentages.some((fit) => fit.percent === one.column) ? BY_FIGURES : 0
  if (one.percent) return 0
  if (
    role === 'cumulative' &&
    (facts.steps.some((fit) => fit.total === one.column) || facts.percentages.some((fit) => fit.done === one.column))
  )
    return BY_FIGURES
  // 受理数 is no target, though 办结率 is made of it
  if (role === 'target' && says(one)) return 0
  if (role === 'target' && (facts.percentages.some((fit) => fit.whole === one.column) || (facts.targets.get(one.column) ?? 0) > 0.5))
    return BY_FIGURES
  return 0
}

/** Words over the column name some role, or a stage. */
const says = ({ words, stage }: ValueColumn): boolean => stage !== undefined || Object.values(words).some((worth) => worth >= LEAST_WORDS)

/** The other columns take the best role that is left and that their words name, or are set aside where they earn it. */
function completed(
  columns: readonly ValueColumn[],
  facts: ColumnFacts,
  given: Readonly<Partial<Record<Role, ValueColumn | undefined>>>,
): Assignment {
  const said = columns.filter((one) => one.said)
  const roles = new Map<number, Role | AsideReason | undefined>(said.map((one) => [one.column, one.prior ?? 'said']))
  const taken = new Set<Role>(said.flatMap(({ prior }) => prior ?? []))
  for (const role of ROLES) {
    const one = given[role]
    if (!one) continue
    roles.set(one.column, role)
    taken.add(role)
  }
  // of two columns that make up a third one has to say by its words that it is a step: 新建 + 改建 = 完成 are parts
  const says = (column: number, role: Role) => (columns.find((one) => one.column === column)?.words[role] ?? 0) >= LEAST_WORDS
  const steps = facts.steps.find(
    (fit) => fit.total === given.cumulative?.column && (says(fit.earlier, 'previous_cumulative') || says(fit.step, 'period_value')),
  )
  for (const one of columns) {
    if (roles.has(one.column)) continue
    const open = ROLES.filter((role) => !(role in given) && !taken.has(role))
    const byStep: Role | undefined =
      steps?.earlier === one.column || facts.before.has(one.column)
        ? 'previous_cumulative'
        : steps?.step === one.column
          ? 'period_value'
          : undefined
    const best =
      byStep !== undefined && open.includes(byStep)
        ? byStep
        : open.filter((role) => (one.words[role] ?? 0) >= LEAST_WORDS).sort((a, b) => (one.words[b] ?? 0) - (one.words[a] ?? 0))[0]
    const aside = asideReason(one, columns, facts)
    const plainly = best !== undefined && (byStep !== undefined || aside === undefined || one.prior === best)
    if (plainly) taken.add(best)
    roles.set(one.column, plainly ? best : aside)
  }
  return roles
}

/** Whether two readings would send other figures: another column counts, or another is the target. */
const sendsOthers = (a: Assignment, b: Assignment): boolean =>
  (['cumulative', 'target'] as const).some((role) => columnWith(a, role) !== columnWith(b, role))
/** Whether a reading has no figure, or no target, where another has one: that is no answer to which one it is. */
const vacates = (roles: Assignment, than: Assignment): boolean =>
  (['cumulative', 'target'] as const).some((role) => columnWith(than, role) !== undefined && columnWith(roles, role) === undefined)

/** The column that has a role. */
export const columnWith = (roles: Assignment, role: Role): number | undefined => [...roles].find(([, own]) => own === role)?.[0]

/** Whether one reading has the target where the other has the figure, and the figure where it has the target. */
export const exchanges = (a: Assignment, b: Assignment): boolean =>
  columnWith(a, 'target') !== undefined &&
  columnWith(a, 'target') === columnWith(b, 'cumulative') &&
  columnWith(a, 'cumulative') === columnWith(b, 'target')

/** Target and figure exchanged, where the percentages are made so and not as the words have it (完成率 = 目标 ÷ 完成). */
function exchangedRoles(roles: Assignment, { percentages }: ColumnFacts): Assignment | undefined {
  const [target, done] = [columnWith(roles, 'target'), columnWith(roles, 'cumulative')]
  if (target === undefined || done === undefined) return undefined
  const isMadeOf = (figure: number, whole: number) =>
    percentages.some((fit) => fit.done === figure && fit.whole === whole && roles.get(fit.percent) === 'percent')
  if (!isMadeOf(target, done) || isMadeOf(done, target)) return undefined
  return new Map([...roles, [target, 'cumulative'], [done, 'target']])
}

/** The role of a column which another reading leaves unread, with another column in its place. */
function replacedRole(roles: Assignment, other: Assignment): Role | undefined {
  for (const [column, role] of roles)
    if (role !== undefined && isRole(role) && other.get(column) === undefined && columnWith(other, role) !== undefined) return role
  return undefined
}
