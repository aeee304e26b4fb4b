import { type AsideReason, ROLES, type Role, type ValueColumn } from './valueColumn.ts'
import { type Assignment, asideReason, type ColumnFacts, type Weighed, weigh } from './weighColumns.ts'
import { BY_FIGURES, CLEAR_MARGIN, GATE, LEAST_WORDS } from './weights.ts'

/** The roles that were decided for a component of columns, and what else they might be. */
export interface Decided {
  readonly chosen: Weighed
  /** The best reading that would send other figures, where there is one. */
  readonly rival: Weighed | undefined
  readonly margin: number
  /** True where the chosen reading departs from the one by words alone. */
  readonly departed: boolean
  /** True where a person should say which: rivals are too near, or the best would exchange what the words say plainly. */
  readonly open: boolean
}

/** Components of more columns than this keep the reading by words: searching would take too long to be worth it. */
const MOST_COLUMNS = 16

/**
 * Of all ways to give the target, the figure that counts and the percentage to columns of one component the best, where it
 * is clearly better than the reading by words; the rest follows from what is left. Nothing is decided for columns that no
 * evidence speaks of.
 */
export function decideColumns(columns: readonly ValueColumn[], facts: ColumnFacts): Decided {
  const prior = weigh(columns, new Map(columns.map((one) => [one.column, one.prior ?? priorAside(one, columns, facts)])), facts)
  if (columns.length > MOST_COLUMNS)
    return { chosen: prior, rival: undefined, margin: Number.POSITIVE_INFINITY, departed: false, open: false }
  const readings = [prior, ...assignments(columns, facts).map((roles) => weigh(columns, roles, facts))].sort((a, b) => b.score - a.score)
  const best = readings[0] ?? prior
  const departed = best.score - prior.score >= GATE
  const chosen = departed ? best : prior
  const rival = readings.find((one) => sendsOthers(one.roles, chosen.roles))
  const margin = rival ? chosen.score - rival.score : Number.POSITIVE_INFINITY
  const exchanged = departed && exchanges(columns, best.roles)
  return {
    chosen: exchanged ? prior : chosen,
    rival: exchanged ? best : rival,
    margin,
    departed: departed && !exchanged,
    open: exchanged || margin < CLEAR_MARGIN,
  }
}

/** A column that was set aside before keeps its reason; one that was not recognised stays unread. */
const priorAside = (one: ValueColumn, columns: readonly ValueColumn[], facts: ColumnFacts): AsideReason | undefined =>
  one.recognized.aside ? (asideReason(one, columns, facts) ?? 'other_target') : undefined

/** Every choice of target, cumulative and percentage among the columns that may be it, each completed by what is left. */
function assignments(columns: readonly ValueColumn[], facts: ColumnFacts): readonly Assignment[] {
  const may = (role: Role) => [undefined, ...columns.filter((one) => candidate(one, role, facts) >= LEAST_WORDS)]
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
  if (role === 'target' && (facts.percentages.some((fit) => fit.whole === one.column) || (facts.targets.get(one.column) ?? 0) > 0.5))
    return BY_FIGURES
  return 0
}

/** The other columns take the best role that is left and that their words name, or are set aside where they earn it. */
function completed(
  columns: readonly ValueColumn[],
  facts: ColumnFacts,
  given: Readonly<Partial<Record<Role, ValueColumn | undefined>>>,
): Assignment {
  const roles = new Map<number, Role | AsideReason | undefined>()
  const taken = new Set<Role>()
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
      steps?.earlier === one.column ? 'previous_cumulative' : steps?.step === one.column ? 'period_value' : undefined
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
const columnWith = (roles: Assignment, role: Role): number | undefined => [...roles].find(([, own]) => own === role)?.[0]

/** 目标 read as the figure and 完成 as the target: an error of the clerk's or of ours, and only a person can know. */
const exchanges = (columns: readonly ValueColumn[], roles: Assignment): boolean =>
  columns.some((one) => roles.get(one.column) === 'cumulative' && one.prior === 'target') &&
  columns.some((one) => roles.get(one.column) === 'target' && one.prior === 'cumulative')
