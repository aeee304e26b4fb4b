import type { OpenColumns } from '../../record/openColumns.ts'
import type { RecognizedColumn, Why } from '../../record/reading.ts'
import type { ColumnCandidate } from '../columns/columnCandidate.ts'
import { bodyFigures } from './bodyFigures.ts'
import { columnFacts } from './columnFacts.ts'
import { columnWith, type Decided, decideColumns } from './decideColumns.ts'
import { explainedColumns } from './explainedColumns.ts'
import { openColumns } from './openColumns.ts'
import type { TableBody } from './tableBody.ts'
import { type AsideReason, isOutdone, isRole, ROLES, type Role, saidInstead, type ValueColumn } from './valueColumn.ts'
import { valueColumns } from './valueColumns.ts'
import { asideReason, type ColumnFacts, isShare } from './weighColumns.ts'
import { LEAST_WORDS } from './weights.ts'

/** Columns as they are read, and those of which a person has to say what they are. */
export interface ReadColumns {
  readonly columns: readonly RecognizedColumn[]
  readonly open: readonly OpenColumns[]
}

/**
 * Decides anew which column of figures is the target, the figure that counts and its percentage, where what the figures
 * prove and the whole path of headings say another thing than the words alone. Groups with equal headings (a county each)
 * are decided together.
 */
export function readColumns(table: TableBody, candidates: readonly ColumnCandidate[], columns: readonly RecognizedColumn[]): ReadColumns {
  const { view, body, context } = table
  const values = withSums(valueColumns(candidates, columns, context))
  if (values.length < 2) return { columns: explainedColumns(table, columns), open: [] }
  const figures = bodyFigures(
    view,
    body,
    values.map(({ column }) => column),
  )
  const ungrouped = values.filter(({ group }) => group === '')
  const alike = Map.groupBy([...Map.groupBy(values, ({ group }) => group).values()], (members) => members.map(({ key }) => key).join('\n'))
  const changed = new Map<number, RecognizedColumn>()
  const open: OpenColumns[] = []
  for (const groups of alike.values()) {
    const [first] = groups
    if (!first || first.length < 2) continue
    const facts = pooled(
      groups.map((members) => columnFacts(members, members[0]?.group === '' ? [] : ungrouped, figures, context)),
      groups,
    )
    const decided = decideColumns(first, facts)
    open.push(...openColumns(groups, decided))
    const isKept = !decided.departed && !first.some((one) => saidInstead(one, first) || isOutdone(one, first) || isShare(one, facts))
    for (const members of groups)
      members.forEach((one, i) => {
        const model = first[i]
        const decidedRole = model && decided.chosen.roles.get(model.column)
        const role = decidedRole ?? (model && knownAside(model, first, facts, decided))
        if (model && isUncounted(model, role, decided)) changed.set(one.column, unread(one.recognized))
        else if (!isKept || role !== decidedRole)
          changed.set(one.column, asColumn(one, role, decided, countedHeading(members, first, decided)))
      })
  }
  const read = columns.map((column) => changed.get(column.column) ?? column)
  return { columns: explainedColumns(table, read), open }
}

/**
 * What a column is set aside for that nobody reads, where its words earn it beside a figure that counts: 二季度完成 is known, and
 * not said to be unknown.
 */
function knownAside(one: ValueColumn, columns: readonly ValueColumn[], facts: ColumnFacts, { chosen }: Decided): AsideReason | undefined {
  if (one.prior !== undefined || one.recognized.field !== undefined || one.said) return undefined
  return [...chosen.roles.values()].includes('cumulative') ? asideReason(one, columns, facts) : undefined
}

/**
 * A figure of the work is set aside only beside the one that counts: where no column has that, what its rows report would be
 * lost without a word.
 */
const isUncounted = ({ words, stage, said }: ValueColumn, role: Role | AsideReason | undefined, { chosen }: Decided): boolean =>
  role !== undefined &&
  !isRole(role) &&
  !said &&
  role !== 'said' &&
  ((words.cumulative ?? 0) >= LEAST_WORDS || stage !== undefined) &&
  columnWith(chosen.roles, 'cumulative') === undefined

/** The column without a field: its cells are said to be not read. */
function unread({ aside: _, ...recognized }: RecognizedColumn): RecognizedColumn {
  return { ...recognized, field: undefined, why: { confidence: 0, reason: 'uncounted', params: { heading: recognized.header } } }
}

/**
 * Totals of other columns are none of a group's roles (全市合计 beside counties), but where nothing else says what is done:
 * then 合计 may be the row's own cumulative figure, which the steps have to prove.
 */
function withSums(values: readonly ValueColumn[]): readonly ValueColumn[] {
  const counted = values.some((one) => !one.recognized.derived && one.prior === 'cumulative')
  return values.filter(({ recognized }) => !recognized.derived || !counted)
}

/** The facts of groups with equal headings, told of the columns of the first. */
function pooled(facts: readonly ColumnFacts[], groups: readonly (readonly ValueColumn[])[]): ColumnFacts {
  const first = groups[0] ?? []
  const model = new Map(groups.flatMap((members) => members.map((one, i) => [one.column, first[i]?.column ?? one.column] as const)))
  const of = (column: number) => model.get(column) ?? column
  const targets = new Map<number, number>()
  for (const one of facts)
    for (const [column, surely] of one.targets) targets.set(of(column), Math.max(targets.get(of(column)) ?? 0, surely))
  return {
    percentages: facts.flatMap((one) =>
      one.percentages.map((fit) => ({ ...fit, percent: of(fit.percent), done: of(fit.done), whole: of(fit.whole) })),
    ),
    steps: facts.flatMap((one) => one.steps.map((fit) => ({ ...fit, earlier: of(fit.earlier), step: of(fit.step), total: of(fit.total) }))),
    beside: new Set(facts.flatMap((one) => [...one.beside])),
    before: new Set(facts.flatMap((one) => [...one.before].map(of))),
    shares: new Set(facts.flatMap((one) => [...one.shares].map(of))),
    targets,
  }
}

/** The column under its decided role; why it was so is said with it. */
function asColumn(one: ValueColumn, role: Role | AsideReason | undefined, { chosen, margin }: Decided, counted: string): RecognizedColumn {
  const { aside: _, derived, area, ...rest } = role !== undefined && isRole(role) ? one.bound : one.recognized
  // a total that turned out to be the row's own figure is of the row's area
  const recognized = { ...rest, ...(area === undefined || derived ? {} : { area }) }
  if (one.said || role === one.prior || (role === undefined && one.prior === undefined)) return one.recognized
  const confidence = Math.round(Math.min(0.95, 0.6 + Math.min(margin, 1) * 0.2 + chosen.support * 0.1) * 100) / 100
  const params = { heading: recognized.header }
  if (role === undefined) return { ...recognized, field: undefined, why: { confidence, reason: 'replaced', params: { heading: counted } } }
  if (!isRole(role)) {
    const field = recognized.field ?? bestRole(one)
    return { ...recognized, field, aside: true, why: { confidence, reason: role, params: { heading: counted } } }
  }
  const why: Why = { confidence, reason: chosen.support > 0 ? 'by_figures' : 'by_path', params }
  return { ...recognized, field: role, why }
}

/** The role that an unread column's words say best, a completed figure where only its stage speaks. */
const bestRole = ({ words }: ValueColumn): Role =>
  ROLES.reduce<Role>((best, role) => ((words[role] ?? 0) > (words[best] ?? 0) ? role : best), 'cumulative')

/** The heading of the column that counts, to which the sentence about one set aside points. */
function countedHeading(members: readonly ValueColumn[], first: readonly ValueColumn[], { chosen }: Decided): string {
  const at = first.findIndex(({ column }) => chosen.roles.get(column) === 'cumulative')
  return members[at]?.recognized.header ?? ''
}
